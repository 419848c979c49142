package dev.breakwater.central.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.fleet.PolicyDeclarations;
import dev.breakwater.central.fleet.PolicyDeclarations.Declared;
import dev.breakwater.central.fleet.PolicyDeclarations.Refusal;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.engine.policy.Policy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Policies that clusters declare themselves. */
@CentralApplication
class ClusterPoliciesIT {

    @Autowired
    Api api;

    @Autowired
    PolicyDeclarations declarations;

    @Autowired
    Policies policies;

    @Autowired
    JdbcClient jdbc;

    private final Map<UUID, String> made = new HashMap<>();

    @Test
    void keepsWhatAClusterDeclaresToItsOwnNamespaceAndReadOnly() {
        UUID east = cluster("declares-east");
        UUID west = cluster("declares-west");
        Declared ours = declared("shop", "ours", "HIGH", "[{\"workload\": \"web\"}]");
        assertThat(declarations.declared(east, List.of(ours, declared("pay", "ours", "LOW", "[]")), true))
                .isEmpty();
        assertThat(declarations.declared(west, List.of(ours), true))
                .as("the same manifest in another cluster")
                .isEmpty();

        List<StoredPolicy> inEast = of("declares-east");
        assertThat(inEast)
                .extracting(stored -> stored.policy().name())
                .containsExactly("Declared (declares-east/pay)", "Declared (declares-east/shop)");
        assertThat(inEast.getFirst().policy().scopes())
                .containsExactly(new Policy.Scope("\"declares-east\"", "\"pay\"", "", List.of(), List.of()));
        assertThat(inEast.getLast().policy().scopes())
                .containsExactly(new Policy.Scope("\"declares-east\"", "\"shop\"", "web", List.of(), List.of()));
        assertThat(inEast.getLast().updatedBy()).isEqualTo("sensor of declares-east");
        UUID id = inEast.getLast().policy().id();
        assertThat(api.call("DELETE", "/api/v1/policies/" + id, Api.ADMIN, null).status())
                .isEqualTo(409);

        // What is no longer declared goes, in that cluster only; what stays keeps its id.
        assertThat(declarations.declared(east, List.of(declared("shop", "ours", "LOW", "[]")), true))
                .isEmpty();
        assertThat(of("declares-east")).singleElement().satisfies(stored -> {
            assertThat(stored.policy().id()).isEqualTo(id);
            assertThat(stored.policy().severity().name()).isEqualTo("LOW");
        });
        assertThat(of("declares-west")).hasSize(1);
        assertThat(actors(id)).containsOnly("sensor of declares-east");

        long revision = policies.current().revision();
        declarations.declared(east, List.of(), false);
        assertThat(of("declares-east")).as("not all could be read").hasSize(1);
        assertThat(policies.current().revision()).isEqualTo(revision);
        declarations.declared(east, List.of(), true);
        assertThat(of("declares-east")).isEmpty();
    }

    @Test
    void refusesWhatIsWrongAndKeepsWhatItSaidBefore() {
        UUID id = cluster("declares-wrong");
        Declared good = declared("shop", "good", "HIGH", "[]");
        Declared fine = new Declared("shop", "fine", good.document().replace("Declared", "Fine"));
        declarations.declared(id, List.of(good), true);

        List<Refusal> refusals = declarations.declared(
                id,
                List.of(
                        declared("shop", "good", "URGENT", "[]"),
                        fine,
                        declared("shop", "elsewhere", "LOW", "[{\"cluster\": \"prod\"}]"),
                        declared("r/.*", "namespace", "LOW", "[]"),
                        new Declared("shop", "large", ""),
                        new Declared("shop", "same-name", fine.document()),
                        new Declared("shop", "none", "no: [policy")),
                true);

        assertThat(refusals)
                .extracting(Refusal::name)
                .containsExactlyInAnyOrder("good", "elsewhere", "namespace", "large", "same-name", "none");
        assertThat(why(refusals, "good")).contains("/severity", "URGENT", "Allowed: LOW, MEDIUM, HIGH, CRITICAL");
        assertThat(why(refusals, "elsewhere")).contains("/scopes/0/cluster", "prod", "\"declares-wrong\"");
        assertThat(why(refusals, "namespace")).contains("/metadata/namespace", "r/.*");
        assertThat(why(refusals, "large")).contains("65536 bytes");
        assertThat(why(refusals, "same-name")).contains("/name", "Allowed: a name that no other policy has");
        assertThat(of("declares-wrong"))
                .extracting(stored -> stored.policy().severity().name())
                .as("the good one as it was before it broke, and the fine one")
                .containsExactly("HIGH", "HIGH");
    }

