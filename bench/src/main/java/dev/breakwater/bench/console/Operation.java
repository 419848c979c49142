package dev.breakwater.bench.console;

import java.io.IOException;

/**
 * Something that people do and wait for.
 *
 * @param name as it is told
 * @param preparation what has to be there before, which nobody waits for now
 */
record Operation(String name, Step preparation, Step step) {

    /** A part of it. */
    @FunctionalInterface
    interface Step {
        void by(Person person) throws IOException, InterruptedException;
    }

    Operation(String name, Step step) {
        this(name, person -> {}, step);
    }

    /** Does it once and notes how long the person waited. */
    void measure(Person person, Latencies latencies) throws InterruptedException {
        try {
            preparation.by(person);
            long start = System.nanoTime();
            step.by(person);
            latencies.took(name, System.nanoTime() - start);
        } catch (IOException e) {
            latencies.failed(name, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }
}
