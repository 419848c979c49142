package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bwctl sbom} as a pipeline uses it. */
class SbomScanTest {

    private static final String BILL = """
            {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,
             "metadata":{"component":{"type":"container","name":"shop/cart:1"}},
             "components":[
               {"type":"library","bom-ref":"l","name":"lodash","version":"4.17.4","purl":"pkg:npm/lodash@4.17.4"},
               {"type":"library","bom-ref":"g","name":"rake","version":"13.0.6","purl":"pkg:gem/rake@13.0.6"}]}
            """;

    private static final String ADVISORY = """
            {"schema_version":"1.6.0","id":"GHSA-jf85-cpcp-j695","aliases":["CVE-2019-10744"],"modified":"2024-01-01T00:00:00Z",
             "summary":"Prototype pollution",
             "database_specific":{"severity":"CRITICAL"},
             "severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"}],
             "affected":[{"package":{"ecosystem":"npm","name":"lodash"},
               "ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"4.17.12"}]}]}]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String bill = "";
    private String feeds = "";

    @BeforeEach
    void write() throws IOException {
        bill = Files.writeString(folder.resolve("shop.cdx.json"), BILL).toString();
        Path osv = Files.createDirectories(folder.resolve("feeds/osv"));
        Files.writeString(osv.resolve("GHSA-jf85-cpcp-j695.json"), ADVISORY);
        WholeFeed.fill(osv, "npm");
        feeds = folder.resolve("feeds").toString();
    }

    @Test
    void saysInJsonWhatIsInsideAndWhatIsWrongWithIt() {
        assertThat(bwctl("sbom", "scan", bill, "--feeds", feeds, "-o", "json"))
                .as(err.toString())
                .isZero();

        JsonNode document = JsonMapper.shared().readTree(out.toString());
        assertThat(document.path("image").path("reference").asString()).isEqualTo("shop/cart:1");
        assertThat(document.path("packages").size()).isEqualTo(2);
        assertThat(document.path("packages").path(0).path("purl").asString()).isEqualTo("pkg:npm/lodash@4.17.4");
        assertThat(document.path("packages").path(0).path("type").asString()).isEqualTo("npm");
        assertThat(document.path("secrets").isArray()).isTrue();
        assertThat(document.path("config").isObject()).isTrue();
        assertThat(document.path("findings").size()).isEqualTo(1);
        JsonNode finding = document.path("findings").path(0);
        assertThat(finding.path("id").asString()).isEqualTo("CVE-2019-10744");
        assertThat(finding.path("aliases").path(0).asString()).isEqualTo("GHSA-jf85-cpcp-j695");
        assertThat(finding.path("severity").asString()).isEqualTo("CRITICAL");
        assertThat(finding.path("package").path("name").asString()).isEqualTo("lodash");
        assertThat(finding.path("fixedVersion").asString()).isEqualTo("4.17.12");
        assertThat(finding.path("state").asString()).isEqualTo("FIXED");
        assertThat(finding.path("kev").asBoolean()).isFalse();
        assertThat(finding.path("epss").isNull()).as("no estimate is loaded").isTrue();
        assertThat(document.path("unknown").path(0).path("name").asString())
                .as("no feed speaks of gems")
                .isEqualTo("rake");
    }

    @Test
    void saysTheSameAsATable() {
        assertThat(bwctl("sbom", "scan", bill, "--feeds", feeds)).isZero();

        assertThat(out.toString())
                .contains("shop/cart:1  2 packages")
                .containsPattern("critical +CVE-2019-10744 +lodash +4\\.17\\.4 +4\\.17\\.12")
                .contains("1 package of which no feed speaks: their vulnerabilities are unknown.")
                .contains("1 vulnerability in 1 package: 1 critical");
    }

    @Test
    void failsFromAThresholdOn() {
        assertThat(bwctl("sbom", "scan", bill, "--feeds", feeds, "--fail-on", "critical"))
                .isEqualTo(1);
        assertThat(bwctl("sbom", "scan", bill, "--fail-on", "low"))
                .as("nothing was judged")
                .isEqualTo(3);
        assertThat(bwctl("sbom", "scan", bill, "--fail-on", "much")).isEqualTo(2);
    }

    @Test
    void doesNotTakeUnknownForClean() {
        assertThat(bwctl("sbom", "scan", bill)).isZero();

        assertThat(out.toString())
                .contains("No feed was read (--feeds DIR): vulnerabilities are unknown.")
                .doesNotContain("No vulnerability");
    }

    /** An old feed does not know what was published since: that it names nothing is no pass. */
    @Test
    void doesNotTakeAnOldFeedForOneThatKnows() throws IOException {
        String clean = Files.writeString(folder.resolve("clean.cdx.json"), BILL.replace("lodash", "leftpad"))
                .toString();
        Path old = Files.createDirectories(folder.resolve("old/npm"));
        WholeFeed.fill(old, "npm", Instant.parse("2022-12-14T00:00:00Z"));
        String feeds = old.getParent().toString();

        assertThat(bwctl("sbom", "scan", clean, "--feeds", feeds)).isZero();
        assertThat(out.toString())
                .contains("feed npm is old: its newest entry is of 2022-12-14T00:00:00Z")
                .contains("1 package of which only old feeds speak: what was published since is unknown.")
                .contains("1 package of which no feed speaks: their vulnerabilities are unknown.")
                .contains("Nothing was judged.")
                .doesNotContain("No vulnerability");
        assertThat(bwctl("sbom", "scan", clean, "--feeds", feeds, "--fail-on-unknown"))
                .isEqualTo(3);
        assertThat(bwctl("sbom", "scan", clean, "--feeds", feeds, "--fail-on", "low"))
                .as("nothing was judged")
                .isEqualTo(3);

        out.getBuffer().setLength(0);
        assertThat(bwctl("sbom", "scan", clean, "--feeds", feeds, "-o", "json")).isZero();
        JsonNode document = JsonMapper.shared().readTree(out.toString());
        assertThat(document.path("unknown").size()).isEqualTo(2);
        assertThat(document.path("outdated").path(0).path("name").asString()).isEqualTo("leftpad");
        JsonNode feed = document.path("feeds").path(0);
        assertThat(feed.path("old").asBoolean()).isTrue();
        assertThat(feed.path("newest").asString()).isEqualTo("2022-12-14T00:00:00Z");

        out.getBuffer().setLength(0);
        assertThat(bwctl("sbom", "scan", clean, "--feeds", feeds, "--max-age", "100000"))
                .isZero();
        assertThat(out.toString())
                .contains("No vulnerability found in the others.")
                .doesNotContain("old");
    }

    /** A bill that names nothing says nothing of the image. */
    @Test
    void doesNotPassABillWithoutPackages() throws IOException {
        String empty = Files.writeString(
                        folder.resolve("empty.cdx.json"),
                        "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[]}")
                .toString();

        assertThat(bwctl("sbom", "scan", empty, "--feeds", feeds, "--fail-on-unknown"))
                .isEqualTo(3);
        assertThat(out.toString())
                .contains("not read  packages  the document names none, so that what is installed is not known")
                .contains("Nothing was judged.");
        assertThat(bwctl("sbom", "scan", empty, "--feeds", feeds, "--fail-on", "low", "--fail-on-unknown"))
                .isEqualTo(3);
        assertThat(bwctl("sbom", "scan", empty, "--feeds", feeds, "--fail-on", "critical"))
                .isEqualTo(3);
        assertThat(bwctl("sbom", "scan", empty, "--feeds", feeds, "-o", "json")).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(out.toString())
                        .path("incomplete")
                        .path(0)
                        .path("where")
                        .asString())
                .isEqualTo("packages");
    }

    /** A version that cannot be compared is unknown: it neither counts among what is certain nor passes. */
    @Test
    void keepsWhatIsUndecidedApart() throws IOException {
        String odd = Files.writeString(
                        folder.resolve("odd.cdx.json"),
                        BILL.replace("4.17.4", "not-a-version").replace("container", "application"))
                .toString();

        assertThat(bwctl("sbom", "scan", odd, "--feeds", feeds, "--fail-on", "critical"))
                .as("nobody knows")
                .isEqualTo(3);
        assertThat(out.toString())
                .containsPattern("critical +CVE-2019-10744 +lodash +not-a-version +undecided: ")
                .contains("No vulnerability found in the others."
                        + "  1 finding undecided: whether the version is affected is unknown.");
        assertThat(bwctl("sbom", "scan", odd, "--feeds", feeds)).isZero();
        assertThat(bwctl("sbom", "scan", odd, "--feeds", feeds, "--fail-on-unknown"))
                .isEqualTo(3);
    }

    @Test
    void countsVulnerabilitiesAndThePackagesThatHaveThem() throws IOException {
        String two = Files.writeString(
                        folder.resolve("two.cdx.json"),
                        BILL.replace(
                                "\"components\":[",
                                "\"components\":[{\"type\":\"library\",\"name\":\"lodash\","
                                        + "\"version\":\"4.17.1\",\"purl\":\"pkg:npm/lodash@4.17.1\"},"))
                .toString();

        assertThat(bwctl("sbom", "scan", two, "--feeds", feeds)).isZero();

        assertThat(out.toString()).contains("1 vulnerability in 2 packages (2 findings): 1 critical");
    }

    /** What is exploited goes first among what is as severe, and small estimates are not shown as none. */
    @Test
    void showsWhatIsExploitedFirstAndSmallEstimates() throws IOException {
        Path osv = folder.resolve("feeds/osv");
        Files.writeString(
                osv.resolve("CVE-2026-1001.json"),
                ADVISORY.replace("GHSA-jf85-cpcp-j695", "CVE-2026-1001")
                        .replace("\"aliases\":[\"CVE-2019-10744\"],", ""));
        Files.writeString(
                osv.resolve("CVE-2026-1002.json"),
                ADVISORY.replace("GHSA-jf85-cpcp-j695", "CVE-2026-1002")
                        .replace("\"aliases\":[\"CVE-2019-10744\"],", ""));
        Files.writeString(
                folder.resolve("feeds/epss.csv"),
                "#model_version:v2025.03.14,score_date:2026-11-25T12:55:00Z\ncve,epss,percentile\n"
                        + "CVE-2026-1001,0.00042,0.1\nCVE-2026-1002,0.91234,0.99\n");
        Files.writeString(
                folder.resolve("feeds/kev.json"),
                "{\"title\":\"CISA Catalog of Known Exploited Vulnerabilities\",\"catalogVersion\":\"2026.11.25\","
                        + "\"dateReleased\":\"2026-11-25T12:00:00Z\",\"count\":1,\"vulnerabilities\":[{\"cveID\":"
                        + "\"CVE-2026-1001\",\"dateAdded\":\"2026-11-20\",\"knownRansomwareCampaignUse\":\"Unknown\"}]}");

        assertThat(bwctl("sbom", "scan", bill, "--feeds", feeds)).isZero();

        List<String> rows = out.toString()
                .lines()
                .filter(line -> line.startsWith("critical"))
                .toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).contains("CVE-2026-1001 ").contains("  yes ").contains("0.04 %");
        assertThat(rows.get(1)).contains("CVE-2026-1002 ").contains("91.23 %");

        bwctl("sbom", "scan", bill, "--feeds", feeds, "-o", "json");
        JsonNode sources = JsonMapper.shared().readTree(out.toString()).path("feeds");
        assertThat(sources.path(0).path("name").asString()).isEqualTo("epss");
        assertThat(sources.path(0).path("documents").asInt())
                .as("as feeds list counts")
                .isEqualTo(2);
        assertThat(sources.path(1).path("documents").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithTheFeeds() throws IOException {
        assertThat(bwctl("sbom", "scan", bill, "--feeds", folder.resolve("none").toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("bwctl: there is no folder ").contains("none");
        assertThat(bwctl("sbom", "scan", bill, "--feeds", bill)).isEqualTo(3);
        assertThat(err.toString()).contains("shop.cdx.json is no folder");
        assertThat(bwctl("sbom", "scan", bill, "--feeds", feeds, "--max-age", "-5"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--max-age is '-5'; allowed are 1 to 1000000 days.");
    }

    @Test
    void readsALockfileByItsName() throws IOException {
        String lock = Files.writeString(
                        folder.resolve("package-lock.json"),
                        "{\"lockfileVersion\":3,\"packages\":{\"node_modules/lodash\":{\"version\":\"4.17.4\"}}}")
                .toString();

        assertThat(bwctl("sbom", "scan", lock, "--feeds", feeds)).isZero();

        assertThat(out.toString()).contains("CVE-2019-10744");
    }

    @Test
    void writesADocumentAnewInAnotherFormat() throws IOException {
        assertThat(bwctl("sbom", "convert", bill, "-o", "spdx"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("\"spdxVersion\":\"SPDX-2.3\"").contains("pkg:npm/lodash@4.17.4");

        String spdx =
                Files.writeString(folder.resolve("shop.json"), out.toString()).toString();
        assertThat(bwctl("sbom", "scan", spdx, "--feeds", feeds)).isZero();
        assertThat(out.toString()).contains("shop/cart:1  2 packages");
    }

    @Test
    void saysWhyADocumentCannotBeRead() throws IOException {
        String other = Files.writeString(
                        folder.resolve("x.json"), "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"9.9\"}")
                .toString();

        assertThat(bwctl("sbom", "scan", other)).isEqualTo(3);
        assertThat(err.toString()).contains("specVersion is \"9.9\"; allowed: 1.2, 1.3, 1.4, 1.5, 1.6, 1.7");
        assertThat(bwctl("sbom", "scan", folder.resolve("none").toString())).isEqualTo(3);
        assertThat(err.toString()).contains("there is no ");
        assertThat(bwctl("sbom", "scan", bill, "--feeds", folder.resolve("none").toString()))
                .isEqualTo(3);
    }

    private int bwctl(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Bwctl.run(new PrintWriter(out), new PrintWriter(err), args);
    }
}
