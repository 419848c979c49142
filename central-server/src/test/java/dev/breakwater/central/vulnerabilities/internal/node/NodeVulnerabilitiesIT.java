package dev.breakwater.central.vulnerabilities.internal.node;

import static dev.breakwater.central.nodes.MachineFixture.deb;
import static dev.breakwater.central.nodes.MachineFixture.evidence;
import static dev.breakwater.central.nodes.MachineFixture.node;
import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.advisory;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.feed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.fleet.BatchStage;
import dev.breakwater.central.fleet.ReceivedBatch;
import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.central.testing.VulnerableFleet;
import dev.breakwater.central.vulnerabilities.NodeVulnerabilities;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport;
import dev.breakwater.contracts.FactCodec;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.scanner.MachineCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is installed on nodes has what advisories say of it, whichever comes first, and images know nothing of it. */
@CentralApplication
class NodeVulnerabilitiesIT {

    private static final String CLUSTER = SmallFleet.CLUSTERS.getFirst();
    private static final String MACHINE = "3d1219c7c4c5404aaa1f6d2a48adfda5";

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @Autowired
    VulnerableFleet vulnerable;

    @Autowired
    FeedImport feeds;

    @Autowired
    NodeVulnerabilities vulnerabilities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ObjectProvider<BatchStage> stages;

    @BeforeEach
    void fillFleet() {
        fleet.present();
        feeds.take(feed(
                "hosts",
                advisory("CVE-2026-8001").severity(Severity.CRITICAL).in("Debian:12", "host-ssl", "2"),
                advisory("CVE-2026-8002").severity(Severity.HIGH).in("Debian:12", "host-kernel", "6.1.120-1"),
                advisory("CVE-2026-8003").severity(Severity.LOW).in("Debian:12", "host-shell", "")));
    }

    private UUID send(String name) {
        Node node = node(name, MACHINE);
        UUID id = node.key().idIn(CLUSTER);
        ReceivedBatch batch = new ReceivedBatch(
                SmallFleet.id(CLUSTER),
                CLUSTER,
                List.of(new ReceivedObject(id, FactCodec.fingerprint(node), FactCodec.encode(node), node)),
                List.of(),
                Instant.now(),
                "nodes");
        transaction.executeWithoutResult(status -> stages.orderedStream().forEach(stage -> stage.apply(batch)));
        return id;
    }

