package dev.breakwater.central.vulnerabilities.internal.match;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps rounds of matching apart from each other and from the end of an import, until the transaction ends: an import that looked which
 * packages there are while a round was writing them would leave nothing to do, and the round would not have seen the import.
 */
public final class MatchingLock {

    private static final int SPACE = 0x4257;
    private static final int MATCHING = 40;

    private MatchingLock() {}

    /** Waits for a round that goes on. */
    public static void hold(JdbcTemplate jdbc) {
        jdbc.query("select pg_advisory_xact_lock(?, ?)", row -> {}, SPACE, MATCHING);
    }

    /** Whether nobody else is at it; waits for nobody. */
    static boolean tryHold(JdbcTemplate jdbc) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(?, ?)", Boolean.class, SPACE, MATCHING));
    }
}
