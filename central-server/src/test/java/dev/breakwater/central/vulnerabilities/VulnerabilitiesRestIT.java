package dev.breakwater.central.vulnerabilities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.access.Role;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.central.testing.VulnerableFleet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Feeds, findings and exceptions as a client meets them. */
@CentralApplication
class VulnerabilitiesRestIT {

    private static final String BOB = Api.basic("bob-of-exceptions", "somebody else altogether");

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @Autowired
    VulnerableFleet vulnerable;

    @BeforeEach
    void fill() {
        vulnerable.in(fleet);
        api.call(
                "POST",
                "/api/v1/users",
                Api.ADMIN,
                "{\"username\":\"bob-of-exceptions\",\"password\":\"somebody else altogether\",\"role\":\"ADMIN\"}");
    }

    @Test
    void aFeedThatIsBroughtIsListedAndSpeaksForItsEcosystem() throws IOException {
        byte[] zip = zip(Map.of("GO-1.json", osv("GO-REST-1", "CVE-2026-8101", "Go", "example.org/rest", "1.2.0")));
        Answer brought = bring("osv-rest.zip", zip, Api.ADMIN);
        assertThat(brought.status()).as(brought.body()).isEqualTo(200);
        JsonNode feed = named(api.get("/api/v1/feeds").json(), "osv-rest");
        assertThat(feed.get("state").asString()).isEqualTo("OK");
        assertThat(feed.get("source").asString()).isEqualTo("osv-rest.zip");
        assertThat(feed.get("entries").asInt()).isEqualTo(1);
        assertThat(feed.get("ageSeconds").asInt()).isLessThan(600);
        assertThat(feed.get("ecosystems").get(0).get("ecosystem").asString()).isEqualTo("Go");
    }

    @Test
    void aFileIsAsOldAsItsNewestEntry() throws IOException {
        Instant then = Instant.parse("2026-05-01T00:00:00Z");
        byte[] old =
                zip(Map.of("GO-3.json", osv("GO-REST-3", "CVE-2026-8103", then, "Go", "example.org/old", "1.2.0")));

        JsonNode feed = named(bring("osv-old.zip", old, Api.ADMIN).json(), "osv-old");

        assertThat(feed.get("state").asString()).isEqualTo("STALE");
        assertThat(feed.get("asOf").asString()).isEqualTo(then.toString());
        assertThat(feed.get("reason").asString()).contains("older than the 7 days that are allowed");
        byte[] older = zip(Map.of(
                "GO-3.json",
                osv("GO-REST-3", "CVE-2026-8103", then.minusSeconds(60), "Go", "example.org/old", "1.2.0")));
        assertThat(bring("osv-old.zip", older, Api.ADMIN).body()).contains("older than that of what is in use");
    }

    @Test
    void whatIsNoFeedIsRefusedWithAReasonAndLeavesNothing() {
        Answer refused = bring("nonsense.zip", "not a feed".getBytes(StandardCharsets.UTF_8), Api.ADMIN);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("nonsense");
        assertThat(api.get("/api/v1/feeds").body()).doesNotContain("nonsense");
        assertThat(bring("a.zip", new byte[0], Api.ANALYST).status()).isEqualTo(403);
        assertThat(bring("../a.zip", new byte[0], Api.ADMIN).status()).isEqualTo(400);
    }

    @Test
    void ofSeveralFeedsEachSaysWhetherItWasTaken() throws IOException {
        byte[] good = zip(Map.of("GO-2.json", osv("GO-REST-2", "CVE-2026-8102", "Go", "example.org/two", "1.2.0")));
        String boundary = "feed-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, boundary, "osv-two.zip", good);
        part(body, boundary, "broken-two.zip", "not a feed".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));

        Answer some = send(body.toByteArray(), boundary);

