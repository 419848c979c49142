package dev.breakwater.central.fleet.internal.link;

import dev.breakwater.central.fleet.SightListener;
import dev.breakwater.central.fleet.internal.batch.ObjectProblems;
import dev.breakwater.contracts.v1.KindCoverage;
import dev.breakwater.contracts.v1.Sight;
import dev.breakwater.contracts.v1.SourceProblem;
import dev.breakwater.contracts.v1.SourceReport;
import dev.breakwater.engine.model.ObjectKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What sensors say of their own sight: which kinds they see, which files or API groups they cannot read. */
@Component
class Sources {

    private static final int MAX_PROBLEMS = 200;
    private static final int MAX_TEXT = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ObjectProvider<SightListener> listeners;

    Sources(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            ObjectProvider<SightListener> listeners) {
        this.jdbc = jdbc;
        this.listeners = listeners;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Replaces the last report. A kind that the report does not name is not known to be seen. */
    void report(UUID clusterId, SourceReport report) {
        transaction.executeWithoutResult(status -> {
            replaceCoverage(clusterId, report);
            replaceProblems(clusterId, report);
        });
    }

    private void replaceCoverage(UUID clusterId, SourceReport report) {
        Map<ObjectKind, Object[]> rows = new EnumMap<>(ObjectKind.class);
        Timestamp now = Timestamp.from(clock.instant());
        for (KindCoverage coverage : report.getKindsList()) {
            for (ObjectKind kind : ObjectKind.values()) {
                String sight = sight(coverage.getSight());
                if (kind.name().equals(coverage.getKind()) && !sight.isEmpty()) {
                    rows.put(kind, new Object[] {clusterId, kind.name(), sight, shown(coverage.getDetail()), now});
                }
            }
        }
        Set<ObjectKind> changed = changed(clusterId, rows);
        jdbc.update("delete from cluster_coverage where cluster_id = ?", clusterId);
        jdbc.batchUpdate(
                "insert into cluster_coverage (cluster_id, kind, sight, detail, reported_at) values (?, ?, ?, ?, ?)",
                List.copyOf(rows.values()));
        if (!changed.isEmpty()) {
            listeners.forEach(listener -> listener.sightChanged(clusterId, changed));
        }
    }

    /** The kinds that are seen now and were not, or the other way round. */
    private Set<ObjectKind> changed(UUID clusterId, Map<ObjectKind, Object[]> rows) {
        Map<String, String> before = new HashMap<>();
        jdbc.query(
                "select kind, sight from cluster_coverage where cluster_id = ?",
                row -> {
                    before.put(row.getString(1), row.getString(2));
                },
                clusterId);
        Set<ObjectKind> changed = EnumSet.noneOf(ObjectKind.class);
        for (ObjectKind kind : ObjectKind.values()) {
            Object[] now = rows.get(kind);
            if (!Objects.equals(before.get(kind.name()), now == null ? null : now[2])) {
                changed.add(kind);
            }
        }
        return changed;
    }

    private void replaceProblems(UUID clusterId, SourceReport report) {
        Timestamp now = Timestamp.from(clock.instant());
        List<Object[]> rows = new ArrayList<>();
        List<SourceProblem> problems = report.getProblemsList();
        int listed = Math.min(MAX_PROBLEMS, problems.size());
        for (SourceProblem problem : problems.subList(0, listed)) {
            rows.add(row(
                    clusterId,
                    rows.size(),
                    shown(problem.getWhere()),
                    problem.getLine(),
                    shown(problem.getDetail()),
                    now));
        }
        long more = (long) problems.size() - listed + Math.max(0, report.getProblemsNotListed());
        if (more > 0) {
            rows.add(row(clusterId, rows.size(), "more", 0, more + " more that are not listed", now));
        }
        jdbc.update(
                "delete from cluster_problems where cluster_id = ? and ordinal < ?",
                clusterId,
                ObjectProblems.FIRST_ORDINAL);
        jdbc.batchUpdate(
                "insert into cluster_problems (cluster_id, ordinal, place, line, detail, reported_at) "
                        + "values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static Object[] row(UUID clusterId, int ordinal, String place, int line, String detail, Timestamp at) {
        return new Object[] {clusterId, ordinal, place, Math.max(0, line), detail, at};
    }

    private static String sight(Sight sight) {
        return switch (sight) {
            case SIGHT_SEEN -> "SEEN";
            case SIGHT_NOT_SERVED -> "NOT_SERVED";
            case SIGHT_FORBIDDEN -> "FORBIDDEN";
            case SIGHT_FAILED -> "FAILED";
            case SIGHT_OUT_OF_SIGHT -> "OUT_OF_SIGHT";
            case SIGHT_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), MAX_TEXT)).replace('\0', ' ');
    }
}
