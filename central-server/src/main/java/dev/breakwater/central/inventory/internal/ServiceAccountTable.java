package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.ServiceAccount;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class ServiceAccountTable implements NarrowTable {

    private final JdbcTemplate jdbc;

    ServiceAccountTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void apply(ChangeSet set) {
        Rows rows = Rows.of("uuid", "text", "text", "bool", "uuid", "timestamptz");
        for (ObjectChange change : set.written(ObjectKind.SERVICE_ACCOUNT)) {
            ServiceAccount account = change.object(ServiceAccount.class);
            rows.add(
                    change.id(),
                    account.meta().namespace(),
                    account.meta().name(),
                    account.automountToken(),
                    set.clusterId(),
                    set.at());
        }
        rows.update(jdbc, """
                insert into service_accounts (id, namespace, name, automount, cluster_id, first_seen_at)
                select u.* from %s u
                on conflict (id) do update set automount = excluded.automount
                """.formatted(rows.unnest()));
        Removal.of(jdbc, "service_accounts", set.removed(ObjectKind.SERVICE_ACCOUNT));
    }
}
