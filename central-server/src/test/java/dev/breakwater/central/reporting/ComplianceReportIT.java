package dev.breakwater.central.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What stands in a report of compliance. */
@CentralApplication
class ComplianceReportIT {

    private static final List<String> OUTCOMES =
            List.of("PASS", "FAIL", "UNKNOWN", "EXCEPTED", "MANUAL", "NOT_APPLICABLE");

    @Autowired
    SmallFleet fleet;

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    private MadeReports reports;

    @BeforeEach
    void evaluate() {
        fleet.present();
        reports = new MadeReports(api);
        api.call("POST", "/api/v1/compliance/runs", Api.ADMIN, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "outcome:fail", "!outcome:pass", "control:4.1.1,4.2.1", "cluster:reef-east", "cluster:none"})
    void itsNumbersAreThoseOfItsRows(String q) {
        JsonNode job = reports.made(
                "numbers of " + q.replace(":", " "),
                "\"kind\":\"COMPLIANCE\",\"standards\":[\"nist-800-190\",\"pod-security-baseline\"],\"q\":\"" + q
                        + "\",\"formats\":[\"JSON\",\"CSV\"]");

        JsonNode json = reports.json(job);
        Map<String, Long> rows = new TreeMap<>();
        json.get("rows").forEach(row -> rows.merge(row.get("outcome").asString(), 1L, Long::sum));
        assertThat(figure(json, 1)).as("fail").isEqualTo(rows.getOrDefault("FAIL", 0L));
        assertThat(figure(json, 2)).as("unknown").isEqualTo(rows.getOrDefault("UNKNOWN", 0L));
        assertThat(figure(json, 3)).as("manual").isEqualTo(rows.getOrDefault("MANUAL", 0L));
        assertThat(bars(json)).isEqualTo(counted(json));
        assertThat(json.get("figures").get(0).get("value").asString().endsWith("%"))
                .as("a share of what was chosen by its outcome says nothing")
                .isEqualTo(!q.contains("outcome") && !rows.isEmpty());
        assertThat(reports.csv(job)).hasSize(json.get("rows").size());
    }

    private static long figure(JsonNode json, int index) {
        return Long.parseLong(
                json.get("figures").get(index).get("value").asString().replace(",", ""));
    }

    /** Standard and cluster → how many come out how, by the charts. */
    private static List<String> bars(JsonNode json) {
        List<String> bars = new ArrayList<>();
        for (JsonNode chart : json.get("charts")) {
            for (JsonNode bar : chart.get("bars")) {
                List<Long> values = StreamSupport.stream(bar.get("values").spliterator(), false)
                        .map(JsonNode::asLong)
                        .toList();
                bars.add(bar.get("name").asString() + " " + values);
            }
        }
        return bars.stream().sorted().toList();
    }

    /** The same by the rows. */
    private static List<String> counted(JsonNode json) {
        Map<String, long[]> counts = new TreeMap<>();
        for (JsonNode row : json.get("rows")) {
            String key =
                    row.get("standard").asString() + " " + row.get("cluster").asString();
            counts.computeIfAbsent(key, none -> new long[OUTCOMES.size()])[
                    OUTCOMES.indexOf(row.get("outcome").asString())]++;
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().substring(entry.getKey().indexOf(' ') + 1) + " "
                        + java.util.Arrays.toString(entry.getValue()))
                .sorted()
                .toList();
    }

