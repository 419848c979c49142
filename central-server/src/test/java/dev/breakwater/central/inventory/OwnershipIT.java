package dev.breakwater.central.inventory;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.testing.ClusterObjects.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.inventory.OwnershipRules.Rule;
import dev.breakwater.central.inventory.OwnershipRules.Source;
import dev.breakwater.central.testing.JudgingCentral;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnershipIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.working();

    @Test
    void changedRulesGiveEveryWorkloadItsNewTeam() {
        central.send(namespace("pay", Map.of("team", "before")));
        central.send(deployment("pay", "web", "registry.example.com/web:1", true));
        assertThat(teamOf("workloads")).isEqualTo("before");

        central.bean(Ownerships.class)
                .change(new OwnershipRules(List.of(new Rule(Source.NAMESPACE_NAME, "pay*", "payments"))));

        assertThat(teamOf("workloads")).isEqualTo("payments");
        JudgingCentral.await(() -> teamOf("violations").equals("payments"));
        assertThat(central.jdbc()
                        .sql("select actor from audit_log where object_type = 'setting'")
                        .query(String.class)
                        .single())
                .isEqualTo("ada");
    }

    private static String teamOf(String table) {
        return central.jdbc()
                .sql("select string_agg(distinct team, ',') from " + table)
                .query(String.class)
                .single();
    }
}