        assertThat(some.status()).as(some.body()).isEqualTo(207);
        assertThat(named(some.json(), "osv-two").get("state").asString()).isEqualTo("OK");
        assertThat(named(some.json(), "broken-two").get("reason").asString()).isNotEmpty();
        assertThat(named(some.json(), "broken-two").get("state").asString()).isIn("REFUSED", "FAILED");

        assertThat(api.call("DELETE", "/api/v1/feeds/broken-two", Api.ANALYST, null)
                        .status())
                .isEqualTo(403);
        assertThat(api.call("DELETE", "/api/v1/feeds/broken-two", Api.ADMIN, null)
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/api/v1/feeds").body()).doesNotContain("broken-two");
        assertThat(api.call("DELETE", "/api/v1/feeds/broken-two", Api.ADMIN, null)
                        .status())
                .isEqualTo(404);
        assertThat(api.call("DELETE", "/api/v1/feeds/osv-two", Api.ANALYST, null)
                        .status())
                .isEqualTo(403);
        assertThat(api.call("DELETE", "/api/v1/feeds/osv-two", Api.ADMIN, null).status())
                .as("its entries are in use, and go")
                .isEqualTo(204);
        assertThat(api.get("/api/v1/feeds").body()).doesNotContain("osv-two");
    }

    @Test
    void ofOneThatOnlyACatalogueNamesItIsKnownThatItIsExploited() {
        byte[] catalogue =
                """
                {"title": "A catalogue", "catalogVersion": "1", "dateReleased": "%s", "count": 1, "vulnerabilities": [{
                 "cveID": "CVE-2021-44228", "vendorProject": "a", "product": "log4j", "vulnerabilityName": "n",
                 "dateAdded": "2021-12-10", "shortDescription": "d", "requiredAction": "Update.", "dueDate": "2021-12-24",
                 "knownRansomwareCampaignUse": "Known", "notes": ""}]}
                """.formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)).getBytes(StandardCharsets.UTF_8);
        assertThat(bring("kev-rest.json", catalogue, Api.ADMIN).status()).isEqualTo(200);

        JsonNode told = api.get("/api/v1/vulnerabilities/cve-2021-44228").json();

        assertThat(told.get("id").asString()).isEqualTo("CVE-2021-44228");
        assertThat(told.get("knownExploitedSince").asString()).isEqualTo("2021-12-10");
        assertThat(told.get("severity").asString()).isEqualTo("UNKNOWN");
        assertThat(told.get("opinions")).isEmpty();
        assertThat(api.call("DELETE", "/api/v1/feeds/kev-rest", Api.ADMIN, null).status())
                .isEqualTo(204);
        assertThat(api.get("/api/v1/vulnerabilities/CVE-2021-44228").status()).isEqualTo(404);
    }

    /** What is in use came from another file than the one that was refused. */
    @Test
    void aFileThatIsRefusedIsToldApartFromTheOneThatIsInUse() throws IOException {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            many.put(
                    "GO-9" + i + ".json",
                    osv("GO-REST-9" + i, "CVE-2026-81" + (50 + i), "Go", "example.org/nine", "1.2.0"));
        }
        assertThat(bring("osv-nine.zip", zip(many), Api.ADMIN).status()).isEqualTo(200);
        byte[] few = zip(Map.of("GO-90.json", many.get("GO-90.json")));

        Answer refused = bring("osv-nine.tar.zip", few, Api.ADMIN);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("detail").asString())
                .isEqualTo("osv-nine was not taken. It shrank from 30 entries to 1; at least 80 % have to be left.");
        JsonNode feed = named(api.get("/api/v1/feeds").json(), "osv-nine");
        assertThat(feed.get("state").asString()).isEqualTo("REFUSED");
        assertThat(feed.get("entries").asInt()).isEqualTo(30);
        assertThat(feed.get("source").asString()).isEqualTo("osv-nine.zip");
        assertThat(feed.get("refusedSource").asString()).isEqualTo("osv-nine.tar.zip");
        JsonNode go = feed.get("ecosystems").get(0);
        assertThat(go.get("complete").asBoolean()).as("by its own count").isTrue();
        assertThat(go.get("small").asBoolean()).isTrue();
        assertThat(go.get("familyAdvisories").asInt()).isEqualTo(30);
        assertThat(go.get("usual").asInt()).isEqualTo(3_000);
    }

    /** That an old feed could not be brought anew is not hidden behind its age. */
    @Test
    void aFeedThatIsOldAndWhoseLastFileWasRefusedSaysBoth() throws IOException {
        Instant then = Instant.parse("2026-05-01T00:00:00Z");
        bring(
                "osv-both.zip",
                zip(Map.of("GO-4.json", osv("GO-REST-4", "CVE-2026-8104", then, "Go", "example.org/b", "1.2.0"))),
                Api.ADMIN);
        bring("osv-both.zip", "not a feed".getBytes(StandardCharsets.UTF_8), Api.ADMIN);

        JsonNode feed = named(api.get("/api/v1/feeds").json(), "osv-both");

        assertThat(feed.get("state").asString()).isEqualTo("STALE");
        assertThat(feed.get("reason").asString())
                .contains("older than it may be")
                .contains("The last file was");
    }

    /** What does not apply anywhere is counted apart, of images and components as of vulnerabilities. */
    @Test
    void whatDoesNotApplyAnywhereIsNotCountedOfImagesAndComponents() {
        List<JsonNode> images = rows("images?q=cve:CVE-2026-7002");
        List<JsonNode> components = rows("components?q=cve:CVE-2026-7002");
        assertThat(images).isNotEmpty();
        assertThat(components).isNotEmpty();
        String body = "{\"kind\":\"FALSE_POSITIVE\",\"vulnerability\":\"cve-2026-7002\",\"reason\":\"not there\","
                + "\"justification\":\"component_not_present\",\"place\":{}}";
        Answer asked = api.call("POST", "/api/v1/exceptions", Api.ADMIN, body);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(asked.json().get("vulnerability").asString()).isEqualTo("CVE-2026-7002");
        String path = "/api/v1/exceptions/" + asked.json().get("id").asString();
        Answer again = api.call("POST", "/api/v1/exceptions", BOB, body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains(asked.json().get("id").asString());
        assertThat(api.call("POST", path + "/approve", BOB, "{}").status()).isEqualTo(200);
        vulnerable.settle();

        // By image: fewer of them may change the order.
        Map<String, JsonNode> before = byDigest(images);
        Map<String, JsonNode> after = byDigest(rows("images?q=cve:CVE-2026-7002"));
        assertThat(after).hasSameSizeAs(before);
        after.forEach((digest, row) -> {
            JsonNode then = Objects.requireNonNull(before.get(digest));
            assertThat(total(row) + row.get("falsePositive").asInt())
                    .as("%s, before %s", row, then)
                    .isEqualTo(total(then) + then.get("falsePositive").asInt());
        });
        assertThat(after.values().stream()
                        .mapToInt(VulnerabilitiesRestIT::total)
                        .sum())
                .isLessThan(before.values().stream()
                        .mapToInt(VulnerabilitiesRestIT::total)
                        .sum());
        assertThat(rows("components?q=cve:CVE-2026-7002"))
                .allSatisfy(row -> assertThat(row.get("falsePositive").asInt()).isPositive());
        assertThat(rows("?q=cve:CVE-2026-7002%20state:observed")).isEmpty();

        assertThat(api.call("POST", path + "/end", Api.ADMIN, "{}").status()).isEqualTo(200);
        vulnerable.settle();
        byDigest(rows("images?q=cve:CVE-2026-7002"))
                .forEach((digest, row) -> assertThat(total(row)).isEqualTo(total(before.get(digest))));
    }

    @Test
    void anExceptionSaysWhereAndIsRefusedWithAReason() {
        String body = "{\"kind\":\"FALSE_POSITIVE\",\"vulnerability\":\"CVE-2026-7001\",\"reason\":\"not there\","
                + "\"justification\":\"component_not_present\"%s}";
        Answer nowhere = api.call("POST", "/api/v1/exceptions", Api.ADMIN, body.formatted(""));
        assertThat(nowhere.status()).isEqualTo(400);
        assertThat(nowhere.json().get("errors").get(0).get("field").asString()).isEqualTo("place");
        Answer gone = api.call(
                "POST", "/api/v1/exceptions", Api.ADMIN, body.formatted(",\"place\":{\"cluster\":\"atlantis\"}"));
        assertThat(gone.status()).isEqualTo(400);
        assertThat(gone.body()).contains("place/cluster").contains("atlantis");

        JsonNode asked = api.call(
                        "POST",
                        "/api/v1/exceptions",
                        Api.ADMIN,
                        body.formatted(",\"place\":{\"namespace\":\"fleet-pay\"}"))
                .json();
        String path = "/api/v1/exceptions/" + asked.get("id").asString();
        assertThat(api.call("POST", path + "/deny", Api.ADMIN, "{}").status())
                .as("who asked is told why")
                .isEqualTo(400);
        assertThat(api.call("POST", path + "/deny", Api.ADMIN, "{\"note\":\"it is there\"}")
                        .status())
                .isEqualTo(200);
        Answer late = api.call("POST", path + "/deny", BOB, "{\"note\":\"it is there\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("it is denied");
    }

    private List<JsonNode> rows(String list) {
        return api.get("/api/v1/vulnerabilities" + (list.startsWith("?") ? "" : "/") + list)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private static Map<String, JsonNode> byDigest(List<JsonNode> images) {
        Map<String, JsonNode> found = new HashMap<>();
        images.forEach(row -> found.put(row.get("digest").asString(), row));
        return found;
    }

    private static int total(JsonNode row) {
        return row.get("counts").valueStream().mapToInt(JsonNode::asInt).sum();
    }

    @Test
    void whatCannotBeUsedIsNamedWithItsValueAndWhatIsAllowed() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "/api/v1/vulnerabilities?q=epss:%3E2", "q/epss is '2'; allowed: a number from 0 to 1,",
                        "/api/v1/vulnerabilities?q=cvss:%3E11", "q/cvss is '11'; allowed: a number from 0 to 10,",
                        "/api/v1/vulnerabilities?pageSize=0", "pageSize is '0'; allowed: a number from 1 to 500",
                        "/api/v1/vulnerabilities?pageSize=many",
                                "pageSize is 'many'; allowed: a whole number from 1 to 500")
                .entrySet()) {
            Answer answer = api.get(wrong.getKey());
            assertThat(answer.status()).as(wrong.getKey()).isEqualTo(400);
            assertThat(answer.json().get("detail").asString()).contains(wrong.getValue());
            assertThat(answer.json().get("errors")).hasSize(1);
        }
        Answer missing = send("--b--\r\n".getBytes(StandardCharsets.UTF_8), "b");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.json().get("errors").get(0).get("field").asString()).isEqualTo("file");
        Answer other = api.send(api.request("/api/v1/feeds", Api.ADMIN)
                .header("Content-Type", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build());
        assertThat(other.status()).isEqualTo(415);
        assertThat(other.json().get("errors").get(0).get("value").asString()).contains("text/html");
    }

    @Test
    void aListOfAClusterThatNobodyKnowsIsNotFoundAndNoEmptyList() {
        assertThat(api.get("/api/v1/violations?cluster=nope").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/workloads?cluster=nope").body()).contains("'nope'");
        assertThat(api.get("/api/v1/workloads?q=cluster:nope").status())
                .as("a filter that nothing matches")
                .isEqualTo(200);
        assertThat(api.get("/api/v1/workloads?cluster="
                                + SmallFleet.CLUSTERS.getFirst().toUpperCase(Locale.ROOT))
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/api/v1/workloads?cluster=no*").status()).isEqualTo(200);
    }

    @Test
    void aVulnerabilityTellsWhereItRuns() {
        JsonNode row = api.get("/api/v1/vulnerabilities?q=cve:CVE-2026-7001")
                .json()
                .get("items")
                .get(0);
        assertThat(row.get("severity").asString()).isEqualTo("CRITICAL");
        assertThat(row.get("fixable").asBoolean()).isTrue();
        JsonNode affected = api.get("/api/v1/vulnerabilities/CVE-2026-7001/affected?pageSize=500")
                .json()
                .get("items");
        assertThat(affected.valueStream()
                        .map(one -> one.get("workload").get("id").asString())
                        .distinct()
                        .count())
                .isEqualTo(row.get("workloads").asInt());
        assertThat(affected.get(0).get("finding").get("fixedVersion").asString())
                .isEqualTo("3.0.2");
        assertThat(api.get("/api/v1/vulnerabilities/GHSA-small/affected").status())
                .isEqualTo(200);
        assertThat(api.get("/api/v1/vulnerabilities/CVE-1999-0000/affected").status())
                .isEqualTo(404);
        String digest = affected.get(0).get("digest").asString();
        assertThat(api.get("/api/v1/images/" + digest + "/vulnerabilities").body())
                .contains("CVE-2026-7001", "CVE-2026-7002", "\"state\":\"COMPLETE\"");
        assertThat(api.get("/api/v1/vulnerabilities/findings").status()).isEqualTo(400);
        for (String list : List.of("images", "workloads", "components", "owners")) {
            assertThat(api.get("/api/v1/vulnerabilities/" + list).json().get("items"))
                    .as(list)
                    .isNotEmpty();
        }
    }

    @Test
    void whatIsApprovedHidesExactlyWhatItsPreviewSaidAndComesBackWhenItIsTakenBack() {
        String body = "{\"kind\":\"DEFERRAL\",\"vulnerability\":\"CVE-2026-7002\",\"reason\":\"no way in\","
                + "\"endsAt\":\"2099-01-01T00:00:00Z\",\"place\":{\"cluster\":\"reef-east\"}}";
        assertThat(api.call("POST", "/api/v1/exceptions", Api.ADMIN, body).body())
                .contains("two years");
        body = body.replace("2099-01-01", LocalDate.now().plusDays(30).toString());
        JsonNode preview =
                api.call("POST", "/api/v1/exceptions/preview", Api.ADMIN, body).json();
        assertThat(preview.get("findings").asInt()).isPositive();
        int before = deferred();
        JsonNode asked = api.call("POST", "/api/v1/exceptions", Api.ADMIN, body).json();
        String path = "/api/v1/exceptions/" + asked.get("id").asString();
        assertThat(deferred()).isEqualTo(before);

        Answer own = api.call("POST", path + "/approve", Api.ADMIN, "{}");
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.body()).contains("Another person");
        assertThat(api.call("POST", path + "/approve", api.token(Role.ADMIN), "{}")
                        .status())
                .isEqualTo(409);
        assertThat(api.call("POST", path + "/approve", Api.ANALYST, "{}").status())
                .isEqualTo(403);

        Answer approved = api.call("POST", path + "/approve", BOB, "{\"note\":\"agreed\"}");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        vulnerable.settle();
        assertThat(deferred() - before).isEqualTo(preview.get("findings").asInt());
        JsonNode again =
                api.call("POST", "/api/v1/exceptions/preview", Api.ADMIN, body).json();
        assertThat(again.get("findings").asInt())
                .as("what is put off already is hidden by nothing else")
                .isZero();
        assertThat(again.get("workloads").asInt()).isZero();
        assertThat(again.get("already").asInt())
                .isEqualTo(preview.get("findings").asInt());
        assertThat(api.get(path + "/preview").json().get("findings").asInt())
                .as("the one itself hides them")
                .isEqualTo(preview.get("findings").asInt());
        JsonNode row = api.get("/api/v1/vulnerabilities?q=cve:CVE-2026-7002")
                .json()
                .get("items")
                .get(0);
        assertThat(row.get("deferred").asInt())
                .isEqualTo(preview.get("workloads").asInt());
        assertThat(row.get("observed").asInt())
                .isEqualTo(row.get("workloads").asInt() - row.get("deferred").asInt());

        assertThat(api.call("POST", path + "/end", Api.ADMIN, "{}")
                        .json()
                        .get("endCause")
                        .asString())
                .isEqualTo("TAKEN_BACK");
        assertThat(deferred()).isEqualTo(before);
    }

    @Test
    void anExceptionForAPackageThatNothingHasIsRefused() {
        Answer nowhere = api.call(
                "POST",
                "/api/v1/exceptions/preview",
                Api.ADMIN,
                "{\"kind\":\"FALSE_POSITIVE\",\"vulnerability\":\"CVE-2026-7002\",\"reason\":\"not there\","
                        + "\"justification\":\"component_not_present\",\"place\":{\"component\":\"no-such-package\"}}");
        assertThat(nowhere.status()).isEqualTo(400);
        assertThat(nowhere.json().get("errors").get(0).get("field").asString()).isEqualTo("place/component");
        Answer misspelt = api.call(
                "POST",
                "/api/v1/exceptions/preview",
                Api.ADMIN,
                "{\"kind\":\"DEFERRAL\",\"vulnerability\":\"CVE-2026-7002\",\"reason\":\"x\",\"place\":{\"foo\":\"a\"}}");
        assertThat(misspelt.body()).contains("a property that is not known", "only cluster, component, image");
        assertThat(api.get("/api/v1/vulnerabilities?q=severity:bad").body())
                .contains("critical, high, medium, low, unknown");
        assertThat(api.get("/api/v1/vulnerabilities?q=severity:unknown").status())
                .isEqualTo(200);
    }

    @Test
    void aTokenDoesNotStandForAnotherPerson() {
        String token = api.token(Role.ADMIN);
        String body = "{\"kind\":\"FALSE_POSITIVE\",\"vulnerability\":\"CVE-2026-7002\",\"reason\":\"not there\","
                + "\"justification\":\"component_not_present\",\"place\":{\"namespace\":\"fleet-pay\"}}";
        Answer asked = api.call("POST", "/api/v1/exceptions", token, body);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String path = "/api/v1/exceptions/" + asked.json().get("id").asString();
        assertThat(api.call("POST", path + "/approve", Api.ADMIN, "{}").status())
                .isEqualTo(409);
        assertThat(api.call("POST", path + "/deny", Api.ADMIN, "{\"note\":\"it is there\"}")
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("DENIED");
    }

    private int deferred() {
        return api.get("/api/v1/vulnerabilities/findings?pageSize=500&q=cve:CVE-2026-7002%20state:deferred")
                .json()
                .get("items")
                .size();
    }

    private static JsonNode named(JsonNode rows, String name) {
        return rows.valueStream()
                .filter(row -> row.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Answer bring(String name, byte[] content, String authorization) {
        String boundary = "feed-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, boundary, name, content);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(body.toByteArray(), boundary, authorization);
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(byte[] body, String boundary) {
        return send(body, boundary, Api.ADMIN);
    }

    private Answer send(byte[] body, String boundary, String authorization) {
        return api.send(api.request("/api/v1/feeds", authorization)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String osv(String id, String alias, String ecosystem, String name, String fixed) {
        return osv(id, alias, Instant.now().truncatedTo(ChronoUnit.SECONDS), ecosystem, name, fixed);
    }

    private static String osv(String id, String alias, Instant modified, String ecosystem, String name, String fixed) {
        return """
                {"schema_version":"1.6.0","id":"%s","aliases":["%s"],"modified":"%s","summary":"s",
                 "affected":[{"package":{"ecosystem":"%s","name":"%s"},
                   "ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"%s"}]}]}]}
                """.formatted(id, alias, modified, ecosystem, name, fixed);
    }
}
