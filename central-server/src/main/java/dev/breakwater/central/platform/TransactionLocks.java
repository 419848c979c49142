package dev.breakwater.central.platform;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The locks of whoever writes facts or verdicts, held until the transaction ends. Everybody takes them in this order, so that
 * nobody waits in a circle:
 *
 * <ol>
 *   <li>the policy set: shared by batches and judgement workers, exclusive for an edit
 *   <li>clusters, in the order of their ids: batches of one cluster follow each other; also taken by whoever marks
 *       workloads of a cluster from elsewhere
 *   <li>rows of workloads and of {@code judgement_due}, in the order of their ids within a statement. Workers take these
 *       only with {@code skip locked}: they wait for nobody who holds rows
 * </ol>
 *
 * <p>They are advisory: a shared row lock would write to the row, and readers that never stop coming would starve an edit.
 */
@Component
public class TransactionLocks {

    private static final int SPACE = 0x4257;
    private static final int POLICY_SET = 1;
    private static final int DAYS = 2;
    private static final int FLEET = 3;
    private static final int COMPLIANCE = 4;

    private final JdbcTemplate jdbc;

    TransactionLocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** No edit of the policy set commits before this transaction ends. */
    public void sharePolicySet() {
        take("select pg_advisory_xact_lock_shared(?, ?)", SPACE, POLICY_SET);
    }

    /** Nobody judges until this transaction ends. */
    public void holdPolicySet() {
        take("select pg_advisory_xact_lock(?, ?)", SPACE, POLICY_SET);
    }

    /** Nobody else stores facts of these clusters until this transaction ends. */
    public void holdClusters(Collection<UUID> clusters) {
        clusters.stream()
                .sorted()
                .forEach(id -> take("select pg_advisory_xact_lock(hashtextextended(?, 0))", id.toString()));
    }

    /** Whether nobody else counts days; until this transaction ends, nobody else does. Waits for nobody. */
    public boolean tryCountDays() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(?, ?)", Boolean.class, SPACE, DAYS));
    }

    /** Whether nobody else looks for what the clock makes of the fleet; as {@link #tryCountDays}. */
    public boolean tryWatchFleet() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(?, ?)", Boolean.class, SPACE, FLEET));
    }

    /** Whether nobody else adds up what checks say; as {@link #tryCountDays}. */
    public boolean tryAddUpCompliance() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(?, ?)", Boolean.class, SPACE, COMPLIANCE));
    }

    private void take(String sql, Object... parameters) {
        jdbc.query(sql, row -> {}, parameters);
    }
}
