package dev.breakwater.central.images.internal.signature;

import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.TransactionLocks;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Has the workloads judged anew of whose images something else is known now. */
@Component
class SignatureUsers {

    private final JdbcTemplate jdbc;
    private final TransactionLocks locks;
    private final JudgementDue due;

    SignatureUsers(JdbcTemplate jdbc, TransactionLocks locks, JudgementDue due) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.due = due;
    }

    /** Within the caller's transaction. */
    void due(Collection<UUID> images, String cause) {
        if (images.isEmpty()) {
            return;
        }
        locks.holdClusters(jdbc.queryForList(
                "select distinct w.cluster_id from workload_images u join workloads w on w.id = u.workload_id"
                        + " where u.image_id = any(?)",
                UUID.class,
                Rows.ids(images)));
        due.markUsersOfImages(images, cause);
    }
}
