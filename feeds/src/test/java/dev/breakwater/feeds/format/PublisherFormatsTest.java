package dev.breakwater.feeds.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.feeds.Feed;
import dev.breakwater.feeds.FeedFile;
import dev.breakwater.feeds.FeedSink;
import dev.breakwater.feeds.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each publisher's own format says, in small. */
class PublisherFormatsTest {

    @TempDir
    private Path folder;

    @Test
    void readsDebiansTrackerByReleaseAndPutsPackagesTogether() throws IOException {
        Map<String, Advisory> advisories = byId(Files.writeString(folder.resolve("debian.json"), """
                {"openssl": {"CVE-2024-1": {"description": "One", "releases": {
                   "bookworm": {"status": "resolved", "fixed_version": "3.0.11-1~deb12u1", "urgency": "medium**"},
                   "bullseye": {"status": "open", "urgency": "unimportant", "nodsa": "Minor issue"},
                   "trixie": {"status": "resolved", "fixed_version": "0", "urgency": "not yet assigned"},
                   "sid": {"status": "undetermined", "urgency": "not yet assigned"}}}},
                 "nodejs": {"CVE-2024-1": {"releases": {"bookworm": {"status": "open", "urgency": "low"}}}}}
                """));

        Advisory one = advisories.get("CVE-2024-1");
        assertThat(advisories).hasSize(1);
        assertThat(one.publisher()).isEqualTo("debian");
        assertThat(one.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(one.affected())
                .containsExactly(
                        affected("Debian:12", "openssl", FixState.FIXED, Severity.MEDIUM, "3.0.11-1~deb12u1"),
                        affected("Debian:11", "openssl", FixState.WONT_FIX, Severity.LOW, ""),
                        new Affected("Debian:13", "openssl", List.of(), List.of(), FixState.NOT_AFFECTED, null),
                        new Affected("Debian:sid", "openssl", List.of(), List.of(), FixState.UNKNOWN, null),
                        affected("Debian:12", "nodejs", FixState.NOT_FIXED, Severity.LOW, ""));
    }

    @Test
    void readsAlpinesSecdbWithSeveralNamesOfOneVulnerability() throws IOException {
        Map<String, Advisory> advisories = byId(Files.writeString(folder.resolve("main.json"), """
                {"distroversion": "v3.19", "reponame": "main", "urlprefix": "https://dl-cdn.alpinelinux.org/alpine", "packages": [
                 {"pkg": {"name": "xen", "secfixes": {"4.12.1-r0": ["CVE-2019-17349 XSA-295"], "0": ["CVE-2017-1"]}}}]}
                """));

        assertThat(advisories.get("CVE-2019-17349").aliases()).containsExactly("XSA-295");
        assertThat(advisories.get("CVE-2019-17349").affected())
                .containsExactly(affected("Alpine:v3.19", "xen", FixState.FIXED, null, "4.12.1-r0"));
        assertThat(advisories.get("CVE-2017-1").affected().getFirst().fixState())
                .isEqualTo(FixState.NOT_AFFECTED);
    }

    @Test
    void readsRedHatsStatementsByProduct() throws IOException {
        Advisory advisory = Written.only(folder, "cve.json", """
                {"document": {"csaf_version": "2.0", "category": "csaf_vex", "title": "flaw", "aggregate_severity": {"text": "Moderate"},
                   "tracking": {"id": "CVE-2024-5", "current_release_date": "2025-08-13T15:14:45+00:00"}},
                 "product_tree": {"branches": [
                   {"product": {"product_id": "rhel9", "product_identification_helper": {"cpe": "cpe:/o:redhat:enterprise_linux:9::baseos"}}},
                   {"branches": [
                     {"product": {"product_id": "curl-src", "product_identification_helper": {"purl": "pkg:rpm/redhat/curl?arch=src"}}},
                     {"product": {"product_id": "bind-bin", "product_identification_helper": {"purl": "pkg:rpm/redhat/bind-libs@9.16.23-18.el9?arch=x86_64&epoch=32"}}},
                     {"product": {"product_id": "glib-src", "product_identification_helper": {"purl": "pkg:rpm/redhat/glib2?arch=src"}}}]}],
                  "relationships": [
                   {"product_reference": "curl-src", "relates_to_product_reference": "rhel9", "full_product_name": {"product_id": "rhel9:curl"}},
                   {"product_reference": "glib-src", "relates_to_product_reference": "rhel9", "full_product_name": {"product_id": "rhel9:glib2"}},
                   {"product_reference": "bind-bin", "relates_to_product_reference": "rhel9", "full_product_name": {"product_id": "rhel9:bind"}}]},
                 "vulnerabilities": [{"cve": "CVE-2024-5", "product_status": {"fixed": ["rhel9:bind"], "known_affected": ["rhel9:curl"], "known_not_affected": ["rhel9:glib2"]},
                   "remediations": [{"category": "no_fix_planned", "product_ids": ["rhel9:curl"]}],
                   "threats": [{"category": "impact", "details": "Low"}],
                   "scores": [{"cvss_v3": {"vectorString": "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H"}}]}]}
                """);

        assertThat(advisory.severity()).isEqualTo(Severity.LOW);
        assertThat(advisory.cvss()).isEqualTo(5.9);
        assertThat(advisory.affected())
                .containsExactly(
                        affected("Red Hat:9", "bind-libs", FixState.FIXED, null, "32:9.16.23-18.el9"),
                        affected("Red Hat:9", "curl", FixState.WONT_FIX, null, ""),
                        new Affected("Red Hat:9", "glib2", List.of(), List.of(), FixState.NOT_AFFECTED, null));
    }

    @Test
    void readsRustSecAndLeavesOutWhatIsNoVulnerability() throws IOException {
        Path zip = Written.zip(folder.resolve("rustsec.zip"), Map.of("a/A.md", """
                ```toml
                [advisory]
                id = "RUSTSEC-2020-0121"
                package = "abox"
                date = "2020-11-10"
                aliases = ["CVE-2020-36441"]
                cvss = "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H"

                [versions]
                patched = [">= 0.4.1", "^0.3.9"]
                unaffected = ["< 0.2"]
                ```

                # AtomicBox implements too much

                Details.
                """, "b/B.md", """
                ```toml
                [advisory]
                id = "RUSTSEC-2020-0122"
                package = "old"
                informational = "unmaintained"

                [versions]
                patched = []
                ```
                """));

        Map<String, Advisory> advisories = byId(zip);
        assertThat(advisories).containsOnlyKeys("RUSTSEC-2020-0121");
        Advisory one = advisories.get("RUSTSEC-2020-0121");
        assertThat(one.summary()).isEqualTo("AtomicBox implements too much");
        assertThat(one.severity()).isEqualTo(Severity.HIGH);
        assertThat(one.affected().getFirst().ranges())
                .containsExactly(new VersionRange("0.2", "0.3.9", ""), new VersionRange("0.4.0", "0.4.1", ""));
    }

    @Test
    void readsComposerNodeAndJavaScriptLibraries() throws IOException {
        Advisory php = Written.only(folder, "CVE-2016-4855.yaml", """
                title: XSS
                cve: CVE-2016-4855
                link: https://example.org/1
                branches:
                    master: {time: 2018-03-06 15:40:00, versions: ['>=5.0', '<5.20.12']}
                reference: composer://ADOdb/adodb-php
                """);
        assertThat(php.id()).isEqualTo("FOP:CVE-2016-4855");
        assertThat(php.aliases()).containsExactly("CVE-2016-4855");
        assertThat(php.modified()).isEqualTo(Instant.parse("2018-03-06T15:40:00Z"));
        assertThat(php.affected().getFirst().packageName()).isEqualTo("adodb/adodb-php");
        assertThat(php.affected().getFirst().ranges()).containsExactly(new VersionRange("5.0", "5.20.12", ""));

        Advisory node = Written.only(folder, "100.json", """
                {"cve": ["CVE-2022-35256"], "vulnerable": "14.x || 16.x", "patched": "^14.20.1", "overview": "x", "severity": "medium"}
                """);
        assertThat(node.id()).isEqualTo("NSWG-COR-100");
        assertThat(node.aliases()).containsExactly("CVE-2022-35256");
        assertThat(node.affected().getFirst().ranges())
                .containsExactly(new VersionRange("14", "14.20.1", ""), new VersionRange("16", "17.0.0", ""));

        Advisory library = Written.only(folder, "retire.json", """
                {"jquery": {"npmname": "jquery", "extractors": {}, "vulnerabilities": [{"ranges": [{"atOrAbove": "1.0", "below": "1.6.3"}],
                  "summary": "XSS", "identifiers": {"CVE": ["CVE-2011-4969"], "githubID": "GHSA-579v"}, "severity": "medium"}]}}
                """);
        assertThat(library.aliases()).containsExactlyInAnyOrder("CVE-2011-4969", "GHSA-579v");
        assertThat(library.affected().getFirst().ranges()).containsExactly(new VersionRange("1.0", "1.6.3", ""));

        Advisory java = Written.only(folder, "statement.yaml", """
                vulnerability_id: CVE-2006-1546
                notes: [{text: Struts}]
                artifacts:
                - {id: "pkg:maven/struts/struts@1.2.7", affected: true}
                - {id: "pkg:maven/struts/struts@1.2.10", affected: false}
                - {id: "pkg:maven/struts/struts@1.2.9", affected: false}
                """);
        assertThat(java.affected().getFirst().packageName()).isEqualTo("struts:struts");
        assertThat(java.affected().getFirst().ranges())
                .containsExactly(new VersionRange("1.2.7", "", "1.2.7", "1.2.9"));
    }

    @Test
    void readsSignalsAndOpinions() throws IOException {
        Map<String, ExploitSignals.Epss> epss = new HashMap<>();
        Map<String, ExploitSignals.KnownExploited> exploited = new HashMap<>();
        FeedSink sink = new FeedSink() {
            @Override
            public void advisory(Advisory advisory) {
                assertThat(advisory.id()).isEqualTo("CVE-2024-9");
                assertThat(advisory.cvss()).isEqualTo(9.8);
                assertThat(advisory.disputed()).isTrue();
                assertThat(advisory.affected()).isEmpty();
            }

            @Override
            public void epss(String cve, ExploitSignals.Epss estimate) {
                epss.put(cve, estimate);
            }

            @Override
            public void exploited(String cve, ExploitSignals.KnownExploited entry) {
                exploited.put(cve, entry);
            }
        };

        Feed scores =
                FeedFile.of(Files.writeString(folder.resolve("epss.csv"), """
                        #model_version:v2023.03.01,score_date:2025-02-20T00:00:00+0000
                        cve,epss,percentile
                        CVE-1999-0001,0.00383,0.73075
                        CVE-1999-0002,1.5,0.1
                        """)).read(sink);
        FeedFile.of(Files.writeString(folder.resolve("kev.json"), """
                        {"catalogVersion": "2025.02.19", "dateReleased": "2025-02-19T14:08:44.5021Z", "vulnerabilities": [
                         {"cveID": "CVE-2025-0108", "dateAdded": "2025-02-18", "dueDate": "2025-03-11", "knownRansomwareCampaignUse": "Known",
                          "requiredAction": "Patch"}]}
                        """)).read(sink);
        FeedFile.of(Files.writeString(folder.resolve("nvd.json"), """
                        {"vulnerabilities": [{"cve": {"id": "CVE-2024-9", "vulnStatus": "Analyzed", "lastModified": "2024-09-06T13:15:01.123",
                          "cveTags": [{"tags": ["disputed"]}], "descriptions": [{"lang": "en", "value": "Bad."}],
                          "metrics": {"cvssMetricV31": [{"type": "Primary", "cvssData": {"vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}}]}}}]}
                        """)).read(sink);

        assertThat(epss).containsExactly(Map.entry("CVE-1999-0001", new ExploitSignals.Epss(0.00383, 0.73075)));
        assertThat(scores.problems().toString()).contains("line 4");
        assertThat(scores.newest()).isEqualTo(Instant.parse("2025-02-20T00:00:00Z"));
        assertThat(exploited.get("CVE-2025-0108"))
                .isEqualTo(new ExploitSignals.KnownExploited(
                        LocalDate.of(2025, 2, 18), LocalDate.of(2025, 3, 11), true, "Patch"));
    }

    private static Affected affected(
            String ecosystem, String name, FixState state, @Nullable Severity severity, String fixed) {
        return new Affected(ecosystem, name, List.of(new VersionRange("0", fixed, "")), List.of(), state, severity);
    }

    private static Map<String, Advisory> byId(Path feed) throws IOException {
        return Written.advisories(feed).stream().collect(Collectors.toMap(Advisory::id, Function.identity()));
    }
}