    @Test
    void leavesAPolicyOffThatWasSwitchedOffUntilItsDeclarationChanges() {
        UUID id = cluster("declares-noise");
        declarations.declared(id, List.of(declared("shop", "noise", "HIGH", "[]")), true);
        UUID policy = of("declares-noise").getFirst().policy().id();
        api.call("POST", "/api/v1/policies/" + policy + "/disable", Api.ADMIN, null);

        declarations.declared(id, List.of(declared("shop", "noise", "HIGH", "[]")), true);
        assertThat(policies.get(policy).policy().enabled()).isFalse();
        assertThat(policies.get(policy).differs()).isTrue();

        declarations.declared(id, List.of(declared("shop", "noise", "LOW", "[]")), true);
        assertThat(policies.get(policy).policy().enabled()).isTrue();
        assertThat(policies.get(policy).differs()).isFalse();
    }

    @Test
    void forgetsThePoliciesOfAClusterThatIsRemoved() {
        UUID id = cluster("declares-gone");
        Declared ours = declared("shop", "ours", "HIGH", "[]");
        declarations.declared(id, List.of(ours), true);
        assertThat(of("declares-gone")).hasSize(1);

        assertThat(api.call("DELETE", "/api/v1/clusters/" + id + "?name=declares-gone", Api.ADMIN, null)
                        .status())
                .isBetween(200, 204);

        assertThat(of("declares-gone")).isEmpty();
        assertThat(declarations.declared(id, List.of(ours), true)).isEmpty();
        assertThat(of("declares-gone")).as("a sensor's last words").isEmpty();
    }

    /** Other tests share the database. */
    @AfterEach
    void clear() {
        made.forEach((id, name) -> {
            declarations.removed(id, name);
            jdbc.sql("delete from clusters where id = ?").param(id).update();
        });
    }

    private UUID cluster(String name) {
        UUID id = UUID.randomUUID();
        made.put(id, name);
        jdbc.sql("insert into clusters (id, name, created_at, created_by) values (?, ?, now(), 'test')")
                .param(id)
                .param(name)
                .update();
        return id;
    }

    private static Declared declared(String namespace, String name, String severity, String scopes) {
        return new Declared(namespace, name, """
                {"name": "Declared", "severity": "%s", "stages": ["DEPLOY"], "categories": ["Test"],
                 "description": "d", "rationale": "r", "remediation": "m", "scopes": %s,
                 "sections": [{"groups": [{"criterion": "Privileged Container", "values": ["true"]}]}]}
                """.formatted(severity, scopes));
    }

    private List<StoredPolicy> of(String cluster) {
        return jdbc
                .sql("select id from policies where origin = ?")
                .param("cluster:" + cluster)
                .query(UUID.class)
                .list()
                .stream()
                .map(policies::get)
                .sorted(Comparator.comparing(stored -> stored.policy().name()))
                .toList();
    }

    private List<String> actors(UUID policy) {
        return jdbc.sql("select actor from audit_log where object_type = 'policy' and object_id = ?")
                .param(policy.toString())
                .query(String.class)
                .list();
    }

    private static String why(List<Refusal> refusals, String name) {
        return refusals.stream()
                .filter(refusal -> refusal.name().equals(name))
                .findFirst()
                .orElseThrow()
                .why();
    }
}
