package dev.breakwater.central.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Slows the guessing of passwords: after {@value #ATTEMPTS} failures for one account, or {@value #ATTEMPTS_OF_ADDRESS} from
 * one address, within the window, nothing more is tried until the window has passed. Kept in memory, since a restart or
 * another replica gives a guesser no more than one more window.
 */
@Component
class SignInThrottle {

    private static final int ATTEMPTS = 8;
    private static final int ATTEMPTS_OF_ADDRESS = 40;
    static final Duration WINDOW = Duration.ofMinutes(5);

    private final Cache<String, AtomicInteger> failures =
            Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(100_000).build();

    boolean isClosed(String username, String address) {
        return failed(user(username, address)) >= ATTEMPTS || failed(address(address)) >= ATTEMPTS_OF_ADDRESS;
    }

    void failed(String username, String address) {
        count(user(username, address));
        count(address(address));
    }

    void succeeded(String username, String address) {
        failures.invalidate(user(username, address));
    }

    private void count(String key) {
        failures.get(key, k -> new AtomicInteger()).incrementAndGet();
    }

    private int failed(String key) {
        AtomicInteger count = failures.getIfPresent(key);
        return count == null ? 0 : count.get();
    }

    // By account and address together, so that a stranger cannot lock an administrator out.
    private static String user(String username, String address) {
        return "user " + username + " " + address;
    }

    private static String address(String address) {
        return "address " + address;
    }
}
