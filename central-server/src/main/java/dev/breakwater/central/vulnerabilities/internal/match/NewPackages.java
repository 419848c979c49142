package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.central.images.PackagesArrived;
import dev.breakwater.central.platform.Rows;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notes packages that no advisory was held against yet, in the transaction that stores them. Until then they are unknown. */
@Component
class NewPackages implements PackagesArrived {

    private final JdbcTemplate jdbc;
    private final MatchingWorker worker;

    NewPackages(JdbcTemplate jdbc, MatchingWorker worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    @Override
    public void arrived(Collection<Integer> newPackageIds) {
        jdbc.update(
                "insert into package_due (package_id) select unnest(?::int[]) on conflict do nothing",
                Rows.array("int4", newPackageIds));
        worker.wakeAfterCommit();
    }
}
