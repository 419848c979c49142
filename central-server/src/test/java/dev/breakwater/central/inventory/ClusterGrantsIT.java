package dev.breakwater.central.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.inventory.ClusterGrants.Answer;
import dev.breakwater.central.inventory.ClusterGrants.GrantRow;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.ClusterObjects;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.RoleBinding.Subject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may read a secret, and what an account may do. */
class ClusterGrantsIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.working();

    @Test
    void tellsWhoMayReadASecretAndByWhat() {
        central.send(ClusterObjects.namespace("pay", Map.of()));
        central.send(ClusterObjects.account("pay", "web"));
        UUID secret = UUID.randomUUID();
        central.jdbc()
                .sql(
                        "insert into secrets (id, cluster_id, namespace, name, type, keys, certificate_subject, registries,"
                                + " first_seen_at) values (?, ?, 'pay', 'db', 'Opaque', '{}', '', '{}', now())")
                .params(secret, JudgingCentral.CLUSTER)
                .update();
        central.send(role("pay", "read-db", List.of("secrets"), List.of("db")));
        central.send(role("pay", "read-other", List.of("secrets"), List.of("other")));
        central.send(binding("pay", "web-reads-db", "read-db", new Subject("ServiceAccount", "pay", "web")));
        central.send(binding("pay", "ann-reads-other", "read-other", new Subject("User", "", "ann")));
        ClusterGrants grants = central.bean(ClusterGrants.class);

        see("FORBIDDEN");
        Answer blind = grants.readersOfSecret(secret, AccessScope.EVERYTHING);
        assertThat(blind.unknown()).contains("does not see");
        assertThat(blind.grants()).isEmpty();

        see("SEEN");
        assertThat(grants.readersOfSecret(secret, AccessScope.EVERYTHING).grants())
                .containsExactly(new GrantRow(
                        "ServiceAccount pay/web",
                        "RoleBinding web-reads-db",
                        "Role read-db",
                        "pay",
                        List.of("get"),
                        List.of("secrets"),
                        List.of("db")));
        UUID account = central.jdbc()
                .sql("select id from service_accounts where name = 'web'")
                .query(UUID.class)
                .single();
        assertThat(grants.ofServiceAccount(account, AccessScope.EVERYTHING).grants())
                .extracting(GrantRow::role)
                .containsExactly("Role read-db");
    }

    private static void see(String sight) {
        for (ObjectKind kind : List.of(ObjectKind.ROLE, ObjectKind.ROLE_BINDING)) {
            central.jdbc()
                    .sql("insert into cluster_coverage values (?, ?, ?, '', now())"
                            + " on conflict (cluster_id, kind) do update set sight = excluded.sight")
                    .params(JudgingCentral.CLUSTER, kind.name(), sight)
                    .update();
        }
    }

    private static Role role(String namespace, String name, List<String> resources, List<String> names) {
        return new Role(
                meta(namespace, name),
                List.of(new Role.Rule(List.of(""), resources, names, List.of("get"), List.of())),
                List.of());
    }

    private static RoleBinding binding(String namespace, String name, String role, Subject subject) {
        return new RoleBinding(meta(namespace, name), "Role", role, List.of(subject));
    }

    private static ObjectMeta meta(String namespace, String name) {
        return ClusterObjects.account(namespace, name).meta();
    }
}
