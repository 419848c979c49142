package dev.breakwater.launcher;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks again and again until an answer is the wanted one; how long it took is no part of the answer. */
final class Eventually {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private Eventually() {}

    /** The first answer that is wanted; an exception counts as an answer that is not. */
    static <T> T answers(Duration most, String what, Callable<T> question, Predicate<T> wanted) {
        long end = System.nanoTime() + most.toNanos();
        @Nullable Object last;
        do {
            try {
                T answer = question.call();
                if (wanted.test(answer)) {
                    return answer;
                }
                last = answer;
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        } while (System.nanoTime() < end);
        throw new AssertionError(what + " did not happen within " + most.toSeconds() + " s; last seen: " + last);
    }
}
