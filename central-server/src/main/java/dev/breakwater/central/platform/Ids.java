package dev.breakwater.central.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids of things that people make: UUIDv7 (RFC 9562 §5.7), so that they sort by creation. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID newId(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextInt(1 << 12));
        long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
