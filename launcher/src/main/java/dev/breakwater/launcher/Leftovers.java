package dev.breakwater.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What a launcher that was killed left running. Central would hold the ports, and answer in the place of the new one from
 * a database that is gone; a sensor would hold its clusters' places on the link.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SUFFIX = ".pid";

    private final Path folder;

    /** @param folder where the processes of this data folder are noted */
    Leftovers(Path folder) {
        this.folder = folder;
    }

    /** Notes a process, so that the next start can end it if this one cannot. */
    void remember(ChildProcess process) throws IOException {
        Files.createDirectories(folder);
        Files.write(
                folder.resolve(process.toString().replace(' ', '-') + SUFFIX),
                List.of(String.valueOf(process.handle().pid()), startOf(process.handle())));
    }

    /** Ends what is still there of an earlier start. */
    void stop() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> notes = Files.list(folder)) {
            for (Path note : notes.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                List<String> lines = Files.readAllLines(note);
                if (lines.size() == 2) {
                    // A process id is used again; together with the time of its start it is not.
                    ProcessHandle.of(Long.parseLong(lines.getFirst()))
                            .filter(process -> startOf(process).equals(lines.getLast()))
                            .ifPresent(process ->
                                    stop(note.getFileName().toString().replace(SUFFIX, ""), process));
                }
                Files.delete(note);
            }
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("");
    }

    /** Asks a process to end, waits, and ends it if it does not. */
    static void stop(String name, ProcessHandle process) {
        System.out.println(
                "Stopping a " + name + " left over from a start that was killed (pid " + process.pid() + ").");
        process.destroy();
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }
}
