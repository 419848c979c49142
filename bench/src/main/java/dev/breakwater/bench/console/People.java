package dev.breakwater.bench.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** Several people at once, each of whom does one thing after the other in an order of their own, and thinks in between. */
final class People {

    private final List<Person> people;

    People(List<Person> people) {
        this.people = List.copyOf(people);
    }

    /**
     * Lets them work.
     *
     * @param rounds how often each does each operation
     * @param think the mean of the pause after each
     * @param most after which no more is begun, so that a slow server does not make the measurement endless
     */
    void work(List<Operation> operations, int rounds, Duration think, Duration most, Latencies latencies)
            throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        CountDownLatch done = new CountDownLatch(people.size());
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            long seed = i;
            Thread.ofVirtual().start(() -> {
                try {
                    work(person, operations, rounds, think, end, new Random(seed), latencies);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
    }

    private static void work(
            Person person,
            List<Operation> operations,
            int rounds,
            Duration think,
            long end,
            Random random,
            Latencies latencies)
            throws InterruptedException {
        pause(think, random);
        for (int round = 0; round < rounds; round++) {
            List<Operation> mine = new ArrayList<>(operations);
            Collections.shuffle(mine, random);
            for (Operation operation : mine) {
                if (System.nanoTime() > end) {
                    return;
                }
                operation.measure(person, latencies);
                pause(think, random);
            }
        }
    }

    /** Evenly between nothing and twice the mean. */
    private static void pause(Duration mean, Random random) throws InterruptedException {
        Thread.sleep((long) (random.nextDouble() * 2 * mean.toMillis()));
    }
}
