package dev.breakwater.central.policy;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.PolicyDocument;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Policies are applied from where they are written. */
@CentralApplication
class PoliciesAsCodeIT {

    private static final String PATH = "/api/v1/policies";

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @Autowired
    Policies policies;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void fill() {
        fleet.present();
    }

    @Test
    void appliesAllInOneChangeAndKeepsThemToTheirOrigin() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        long revision = policies.current().revision();

        JsonNode made = ok(apply(yaml(first, "Code: a", "HIGH") + yaml(second, "Code: b", "LOW"), "git:one", ""));
        assertThat(actions(made)).containsExactly("CREATE", "CREATE");
        assertThat(policies.current().revision()).isEqualTo(revision + 1);
        assertThat(policies.get(first).origin()).isEqualTo("git:one");

        // Again: nothing. With the names exchanged: both, at once.
        assertThat(actions(ok(apply(yaml(first, "Code: a", "HIGH") + yaml(second, "Code: b", "LOW"), "git:one", ""))))
                .containsExactly("UNCHANGED", "UNCHANGED");
        assertThat(policies.current().revision()).isEqualTo(revision + 1);
        assertThat(actions(ok(apply(yaml(first, "Code: b", "HIGH") + yaml(second, "Code: a", "LOW"), "git:one", ""))))
                .containsExactly("CHANGE", "CHANGE");

        ObjectNode read = (ObjectNode) api.get(PATH + "/" + first).json();
        String edited = read.put("severity", "LOW").toString();
        assertThat(assertConflict(api.call("PUT", PATH + "/" + first, Api.ADMIN, edited)))
                .contains("is applied from git:one");
        assertConflict(api.call("DELETE", PATH + "/" + first, Api.ADMIN, null));
        assertConflict(api.call("POST", PATH + "/" + first + "/versions/1/restore", Api.ADMIN, null));
        assertConflict(apply(yaml(first, "Code: b", "LOW"), "git:other", ""));
        Answer byOrigin = api.call("PUT", PATH + "/" + first + "?origin=git:one", Api.ADMIN, edited);
        assertThat(byOrigin.json().get("differs").asBoolean()).isFalse();

