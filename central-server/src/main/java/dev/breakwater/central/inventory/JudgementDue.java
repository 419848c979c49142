package dev.breakwater.central.inventory;

import dev.breakwater.central.platform.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Marks workloads whose verdicts may have changed by something other than their own object. Marks are rows of the caller's
 * transaction; whoever listens is woken after its commit. The one writer of {@code judgement_due} besides the judge.
 */
@Component
public class JudgementDue {

    private static final int CAUSE_LENGTH = 500;

    private static final String MARK = """
            insert into judgement_due (workload_id, cluster_id, due_at, cause)
            %s
            on conflict (workload_id) do update set
                cause = case when judgement_due.due_at <= excluded.due_at then judgement_due.cause else excluded.cause end,
                due_at = least(judgement_due.due_at, excluded.due_at)
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    JudgementDue(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Is called after each commit that marked something, on the thread of the commit. */
    public void onMarked(Runnable listener) {
        listeners.add(listener);
    }

    /** Whether verdicts wait: what is of less use than they are can let them go first. */
    public boolean waits() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from judgement_due where due_at <= ?::timestamptz)", Boolean.class, now()));
    }

    /** Single workloads, each with its cause in words; those that are gone are left out. */
    public void mark(Map<UUID, String> causes) {
        if (causes.isEmpty()) {
            return;
        }
        Rows rows = Rows.of("uuid", "text");
        causes.forEach((id, cause) -> rows.add(id, shortened(cause)));
        String marks = "select w.id, w.cluster_id, now.at, m.cause from " + rows.unnest()
                + " m(id, cause) join workloads w on w.id = m.id cross join (select ?::timestamptz) now(at) order by w.id";
        marked(rows.update(jdbc, MARK.formatted(marks), now()));
    }

    /** Every workload of some namespaces of a cluster, each namespace with its cause. */
    public void markNamespaces(UUID clusterId, Map<String, String> causes) {
        if (causes.isEmpty()) {
            return;
        }
        Rows rows = Rows.of("text", "text");
        causes.forEach((namespace, cause) -> rows.add(namespace, shortened(cause)));
        String marks = "select w.id, w.cluster_id, now.at, m.cause from " + rows.unnest()
                + " m(namespace, cause) cross join (select ?::uuid, ?::timestamptz) now(cluster_id, at)"
                + " join workloads w on w.cluster_id = now.cluster_id and w.namespace = m.namespace order by w.id";
        marked(rows.update(jdbc, MARK.formatted(marks), clusterId, now()));
    }

    /** A service account of a cluster. */
    public record Account(String namespace, String name) {}

    /** Every workload that runs as one of these accounts, by one statement. */
    public void markAccounts(UUID clusterId, Map<Account, String> causes) {
        if (causes.isEmpty()) {
            return;
        }
        Rows rows = Rows.of("text", "text", "text");
        causes.forEach((account, cause) -> rows.add(account.namespace(), account.name(), shortened(cause)));
        String marks = "select w.id, w.cluster_id, now.at, m.cause from " + rows.unnest()
                + " m(namespace, account, cause) cross join (select ?::uuid, ?::timestamptz) now(cluster_id, at)"
                + " join workloads w on w.cluster_id = now.cluster_id and w.namespace = m.namespace"
                + " and w.service_account = m.account order by w.id";
        marked(rows.update(jdbc, MARK.formatted(marks), clusterId, now()));
    }

    /**
     * Every workload of a place, by one statement.
     *
     * @param cluster the cluster's name, {@code null} = any; likewise the others
     */
    public void markPlace(
            @Nullable String cluster, @Nullable String namespace, @Nullable String workload, String cause) {
        select(
                "join clusters c on c.id = w.cluster_id cross join (select ?::text, ?::text, ?::text) p(cluster, namespace,"
                        + " name) where (p.cluster is null or lower(c.name) = lower(p.cluster))"
                        + " and (p.namespace is null or w.namespace = lower(p.namespace))"
                        + " and (p.name is null or w.name = lower(p.name))",
                cause,
                cluster,
                namespace,
                workload);
    }

    /** Every workload of a cluster, by one statement. */
    public void markCluster(UUID clusterId, String cause) {
        select("where w.cluster_id = ?", cause, clusterId);
    }

    /** Every workload, by one statement. */
    public void markAll(String cause) {
        select("", cause);
    }

    /** The workloads that run one of these images. */
    public void markUsersOfImages(Collection<UUID> imageIds, String cause) {
        select(
                "where w.id in (select workload_id from workload_images where image_id = any(?))",
                cause,
                Rows.ids(imageIds));
    }

    private void select(String where, String cause, @Nullable Object... parameters) {
        @Nullable Object[] all = new @Nullable Object[parameters.length + 2];
        all[0] = now();
        all[1] = shortened(cause);
        System.arraycopy(parameters, 0, all, 2, parameters.length);
        String rows = "select w.id, w.cluster_id, ?::timestamptz, ? from workloads w " + where + " order by w.id";
        marked(jdbc.update(MARK.formatted(rows), all));
    }

    private String now() {
        return Instant.now(clock).toString();
    }

    private void marked(int rows) {
        if (rows == 0) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    private void wake() {
        listeners.forEach(Runnable::run);
    }

    private static String shortened(String cause) {
        return cause.length() <= CAUSE_LENGTH ? cause : cause.substring(0, CAUSE_LENGTH) + "…";
    }
}
