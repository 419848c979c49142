package dev.breakwater.central.fleet.internal.batch;

import dev.breakwater.central.fleet.PolicyDeclarations.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Policies that a cluster declares and central refuses, in {@code cluster_problems} beside what the sensor reports itself. */
@Component
public class DeclarationProblems {

    /** Ordinals below are those of the sensor and of {@link ObjectProblems}. */
    private static final int FIRST_ORDINAL = 200_000;

    private static final int MOST = 200;
    private static final int MOST_TEXT = 1_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DeclarationProblems(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is refused now; what was refused before is forgotten. */
    @Transactional
    public void replace(UUID clusterId, List<Refusal> refusals) {
        jdbc.update("delete from cluster_problems where cluster_id = ? and ordinal >= ?", clusterId, FIRST_ORDINAL);
        List<Object[]> rows = new ArrayList<>();
        for (Refusal refusal : refusals.subList(0, Math.min(MOST, refusals.size()))) {
            String place = "SecurityPolicy " + refusal.namespace() + "/" + refusal.name();
            rows.add(row(clusterId, rows.size(), place, refusal.why()));
        }
        if (refusals.size() > MOST) {
            rows.add(row(clusterId, MOST, "more", (refusals.size() - MOST) + " more policies that are refused"));
        }
        // A cluster that was removed meanwhile has none.
        jdbc.batchUpdate("""
                insert into cluster_problems (cluster_id, ordinal, place, line, detail, reported_at)
                select c.id, ?, ?, 0, ?, ? from clusters c where c.id = ?
                """, rows);
    }

    private Object[] row(UUID clusterId, int number, String place, String detail) {
        Timestamp now = Timestamp.from(clock.instant());
        return new Object[] {FIRST_ORDINAL + number, shown(place), shown(detail), now, clusterId};
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), MOST_TEXT)).replace('\0', ' ');
    }
}