        // The switch is for emergencies; the list shows what it did.
        api.call("POST", PATH + "/" + first + "/disable", Api.ADMIN, null);
        assertThat(api.get(PATH + "?q=origin:git%3Aone%20differs:true").json().get("items"))
                .hasSize(1);
        JsonNode back = ok(apply(yaml(first, "Code: b", "LOW"), "git:one", "&prune=true&reason=clean"));
        assertThat(actions(back)).containsExactly("CHANGE", "DELETE");
        assertThat(back.get("items").get(0).get("why").asString()).contains("changed here since");
        assertThat(api.get(PATH + "/" + second).status()).isEqualTo(404);
        assertThat(policies.get(first).differs()).isFalse();
        assertThat(ok(apply(yaml(first, "Code: b", "LOW"), "git:other", "&adopt=true"))
                        .get("items")
                        .get(0)
                        .get("why")
                        .asString())
                .isEqualTo("taken over from git:one");
    }

    @Test
    void appliesNothingIfOneIsRefused() {
        String mine = PolicyEditIT.json("Code: written in the console", "HIGH");
        UUID console = UUID.fromString(
                api.call("POST", PATH, Api.ADMIN, mine).json().get("id").asString());
        UUID fresh = UUID.randomUUID();
        String both = yaml(fresh, "Code: with it", "LOW") + yaml(console, "Code: written in the console", "LOW");

        JsonNode plan = ok(apply(both, "git:two", "&dryRun=true"));
        assertThat(plan.get("applied").asBoolean()).isFalse();
        assertThat(actions(plan)).containsExactly("CREATE", "REFUSED");
        assertThat(assertConflict(apply(both, "git:two", "")))
                .contains("nothing was applied", "written in the console");
        assertThat(api.get(PATH + "/" + fresh).status()).isEqualTo(404);

        assertProblem(apply(both, "console", ""), 400, "INVALID_REQUEST").names("origin", "console", "git:policies");
        assertProblem(apply("", "git:two", ""), 400, "INVALID_REQUEST");
        assertProblem(
                        apply(yaml(fresh, "Code: x", "LOW") + yaml(fresh, "Code: y", "LOW"), "git:two", ""),
                        400,
                        "INVALID_REQUEST")
                .names("/id", fresh.toString(), "each id once");
        assertProblem(
                apply(yaml(fresh, "Code: x", "LOW").replace("\"true\"", "\"maybe\""), "git:two", ""),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void takesItsOwnExportAndChangesNothing() {
        String all = api.send(api.request(PATH + "?q=builtin:true", Api.ADMIN)
                        .header("Accept", "application/yaml")
                        .build())
                .body();

        assertThat(actions(ok(apply(all, "git:three", "&dryRun=true")))).containsOnly("UNCHANGED");

        StoredPolicy builtIn = policies.list().stream()
                .filter(StoredPolicy::builtIn)
                .filter(row -> row.policy().severity() == Severity.HIGH)
                .findFirst()
                .orElseThrow();
        String other = PolicyDocument.toYaml(List.of(builtIn.policy())).replace("severity: HIGH", "severity: LOW");
        assertThat(actions(ok(apply(other, "git:three", "&dryRun=true")))).containsExactly("CHANGE");
        String text = other.replaceFirst("rationale: .*", "rationale: another");
        assertThat(actions(ok(apply(text, "git:three", "&dryRun=true")))).containsExactly("REFUSED");
    }

    @Test
    void theDiffIsWhatThenHappens() {
        UUID opens = UUID.randomUUID();
        UUID closes = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        ok(apply(yaml(closes, "Code: closes", "LOW") + yaml(gone, "Code: gone", "LOW"), "git:four", ""));
        judged();
        int privileged = open(gone);
        assertThat(privileged).isPositive();

        String next = yaml(opens, "Code: opens", "LOW") + scoped(closes, "Code: closes");
        Answer diff = post("/diff", Api.ANALYST, next, "git:four", "&prune=true");
        JsonNode said = ok(diff);
        ok(apply(next, "git:four", "&prune=true"));
        judged();

        assertThat(said.get("opens").asInt()).isEqualTo(open(opens)).isEqualTo(privileged);
        assertThat(said.get("closes").asInt())
                .isEqualTo(privileged + privileged - open(closes))
                .isGreaterThan(privileged);
        assertThat(open(gone)).isZero();
        assertThat(said.get("items")
                        .get(1)
                        .get("impact")
                        .get("closing")
                        .get(0)
                        .get("message")
                        .asString())
                .contains("outside of the policy's scope");
    }

    private int open(UUID policy) {
        return jdbc.sql("select count(*) from violations where policy_id = ? and state = 'OPEN'")
                .param(policy)
                .query(Integer.class)
                .single();
    }

    /** Waits until the workers have judged what is due. */
    private void judged() {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (jdbc.sql("select count(*) from judgement_due where due_at <= now()")
                        .query(Integer.class)
                        .single()
                > 0) {
            assertThat(System.nanoTime()).as("judged within a minute").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private Answer apply(String yaml, String origin, String more) {
        return post("/apply", Api.ADMIN, yaml, origin, more);
    }

    private Answer post(String what, String who, String yaml, String origin, String more) {
        return api.send(api.request(PATH + what + "?origin=" + Api.encoded(origin) + more, who)
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(yaml))
                .build());
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String assertConflict(Answer answer) {
        assertProblem(answer, 409, "CONFLICT");
        return answer.json().get("detail").asString();
    }

    private static List<String> actions(JsonNode report) {
        List<String> actions = new ArrayList<>();
        report.get("items").forEach(item -> actions.add(item.get("action").asString()));
        return actions;
    }

    private static String yaml(UUID id, String name, String severity) {
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(PolicyEditIT.json(name, severity));
        return PolicyDocument.toYaml(
                PolicyDocument.read(json.put("id", id.toString()).toString()));
    }

    private static String scoped(UUID id, String name) {
        return yaml(id, name, "LOW") + "scopes:\n- namespace: '\"fleet-pay\"'\n";
    }
}