    private UUID look(String name, Instant at, InstalledPackage... packages) {
        UUID id = send(name);
        Api.Answer answer = api.call(
                "POST",
                "/api/v1/nodes/" + id + "/evidence",
                Api.ADMIN,
                new String(MachineCodec.write(evidence(name, MACHINE, at, packages)), StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        vulnerable.settle();
        return id;
    }

    private List<String> found(UUID node, String q) {
        JsonNode page =
                api.get("/api/v1/nodes/" + node + "/vulnerabilities?q=" + q).json();
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(row -> row.get("finding").get("vulnerability").asString() + " "
                        + row.get("finding").get("severity").asString() + " "
                        + row.get("use").asString() + " " + row.get("state").asString())
                .toList();
    }

    private JsonNode summary(UUID node) {
        return api.get("/api/v1/nodes/" + node + "/vulnerabilities/summary").json();
    }

    @Test
    void aNodeHasWhatAdvisoriesSayOfItsPackagesAndTheKernelThatDoesNotRunIsToldApart() {
        UUID id = look(
                "host-1",
                Instant.now(),
                deb("host-ssl", "1", ""),
                deb("host-shell", "1", ""),
                deb("linux-image-6.1.0-28-amd64", "6.1.119-1", "host-kernel"),
                deb("linux-image-6.1.0-26-amd64", "6.1.112-1", "host-kernel"));

        assertThat(found(id, ""))
                .containsExactly(
                        "CVE-2026-8001 CRITICAL PLAIN OBSERVED",
                        "CVE-2026-8002 HIGH RUNNING_KERNEL OBSERVED",
                        "CVE-2026-8003 LOW PLAIN OBSERVED",
                        "CVE-2026-8002 HIGH KERNEL_NOT_RUNNING OBSERVED");
        assertThat(found(id, "fixable:yes%20running:yes")).hasSize(2);
        assertThat(found(id, "severity:critical")).hasSize(1);
        JsonNode summary = summary(id);
        assertThat(summary.get("known").asBoolean()).as(summary.toString()).isTrue();
        assertThat(summary.get("counts").get("critical").asInt()).isEqualTo(1);
        assertThat(summary.get("counts").get("high").asInt()).isEqualTo(1);
        assertThat(summary.get("fixableHigh").asInt()).isEqualTo(2);
        assertThat(summary.get("notRunning").asInt())
                .as("it is in the kernel that runs, too")
                .isZero();
        assertThat(api.get("/api/v1/vulnerabilities/CVE-2026-8001/affected/nodes?q=node:host-1")
                        .json()
                        .get("items"))
                .hasSize(1);
        assertThat(api.get("/api/v1/export/nodes/vulnerabilities?format=csv&q=node:host-1")
                        .body())
                .contains("CVE-2026-8003");
    }

    @Test
    void whatAnotherKernelHasDoesNotCount() {
        UUID id = look(
                "host-2",
                Instant.now(),
                deb("linux-image-6.1.0-28-amd64", "6.1.120-1", "host-kernel"),
                deb("linux-image-6.1.0-26-amd64", "6.1.112-1", "host-kernel"));

        JsonNode summary = summary(id);
        assertThat(summary.get("counts").get("high").asInt()).isZero();
        assertThat(summary.get("notRunning").asInt()).isEqualTo(1);
    }

    @Test
    void anAdvisoryThatComesLaterIsHeldAgainstWhatIsThere() {
        UUID id = look("host-3", Instant.now(), deb("host-late", "1", ""));
        assertThat(found(id, "")).isEmpty();

        feeds.take(feed(
                "hosts-late",
                advisory("CVE-2026-8010").severity(Severity.MEDIUM).in("Debian:12", "host-late", "2")));
        vulnerable.settle();

        assertThat(found(id, "")).containsExactly("CVE-2026-8010 MEDIUM PLAIN OBSERVED");
        assertThat(summary(id).get("counts").get("medium").asInt()).isEqualTo(1);
    }

    @Test
    void imagesKnowNothingOfWhatIsOnlyOnNodes() {
        look("host-4", Instant.now(), deb("host-ssl", "1", ""));

        assertThat(jdbc.sql(
                                "select count(*) from vulnerability_reach r join vulnerabilities v on v.id = r.vulnerability_id"
                                        + " where v.name like 'CVE-2026-80%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(api.get("/api/v1/vulnerabilities/components?q=component:host-ssl")
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void whatIsOldOrUnspokenOfIsUnknownAndSaysWhy() {
        UUID old = look("host-5", Instant.now().minus(Duration.ofDays(3)), deb("host-ssl", "1", ""));
        assertThat(summary(old).get("known").asBoolean()).isFalse();
        assertThat(summary(old).get("reasons").toString()).contains("too old").contains("6.1.0-28-amd64");

        UUID nobody = send("host-6");
        assertThat(summary(nobody).get("reasons").toString()).contains("Nobody looked");
        assertProblem(api.get("/api/v1/nodes/" + UUID.randomUUID() + "/vulnerabilities"), 404, "NOT_FOUND");
        assertProblem(api.get("/api/v1/nodes/vulnerabilities"), 400, "INVALID_REQUEST");
        Assertions.assertThatThrownBy(() ->
                        vulnerabilities.summary(old, AccessScope.ofNamespace(SmallFleet.id(CLUSTER), "fleet-pay")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void exceptionsForEverywhereAndForTheClusterHoldOnNodesAndThoseOfWorkloadsDoNot() {
        UUID id = look("host-7", Instant.now(), deb("host-ssl", "1", ""), deb("host-shell", "1", ""));
        except("CVE-2026-8001", "FALSE_POSITIVE", CLUSTER, "");
        except("CVE-2026-8003", "DEFERRAL", "", "fleet-pay");

        assertThat(found(id, ""))
                .containsExactly("CVE-2026-8001 CRITICAL PLAIN FALSE_POSITIVE", "CVE-2026-8003 LOW PLAIN OBSERVED");
        jdbc.sql("insert into recount_due (kind, id) values ('NODE', ?)")
                .param(id.toString())
                .update();
        vulnerable.settle();
        assertThat(summary(id).get("counts").get("critical").asInt()).isZero();
        assertThat(summary(id).get("falsePositive").asInt()).isEqualTo(1);
        jdbc.sql("delete from exceptions where requested_by = 'host-test'").update();
    }

    private void except(String vulnerability, String kind, String cluster, String namespace) {
        jdbc.sql("""
                insert into exceptions (id, kind, state, vulnerability, cluster, namespace, label_key, label_value, image, component,
                    reason, justification, until_fixed, requested_by, requested_for, requested_at, decided_by, decision, ended_by,
                    end_cause)
                values (gen_random_uuid(), ?, 'APPROVED', ?, ?, ?, '', '', '', '', 'test', '', false, 'host-test', '{}', now(),
                    'other', '', '', '')
                """).params(kind, vulnerability, cluster, namespace).update();
    }
}
