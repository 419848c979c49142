package dev.breakwater.central.vulnerabilities;

import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.advisory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.images.KnownFindings;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.central.testing.VulnerableFleet;
import dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Vulnerability.State;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** VEX documents of suppliers as a client brings them, and what they change. */
@CentralApplication
class VexRestIT {

    private static final String CVE = "CVE-2026-7001";
    private static final String ID = "https://supplier.example/vex/1";

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @Autowired
    VulnerableFleet vulnerable;

    @Autowired
    KnownFindings known;

    @Autowired
    FeedImport feeds;

    @Autowired
    JdbcClient jdbc;

    private JsonNode one;
    private String digest;
    private String purl;

    @BeforeEach
    void fill() {
        vulnerable.in(fleet);
        one = findings(CVE, "observed").getFirst();
        digest = one.get("digest").asString();
        purl = one.get("finding").get("purl").asString();
    }

    @AfterEach
    void remove() {
        api.call("DELETE", "/api/v1/vex/documents?id=" + Api.encoded(ID), Api.ADMIN, null);
        vulnerable.settle();
    }

    @Test
    void aDocumentThatWouldSayNothingIsNotMade() {
        Answer empty = api.get("/api/v1/vex?format=openvex&digest=" + Api.encoded(digest));
        assertThat(empty.status()).as(empty.body()).isEqualTo(409);
        assertThat(empty.body()).contains("There is nothing to tell");
        assertThat(api.get("/api/v1/vex?digest=sha256:nope").status()).isEqualTo(404);
    }

    @Test
    void whatASupplierSaysHoldsForThatImageAndThatPackageUntilANewerDocumentSaysOtherwise() {
        int before = findings(CVE, "observed").size();
        List<JsonNode> here = inThisImage(findings(CVE, "observed"));
        List<JsonNode> others = inThisImage(findings("CVE-2026-7002", "observed"));
        assertThat(before).isGreaterThan(here.size());

        Answer brought = bring(document(1, "2026-05-01T00:00:00Z", "not_affected"));
        assertThat(brought.status()).as(brought.body()).isEqualTo(201);
        assertThat(brought.json().get("acting").asInt()).isEqualTo(1);
        assertThat(brought.json().get("broughtBy").asString()).contains("admin");
        vulnerable.settle();

        List<JsonNode> dismissed = findings(CVE, "false-positive");
        assertThat(dismissed).hasSameSizeAs(here).isNotEmpty();
        assertThat(inThisImage(dismissed)).hasSameSizeAs(dismissed);
        assertThat(findings(CVE, "observed")).hasSize(before - here.size());
        assertThat(inThisImage(findings("CVE-2026-7002", "observed"))).hasSameSizeAs(others);
        assertThat(state(CVE)).isEqualTo(State.FALSE_POSITIVE);
        assertThat(state("CVE-2026-7002")).isEqualTo(State.OBSERVED);
        assertThat(row().get("falsePositive").asInt()).isPositive();
        JsonNode said = api.get("/api/v1/vulnerabilities/" + CVE).json().get("statements");
        assertThat(said.size()).isEqualTo(1);
        assertThat(said.get(0).get("justification").asString()).isEqualTo("vulnerable_code_not_in_execute_path");
        assertThat(said.get(0).get("author").asString()).isEqualTo("Supplier");
        assertThat(api.get("/api/v1/audit-log?q=name:" + Api.encoded("\"" + ID + "\""))
                        .body())
                .contains("brought");

        assertThat(bring(document(2, "2026-06-01T00:00:00Z", "affected")).status())
                .isEqualTo(201);
        vulnerable.settle();
        assertThat(findings(CVE, "false-positive")).isEmpty();
        assertThat(findings(CVE, "observed")).hasSize(before);
        assertThat(state(CVE)).isEqualTo(State.OBSERVED);
        Answer older = bring(document(1, "2026-05-01T00:00:00Z", "not_affected"));
        assertThat(older.status()).isEqualTo(409);
        assertThat(older.body()).contains("newer");

        assertThat(bring(document(3, "2026-07-01T00:00:00Z", "fixed")).status()).isEqualTo(201);
        vulnerable.settle();
        assertThat(findings(CVE, "false-positive")).hasSameSizeAs(here);
        remove();
        assertThat(findings(CVE, "observed")).hasSize(before);
        assertThat(row().get("falsePositive").asInt()).isZero();
    }

    @Test
    void theWorkloadsThatItReachesAreJudgedAnew() {
        UUID workload = UUID.fromString(one.get("workload").get("id").asString());
        Instant before = Instant.now();
        bring(document(1, "2026-05-01T00:00:00Z", "not_affected"));
        // It waits, or whoever judges was at it already.
        long after = jdbc.sql(
                        "select (select count(*) from judgement_due where workload_id = :id and cause like '%VEX document%')"
                                + " + (select count(*) from judgements where workload_id = :id and judged_at >= :before::timestamptz)")
                .param("id", workload)
                .param("before", before.toString())
                .query(Long.class)
                .single();
        assertThat(after).isPositive();
    }

    @Test
    void whatIsBroughtAndWrittenAndBroughtAgainIsTheSame() {
        bring(document(1, "2026-05-01T00:00:00Z", "not_affected"));
        for (String format : List.of("openvex", "cyclonedx", "csaf")) {
            String first = written(format);
            Answer again = bring(first);
            assertThat(again.status()).as(format + again.body()).isEqualTo(201);
            assertThat(again.json().get("id").asString()).isEqualTo(ID);
            assertThat(again.json().get("acting").asInt()).as(format).isEqualTo(1);
            assertThat(written(format)).as(format).isEqualTo(first);
            assertThat(state(CVE)).as(format).isEqualTo(State.FALSE_POSITIVE);
        }
    }