    @Test
    void countsWhereNobodyLookedYetAsUnknown() {
        UUID unseen = UUID.randomUUID();
        jdbc.sql("insert into clusters (id, name, created_at, created_by) values (?, 'reef-unseen', now(), 'test')")
                .param(unseen)
                .update();
        JsonNode json;
        try {
            json = reports.json(reports.made(
                    "of a cluster that nobody looked at",
                    "\"kind\":\"COMPLIANCE\",\"standards\":[\"nist-800-190\"],\"clusters\":[\"reef-unseen\"],"
                            + "\"formats\":[\"JSON\"]"));
        } finally {
            jdbc.sql("delete from clusters where id = ?").param(unseen).update();
        }

        assertThat(json.get("rows").size()).isEqualTo(23);
        assertThat(json.get("rows")).allSatisfy(row -> {
            assertThat(row.get("outcome").asString()).isEqualTo("UNKNOWN");
            assertThat(row.get("evidence").get(0).asString()).isEqualTo("Nobody has looked yet.");
        });
        assertThat(figure(json, 2)).isEqualTo(23);
        assertThat(json.get("headline").asString()).startsWith("0 % of the controls");
    }

    @Test
    void tellsTheWorstOfManyClustersAndSaysSo() {
        jdbc.sql("""
                insert into clusters (id, name, created_at, created_by)
                select gen_random_uuid(), 'reef-many-' || n, now(), 'test' from generate_series(1, 22) n
                """).update();
        jdbc.sql("""
                insert into compliance_results
                select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'cluster_id', c.id,
                    'outcome', case when c.name = 'reef-many-22' then 'FAIL' else 'UNKNOWN' end))).*
                from compliance_results r, clusters c
                where r.standard = 'nist-800-190' and r.control = '4.1.1' and r.cluster_id = ? and c.name like 'reef-many-%'
                """).param(SmallFleet.id("reef-east")).update();
        String html;
        try {
            html = new String(
                    reports.bytes(
                            reports.made(
                                    "of many clusters",
                                    "\"kind\":\"COMPLIANCE\",\"standards\":[\"nist-800-190\"],\"q\":\"control:4.1.1"
                                            + " cluster:reef-many-*\",\"formats\":[\"HTML\"]"),
                            "html"),
                    StandardCharsets.UTF_8);
        } finally {
            jdbc.sql("delete from clusters where name like 'reef-many-%'").update();
        }
        assertThat(html)
                .contains("These are the 20 worst of 22 clusters")
                .containsPattern("Evidence, at most five objects of each cluster \\(40 of 1\\d\\d\\)");
        assertThat(html.indexOf("reef-many-22", html.indexOf("20 worst")))
                .as("the one that fails is told first")
                .isLessThan(html.indexOf("reef-many-1<", html.indexOf("20 worst")));
    }

    @Test
    void saysWhichOfItsStandardsIsGone() {
        ownStandard("house-gone");
        String id = reports.define(
                "one of two is gone",
                "\"kind\":\"COMPLIANCE\",\"standards\":[\"nist-800-190\",\"house-gone\"],\"formats\":[\"JSON\",\"CSV\",\"OSCAL\"]");
        api.call("DELETE", "/api/v1/compliance/standards/house-gone", Api.ADMIN, null);

        JsonNode job = reports.ended(id);

        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("DONE");
        JsonNode json = reports.json(job);
        assertThat(json.get("facts").get("Not in it").asString())
                .isEqualTo("the standard house-gone, which is no longer there");
        assertThat(json.get("headline").asString()).endsWith("The standard house-gone is no longer there.");
        assertThat(json.get("rows"))
                .allSatisfy(row -> assertThat(row.get("standard").asString()).isEqualTo("nist-800-190"));
        assertThat(new String(reports.bytes(job, "oscal"), StandardCharsets.UTF_8))
                .contains("The standard house-gone is no longer there");
    }

    @Test
    void isNotMadeIfItsOnlyStandardIsGone() {
        ownStandard("house-lost");
        String id = reports.define(
                "the only one is gone",
                "\"kind\":\"COMPLIANCE\",\"standards\":[\"house-lost\"],\"formats\":[\"PDF\",\"OSCAL\"]");
        api.call("DELETE", "/api/v1/compliance/standards/house-lost", Api.ADMIN, null);

        JsonNode job = reports.ended(id);

        assertThat(job.get("state").asString()).isEqualTo("FAILED");
        assertThat(job.get("reason").asString())
                .isEqualTo(
                        "The standard house-lost is no longer there, and the report is about no other. Bring it back, or"
                                + " change the report.");
        assertThat(job.get("attempts").asInt()).as("trying again does not help").isEqualTo(1);
        assertThat(job.get("files")).isEmpty();
    }

