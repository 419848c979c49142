package dev.breakwater.central.vulnerabilities;

import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.advisory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.KnownFindings;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.central.testing.VulnerableFleet;
import dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Vulnerability;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What other scanners claim, beside what is found here. */
@CentralApplication
class ScannerClaimsIT {

    private static final Instant THEN = Instant.parse("2026-05-01T10:00:00Z");

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @Autowired
    VulnerableFleet vulnerable;

    @Autowired
    ScannedImages scanned;

    @Autowired
    FeedImport feeds;

    @Autowired
    KnownFindings known;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void fill() {
        vulnerable.in(fleet);
    }

    @Test
    void aClaimIsHeldAgainstWhatIsFoundAndCountsWhereNoFeedOfAPlausibleSizeIsComplete() {
        String digest = looked("a1", PackageType.PUB, "claimed-one");

        JsonNode taken = upload(
                        digest,
                        THEN,
                        claim("CVE-2026-7001", "openssl", "3.0.0", "debian"),
                        claim("CVE-2026-8801", "bash", "5.2", "debian"),
                        claim("CVE-2026-8802", "claimed-one", "1.0", "pub"),
                        claim("CVE-2026-8803", "ghost", "1", "debian"),
                        claim("!?", "bash", "5.2", "debian"))
                .json();

        assertThat(taken.get("beside").asBoolean())
                .as("the image was looked into here")
                .isTrue();
        assertThat(taken.get("claims").asInt()).isEqualTo(4);
        assertThat(taken.get("unreadClaims").asInt()).isEqualTo(1);
        vulnerable.settle();
        JsonNode claims = api.get("/api/v1/images/" + digest + "/claims").json();
        JsonNode report = claims.get("reports").get(0);
        assertThat(report.get("program").asString()).isEqualTo("trivy 0.58.1");
        assertThat(report.get("madeAt").asString()).isEqualTo(THEN.toString());
        assertThat(report.get("claims").asInt()).isEqualTo(4);
        assertThat(report.get("confirmed").asInt()).as("openssl").isEqualTo(1);
        assertThat(report.get("unclaimed").asInt())
                .as("bash, of which our feed knows")
                .isEqualTo(1);
        assertThat(states(claims))
                .isEqualTo(
                        Map.of("CVE-2026-8801", "COUNTS", "CVE-2026-8802", "COUNTS", "CVE-2026-8803", "NOT_INSTALLED"));

        assertThat(found("claimed-one")).containsExactly("CVE-2026-8802");
        assertThat(foundIn(digest, "bash"))
                .as("some advisories of Debian do not say that there are no others")
                .containsExactly("CVE-2026-7002", "CVE-2026-8801");
        JsonNode items =
                api.get("/api/v1/images/" + digest + "/vulnerabilities").json().get("items");
        JsonNode counted = of(items, "CVE-2026-8802");
        assertThat(counted.get("finding").get("claimedBy").asString()).isEqualTo("trivy 0.58.1");
        assertThat(counted.get("finding").get("severity").asString()).isEqualTo("HIGH");
        assertThat(counted.get("finding").get("fixedVersion").asString()).isEqualTo("9.9");
        JsonNode confirmed = of(items, "CVE-2026-7001");
        assertThat(confirmed.get("finding").get("claimedBy").asString()).isEmpty();
        assertThat(confirmed.get("claims").get(0).get("program").asString()).isEqualTo("trivy 0.58.1");
        assertThat(confirmed.get("claims").get(0).get("madeAt").asString()).isEqualTo(THEN.toString());
        assertThat(of(items, "CVE-2026-7002").get("claims")).isEmpty();

        JsonNode cve = api.get("/api/v1/vulnerabilities/CVE-2026-8801").json();
        assertThat(cve.get("opinions")).as("no feed speaks of it").isEmpty();
        JsonNode said = cve.get("claims").get(0);
        assertThat(said.get("program").asString()).isEqualTo("trivy 0.58.1");
        assertThat(said.get("packages").get(0).asString()).isEqualTo("bash 5.2");
        assertThat(said.get("counts").asInt()).isEqualTo(1);
        assertThat(api.get("/api/v1/images/sha256:" + "0".repeat(64) + "/claims")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aNewerReportOfTheScannerTakesThePlaceOfTheOlder() {
        String digest = looked("a2", PackageType.PUB, "claimed-two");
        upload(digest, THEN, claim("CVE-2026-8811", "claimed-two", "1.0", "pub"));
        vulnerable.settle();
        assertThat(found("claimed-two")).containsExactly("CVE-2026-8811");

        upload(digest, THEN.plusSeconds(60), claim("CVE-2026-8812", "claimed-two", "1.0", "pub"));
        vulnerable.settle();
        assertThat(found("claimed-two")).containsExactly("CVE-2026-8812");

        Answer older = upload(digest, THEN);
        assertThat(older.status()).isEqualTo(409);
        assertThat(older.body()).contains("newer than this one from " + THEN);
        assertThat(upload(digest, THEN.plusSeconds(120)).status())
                .as("it finds nothing any more")
                .isEqualTo(201);
        vulnerable.settle();
        assertThat(one("claimed-two")).as("no feed is complete for it").isInstanceOf(Observed.Unknown.class);
        assertThat(jdbc.sql("select h.change || ' ' || h.cause from finding_changes h"
                                + " join packages p on p.id = h.package_id where p.name = 'claimed-two' order by h.id")
                        .query(String.class)
                        .list())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("APPEARED trivy 0.58.1 claims it");
    }

    @Test
    void aFeedThatIsCompleteAndDoesNotConfirmItMakesItOneThatDoesNotCountAndStaysInSight() {
        String digest = looked("a3", PackageType.HEX, "claimed-three");
        upload(digest, THEN, claim("CVE-2026-8821", "claimed-three", "1.0", "hex"));
        vulnerable.settle();
        assertThat(found("claimed-three")).containsExactly("CVE-2026-8821");

        feeds.take(AdvisoryFixture.single("hex-single", advisory("EEF-1").in("Hex", "another", "2")));
        vulnerable.settle();
        assertThat(found("claimed-three")).as("one advisory covers nothing").containsExactly("CVE-2026-8821");

        feeds.take(AdvisoryFixture.feed("hex-whole", advisory("EEF-2").in("Hex", "another", "2")));
        vulnerable.settle();
        assertThat(one("claimed-three")).isEqualTo(Observed.known(List.of()));
        assertThat(states(api.get("/api/v1/images/" + digest + "/claims").json()))
                .isEqualTo(Map.of("CVE-2026-8821", "CLAIMED"));

        feeds.take(AdvisoryFixture.feed(
                "hex-whole",
                advisory("EEF-2").in("Hex", "another", "2"),
                advisory("EEF-3").alias("CVE-2026-8821").in("Hex", "claimed-three", "2")));
        vulnerable.settle();
        assertThat(found("claimed-three")).containsExactly("CVE-2026-8821");
        JsonNode claims = api.get("/api/v1/images/" + digest + "/claims").json();
        assertThat(claims.get("unconfirmed")).isEmpty();
        assertThat(claims.get("reports").get(0).get("confirmed").asInt()).isEqualTo(1);
    }

    @Test
    void aReportOfFindingsAloneLeavesTheWholeBillAndTheClaimsOfOthersInPlace() {
        String digest = "sha256:" + "a4".repeat(32);
        JsonNode bill = send(digest, """
                        {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"metadata":{"timestamp":"%s"},
                         "components":[
                          {"type":"library","name":"bill-one","version":"1.0","purl":"pkg:pub/bill-one@1.0"},
                          {"type":"library","name":"bill-two","version":"2.0","purl":"pkg:pub/bill-two@2.0"}]}
                        """.formatted(Instant.now())).json();
        assertThat(bill.get("incomplete").asBoolean())
                .as("it names no distribution")
                .isTrue();
        JsonNode trivy = upload(digest, THEN, claim("CVE-2026-8831", "bill-one", "1.0", "pub"))
                .json();
        assertThat(trivy.get("beside").asBoolean()).isTrue();

        JsonNode grype = send(digest, """
                        {"descriptor":{"name":"grype","version":"0.92.0","timestamp":"%s"},"source":{},
                         "matches":[{"vulnerability":{"id":"CVE-2026-8832","severity":"High","fix":{"versions":[],"state":"unknown"}},
                          "artifact":{"name":"bill-two","version":"2.0","type":"dart-pub","purl":"pkg:pub/bill-two@2.0"}}]}
                        """.formatted(THEN)).json();

        assertThat(grype.get("beside").asBoolean())
                .as("a bill of all packages is kept")
                .isTrue();
        vulnerable.settle();
        assertThat(jdbc.sql("select package_count from image_contents where digest = ?")
                        .param(digest)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(found("bill-one")).containsExactly("CVE-2026-8831");
        assertThat(found("bill-two")).containsExactly("CVE-2026-8832");
    }

    private String looked(String tail, PackageType type, String name) {
        String digest = "sha256:" + tail.repeat(32);
        scanned.store(ScannedContent.of(
                ImageContentsFixture.of(digest)
                        .deb("openssl", "3.0.0")
                        .deb("bash", "5.2")
                        .language(type, name, "1.0")
                        .build(),
                "central",
                "test",
                Instant.now()));
        vulnerable.settle();
        return digest;
    }

    private static String claim(String id, String name, String version, String type) {
        return """
                {"type":"%s","claim":{"VulnerabilityID":"%s","PkgName":"%s","InstalledVersion":"%s","FixedVersion":"9.9",
                 "Status":"fixed","Severity":"HIGH","Title":"t"}}""".formatted(type, id, name, version);
    }

    private Answer upload(String digest, Instant at, String... claims) {
        List<String> results = new ArrayList<>();
        for (String claim : claims) {
            String type = claim.substring(9, claim.indexOf('"', 9));
            String body = claim.substring(claim.indexOf("\"claim\":") + 8, claim.length() - 1);
            String sort = type.equals("debian") ? "os-pkgs" : "lang-pkgs";
            results.add("{\"Target\":\"t\",\"Class\":\"%s\",\"Type\":\"%s\",\"Vulnerabilities\":[%s]}"
                    .formatted(sort, type, body));
        }
        String document = """
                {"SchemaVersion":2,"Trivy":{"Version":"0.58.1"},"CreatedAt":"%s","ArtifactName":"shop/web:1",
                 "Metadata":{"OS":{"Family":"debian","Name":"12.5"}},"Results":[%s]}
                """.formatted(at, String.join(",", results));
        return send(digest, document);
    }

    private Answer send(String digest, String document) {
        return api.send(api.request("/api/v1/sboms?image=" + digest, Api.ADMIN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build());
    }

    private static Map<String, String> states(JsonNode claims) {
        Map<String, String> states = new HashMap<>();
        claims.get("unconfirmed")
                .forEach(one -> states.put(
                        one.get("vulnerability").asString(), one.get("state").asString()));
        return states;
    }

    private static JsonNode of(JsonNode items, String vulnerability) {
        return items.valueStream()
                .filter(one ->
                        one.get("finding").get("vulnerability").asString().equals(vulnerability))
                .findFirst()
                .orElseThrow();
    }

    private Observed<List<Vulnerability>> one(String name) {
        Integer id = jdbc.sql("select max(id) from packages where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
        return known.ofPackages(List.of(id)).get(id);
    }

    private List<String> found(String name) {
        return ids(one(name));
    }

    /** Of a package of this image: others have packages of the same name. */
    private List<String> foundIn(String digest, String name) {
        Integer id = jdbc.sql(
                        "select p.id from packages p join image_packages i on i.package_id = p.id"
                                + " join image_content_digests d on d.content_id = i.content_id where p.name = ? and d.digest = ?")
                .param(name)
                .param(digest)
                .query(Integer.class)
                .single();
        return ids(known.ofPackages(List.of(id)).get(id));
    }

    private static List<String> ids(@Nullable Observed<List<Vulnerability>> of) {
        return of instanceof Observed.Known<List<Vulnerability>> found
                ? found.value().stream().map(Vulnerability::id).toList()
                : List.of();
    }
}