    @Test
    void aStatementHoldsOfWhatIsFoundOnlyAfterIt() {
        String later = "CVE-2026-7090";
        assertThat(bring(document(1, "2026-05-01T00:00:00Z", "fixed").replace(CVE, later))
                        .status())
                .isEqualTo(201);
        feeds.take(AdvisoryFixture.feed(
                "after-vex", advisory(later).severity(Severity.LOW).in("Debian:12", "openssl", "")));
        vulnerable.settle();
        assertThat(findings(later, "observed")).isNotEmpty();
        assertThat(inThisImage(findings(later, "observed"))).isEmpty();
        assertThat(inThisImage(findings(later, "false-positive"))).isNotEmpty();
    }

    @Test
    void anImageByItsTagMeansNothing() {
        String tag =
                document(1, "2026-05-01T00:00:00Z", "not_affected").replace("@" + digest.replace(":", "%3A"), "@1.0");
        JsonNode brought = bring(tag).json();
        assertThat(brought.get("statements").asInt()).isEqualTo(1);
        assertThat(brought.get("acting").asInt()).isZero();
        assertThat(findings(CVE, "false-positive")).isEmpty();
    }

    @Test
    void aPackageUrlOfNoImageMeansThatPackageInEveryImage() {
        String everywhere = """
                {"@context":"https://openvex.dev/ns/v0.2.0","@id":"%s","author":"Supplier","version":1,
                 "timestamp":"2026-05-01T00:00:00Z","statements":[{"vulnerability":{"name":"%s"},
                 "products":[{"@id":"%s"}],"status":"fixed"}]}
                """.formatted(ID, CVE, purl);
        String version = one.get("finding").get("version").asString();
        long wanted = findings(CVE, "observed").stream()
                .filter(each -> each.get("finding").get("version").asString().equals(version))
                .count();
        assertThat(bring(everywhere).status()).isEqualTo(201);
        assertThat(findings(CVE, "false-positive")).hasSize((int) wanted);
    }

    @Test
    void whatIsNoDocumentIsRefusedWithItsReason() {
        Answer nonsense = bring("{\"hello\":1}");
        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(nonsense.contentType()).contains("problem+json");
        assertThat(nonsense.body()).contains("OpenVEX");
        Answer status = bring(document(1, "2026-05-01T00:00:00Z", "maybe"));
        assertThat(status.status()).isEqualTo(400);
        assertThat(status.body()).contains("status", "maybe");
        String noId = document(1, "2026-05-01T00:00:00Z", "affected").replace(ID, "");
        assertThat(bring(noId).body()).contains("body/id");
        assertThat(api.call("POST", "/api/v1/vex", Api.ADMIN, " ".repeat(10 << 20))
                        .status())
                .isEqualTo(413);
        assertThat(api.call("POST", "/api/v1/vex", Api.ANALYST, document(1, "2026-05-01T00:00:00Z", "fixed"))
                        .status())
                .isEqualTo(403);
        assertThat(api.get("/api/v1/vex/documents").body()).doesNotContain(ID);
    }

    @Test
    void aFileIsTakenFromAForm() {
        String boundary = "vex-boundary";
        String form = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"supplier.json\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + document(1, "2026-05-01T00:00:00Z", "fixed") + "\r\n--"
                + boundary + "--\r\n";
        Answer brought = api.send(api.request("/api/v1/vex", Api.ADMIN)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        assertThat(brought.status()).as(brought.body()).isEqualTo(201);
        assertThat(api.get("/api/v1/vex/documents").body()).contains("supplier.json", ID);
    }

    private Answer bring(String document) {
        return api.call("POST", "/api/v1/vex", Api.ADMIN, document);
    }

    private String written(String format) {
        Answer answer = api.get("/api/v1/vex/documents/content?format=" + format + "&id=" + Api.encoded(ID));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String document(int version, String at, String status) {
        String why = status.equals("not_affected") ? ",\"justification\":\"vulnerable_code_not_in_execute_path\"" : "";
        String action = status.equals("affected") ? ",\"action_statement\":\"Take the next version.\"" : "";
        return """
                {"@context":"https://openvex.dev/ns/v0.2.0","@id":"%s","author":"Supplier","version":%d,"timestamp":"%s",
                 "statements":[{"vulnerability":{"name":"%s"},"products":[{"@id":"pkg:oci/app@%s",
                 "subcomponents":[{"@id":"%s"}]}],"status":"%s"%s%s}]}
                """.formatted(ID, version, at, CVE, digest.replace(":", "%3A"), purl, status, why, action);
    }

    private State state(String cve) {
        UUID workload = UUID.fromString(one.get("workload").get("id").asString());
        int content = jdbc.sql("select id from image_contents where digest = :digest")
                .param("digest", digest)
                .query(Integer.class)
                .single();
        KnownFindings.Decided decided = known.decidedFor(List.of(workload)).get(workload);
        return decided == null
                ? State.OBSERVED
                : decided.of(content, one.get("finding").get("packageId").asInt(), cve);
    }

    private JsonNode row() {
        return api.get("/api/v1/vulnerabilities?q=cve:" + CVE)
                .json()
                .get("items")
                .get(0);
    }

    private List<JsonNode> inThisImage(List<JsonNode> rows) {
        return rows.stream()
                .filter(each -> each.get("digest").asString().equals(digest))
                .toList();
    }

    private List<JsonNode> findings(String cve, String state) {
        return api.get("/api/v1/vulnerabilities/findings?pageSize=500&q=cve:" + cve + "%20state:" + state)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }
}