    private void ownStandard(String id) {
        Api.Answer made = api.call("POST", "/api/v1/compliance/standards", Api.ADMIN, """
                id: %s
                name: House rules
                sections:
                  - id: A
                    title: Ours
                    controls:
                      - {id: A.1, title: Owners, asks: Somebody answers., checks: [owner-known]}
                """.formatted(id));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    @Test
    void tellsWhoAttestedWhatForWhichClusterAndUntilWhen() {
        String statement = "ClamAV scans every image before it may run; the shift reads what it finds.";
        Instant until = Instant.now().plus(Duration.ofDays(100)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        Api.Answer attested = api.form(
                "/api/v1/compliance/attestations",
                Api.ADMIN,
                Map.of(
                        "standard",
                        "nist-800-190",
                        "control",
                        "4.1.3",
                        "clusterId",
                        SmallFleet.id("reef-east").toString(),
                        "statement",
                        statement,
                        "validUntil",
                        until.toString()),
                "minutes.pdf",
                "application/pdf",
                new byte[] {1, 2, 3});
        assertThat(attested.status()).as(attested.body()).isEqualTo(201);

        JsonNode job = reports.made(
                "with attestations",
                "\"kind\":\"COMPLIANCE\",\"standards\":[\"nist-800-190\"],\"q\":\"control:4.1.3\",\"formats\":[\"CSV\",\"HTML\",\"PDF\"]");

        assertThat(row(job, "reef-east"))
                .containsEntry("reference", "NIST SP 800-190 4.1.3")
                .containsEntry("attestation", statement)
                .containsEntry("attestedBy", "admin")
                .hasEntrySatisfying(
                        "basis",
                        basis -> assertThat(basis).matches(".*(attested by admin until \\d{4}-\\d{2}-\\d{2}|measured)"))
                .containsEntry("attestationFile", "minutes.pdf")
                .containsEntry(
                        "attestationValidUntil",
                        until.toString().replace("T", " ").replace("Z", ""));
        assertThat(row(job, "reef-west"))
                .as("it is of the other cluster")
                .containsEntry("attestation", "")
                .containsEntry("attestedBy", "");
        assertThat(new String(reports.bytes(job, "html"), StandardCharsets.UTF_8))
                .contains("Attested for the cluster reef-east by admin", statement, "minutes.pdf");
        assertThat(new String(
                        reports.bytes(
                                reports.made(
                                        "of the other cluster",
                                        "\"kind\":\"COMPLIANCE\",\"standards\":[\"nist-800-190\"],\"clusters\":[\"reef-west\"],\"formats\":[\"HTML\"]"),
                                "html"),
                        StandardCharsets.UTF_8))
                .doesNotContain(statement);
    }

    @Test
    void tellsWhatIsExceptedUntilWhenAndByWhom() {
        String wish = """
                {"check": "pss-seccomp-set", "clusterId": "%s", "namespace": "fleet-pay", "kind": "", "name": "",
                 "reason": "Rebuilt in March.", "endsAt": "%s"}
                """.formatted(SmallFleet.id("reef-east"), Instant.now().plus(Duration.ofDays(9)));
        Api.Answer asked = api.call("POST", "/api/v1/compliance/exceptions", Api.ADMIN, wish);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String id = asked.json().get("id").asString();
        jdbc.sql(
                        "update compliance_exceptions set state = 'APPROVED', decided_by = 'bob', decided_at = now() where id = ?")
                .param(UUID.fromString(id))
                .update();
        api.call("POST", "/api/v1/compliance/runs", Api.ADMIN, "");
        JsonNode job;
        try {
            job = reports.made(
                    "with exceptions",
                    "\"kind\":\"COMPLIANCE\",\"standards\":[\"pod-security-restricted\"],\"clusters\":[\"reef-east\"],"
                            + "\"formats\":[\"JSON\",\"CSV\"]");
        } finally {
            api.call("POST", "/api/v1/compliance/exceptions/" + id + "/end", Api.ADMIN, "{}");
            api.call("POST", "/api/v1/compliance/runs", Api.ADMIN, "");
        }

        assertThat(reports.json(job).get("rows").toString())
                .contains(
                        "Excepted in reef-east until ",
                        "every object",
                        "Asked by admin, approved by bob: Rebuilt in March.");
        assertThat(reports.csv(job).stream().map(row -> row.get("exceptions")))
                .anyMatch(words -> words.contains("approved by bob"));
        assertThat(reports.csv(reports.file(job, named(job, "-evidence.csv"))))
                .anyMatch(row -> row.get("outcome").equals("EXCEPTED")
                        && row.get("exception").equals(id));
    }

    @Test
    void namesEveryObjectInCsvAndJsonAndSaysOnPaperWhereTheyAre() {
        JsonNode job = reports.made(
                "every object",
                "\"kind\":\"COMPLIANCE\",\"standards\":[\"pod-security-restricted\",\"nist-800-190\"],"
                        + "\"formats\":[\"CSV\",\"JSON\",\"PDF\",\"HTML\"]");

        JsonNode json = reports.json(job);
        long answers = 0;
        for (JsonNode row : json.get("rows")) {
            for (String kind : List.of("failed", "unknown", "excepted")) {
                answers += row.get(kind).asLong();
            }
            assertThat(row.get("evidence").isArray()).isTrue();
        }
        List<String> named = new ArrayList<>();
        json.get("evidence")
                .forEach(row -> named.add(row.get("control").asString()
                        + ' '
                        + row.get("cluster").asString()
                        + ' '
                        + row.get("check").asString()
                        + ' '
                        + row.get("kind").asString()
                        + ' '
                        + row.get("namespace").asString()
                        + '/'
                        + row.get("name").asString()));
        assertThat(named).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        JsonNode most = worst(json);
        assertThat(most.get("failed").asLong()).as("more than paper shows").isGreaterThan(5);
        assertThat(named.stream()
                        .filter(name -> name.startsWith(most.get("control").asString()
                                + ' '
                                + most.get("cluster").asString()
                                + ' '))
                        .count())
                .isEqualTo(most.get("failed").asLong() + most.get("unknown").asLong());
        assertThat(answers).isGreaterThanOrEqualTo(named.size());
        String file = named(job, "-evidence.csv");
        List<Map<String, String>> csv = reports.csv(reports.file(job, file));
        assertThat(csv).hasSize(named.size());
        assertThat(csv.getFirst()).containsKeys("reference", "outcome", "message", "path", "observedAt", "exception");
        assertThat(new String(reports.bytes(job, "html"), StandardCharsets.UTF_8))
                .contains("that fail or are unknown are shown here; all of them are in " + file);
    }

    private static JsonNode worst(JsonNode json) {
        JsonNode most = json.get("rows").get(0);
        for (JsonNode row : json.get("rows")) {
            boolean restricted = row.get("standard").asString().equals("pod-security-restricted");
            most = restricted && row.get("failed").asLong() > most.get("failed").asLong() ? row : most;
        }
        return most;
    }

    private static String named(JsonNode job, String end) {
        for (JsonNode file : job.get("files")) {
            if (file.get("name").asString().endsWith(end)) {
                return file.get("name").asString();
            }
        }
        throw new AssertionError("no file " + end + " in " + job.get("files"));
    }

    private Map<String, String> row(JsonNode job, String cluster) {
        return reports.csv(job).stream()
                .filter(row -> row.get("cluster").equals(cluster))
                .findFirst()
                .orElseThrow();
    }
}
