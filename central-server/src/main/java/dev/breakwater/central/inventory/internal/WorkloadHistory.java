package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.WorkloadSpec;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What happened to a workload itself. */
@Component
class WorkloadHistory implements NarrowTable {

    private final JdbcTemplate jdbc;

    WorkloadHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void apply(ChangeSet set) {
        Rows rows = Rows.of("uuid", "text", "text", "text", "text", "text");
        set.of(ObjectKind.WORKLOAD)
                .forEach(change -> rows.add(
                        change.id(),
                        change.key().namespace(),
                        change.key().kindName(),
                        change.key().name(),
                        word(change),
                        SpecDifference.describe(change)));
        rows.update(
                jdbc, """
                insert into workload_history
                    (workload_id, namespace, kind, name, change, detail, cluster_id, at, correlation_id)
                select u.*, b.* from %s u, (select ?::uuid, ?::timestamptz, ?::text) b
                """.formatted(rows.unnest()), set.clusterId(), set.at().toString(), set.correlationId());
    }

    private static String word(ObjectChange change) {
        if (change.isRemoved()) {
            return "DELETED";
        }
        if (change.isCreated()) {
            return "FIRST_SEEN";
        }
        return change.before() instanceof WorkloadSpec before && isReplaced(before, change.object(WorkloadSpec.class))
                ? "REPLACED"
                : "CHANGED";
    }

    /** The same name, but another object: it was deleted and made anew while nobody looked. */
    static boolean isReplaced(WorkloadSpec before, WorkloadSpec after) {
        String was = before.meta().uid();
        String is = after.meta().uid();
        return !was.isEmpty() && !is.isEmpty() && !was.equals(is);
    }
}
