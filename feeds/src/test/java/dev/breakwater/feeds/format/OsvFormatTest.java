package dev.breakwater.feeds.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.Matcher;
import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.feeds.Feed;
import dev.breakwater.feeds.FeedFile;
import dev.breakwater.feeds.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsvFormatTest {

    @TempDir
    private Path folder;

    @Test
    void readsWhatAnAdvisorySays() throws IOException {
        Advisory advisory = Written.only(folder, "one.json", """
                {"id": "GHSA-1", "modified": "2024-08-01T07:56:47.8Z", "published": "2022-05-10T08:46:50Z",
                 "aliases": ["CVE-2022-24823", "GHSA-1"], "related": ["CVE-1999-0001"],
                 "summary": "Disclosure", "details": "More\\n\\nof it",
                 "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N"}],
                 "database_specific": {"severity": "MODERATE"},
                 "references": [{"type": "WEB", "url": "https://a.example/1"}, {"type": "WEB", "url": "javascript:alert(1)"}],
                 "affected": [{"package": {"ecosystem": "PyPI", "name": "Ruamel.YAML"},
                   "ranges": [{"type": "GIT", "repo": "https://x", "events": [{"introduced": "0"}, {"fixed": "abc"}]},
                              {"type": "ECOSYSTEM", "events": [{"fixed": "1.2"}, {"introduced": "0"}, {"introduced": "2"}, {"last_affected": "2.5"}]}],
                   "versions": ["1.1", "9.9"]}]}
                """);

        assertThat(advisory.aliases()).containsExactly("CVE-2022-24823");
        assertThat(advisory.mends()).isEmpty();
        assertThat(advisory.publisher()).isEqualTo("ghsa");
        assertThat(advisory.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(advisory.severityWord()).isEqualTo("MODERATE");
        assertThat(advisory.cvss()).isEqualTo(5.5);
        assertThat(advisory.modified()).isEqualTo(Instant.parse("2024-08-01T07:56:47.8Z"));
        assertThat(advisory.references()).containsExactly("https://a.example/1");
        assertThat(advisory.affected())
                .containsExactly(new Affected(
                        "PyPI",
                        "ruamel-yaml",
                        List.of(new VersionRange("0", "1.2", ""), new VersionRange("2", "", "2.5")),
                        List.of("9.9"),
                        FixState.FIXED,
                        null));
    }

    @Test
    void keepsVersionsOfYamlAsTheyAreWritten() throws IOException {
        Advisory advisory = Written.only(folder, "one.yaml", """
                id: PYSEC-1
                modified: 2024-08-01
                affected:
                - package: {ecosystem: PyPI, name: one}
                  ranges:
                  - type: ECOSYSTEM
                    events:
                    - introduced: 1.10
                    - fixed: 010
                  versions: [1.20, 0x10]
                """);

        assertThat(advisory.affected().getFirst().ranges()).containsExactly(new VersionRange("1.10", "010", ""));
        assertThat(advisory.affected().getFirst().versions()).containsExactly("0x10");
    }

    @Test
    void ratesByTheVectorOfWhicheverVersionWhereThereIsNoWord() throws IOException {
        assertThat(rated("CVSS_V2", "AV:N/AC:L/Au:N/C:C/I:C/A:C").severity()).isEqualTo(Severity.HIGH);
        assertThat(rated("CVSS_V3", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
                        .cvss())
                .isEqualTo(9.8);
        assertThat(rated("CVSS_V4", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N")
                        .cvss())
                .isEqualTo(9.3);
        assertThat(rated("CVSS_V3", "CVSS:3.1/AV:Q").severity()).isEqualTo(Severity.UNKNOWN);
    }

    @Test
    void keepsApartWhatAnErratumMends() throws IOException {
        Advisory several = Written.only(folder, "rlsa.json", """
                {"id": "RLSA-2023:1", "modified": "2023-05-18T19:53:57Z", "summary": "Important: firefox security update",
                 "related": ["CVE-2023-1", "CVE-2023-32205", "CVE-2023-32206"],
                 "affected": [{"package": {"ecosystem": "Rocky Linux:8", "name": "firefox"},
                   "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "0:102.11.0-2.el8_7"}]}]}]}
                """);
        Advisory one = Written.only(folder, "usn.json", """
                {"id": "USN-5614-1", "modified": "2023-05-18T19:53:57Z", "upstream": ["UBUNTU-CVE-2021-3782"],
                 "affected": [{"package": {"ecosystem": "Ubuntu:18.04:LTS", "name": "wayland"},
                   "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.16.0-1ubuntu1.1"}]}]}]}
                """);

        assertThat(several.mends()).containsExactly("CVE-2023-32205", "CVE-2023-32206");
        assertThat(several.aliases()).isEmpty();
        assertThat(several.severity()).isEqualTo(Severity.HIGH);
        assertThat(one.mends()).isEmpty();
        assertThat(one.aliases()).containsExactly("CVE-2021-3782");
        assertThat(one.affected().getFirst().ecosystem()).isEqualTo("Ubuntu:18.04");
    }

    @Test
    void takesAnEndThatNobodyMendedForNoFix() throws IOException {
        Advisory advisory = Written.only(folder, "one.json", """
                {"id": "GHSA-2", "modified": "2024-08-01T07:56:47Z", "affected": [
                 {"package": {"ecosystem": "Maven", "name": "io.netty:netty"}, "database_specific": {"last_known_affected_version_range": "< 4.0.0"},
                  "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}], "versions": ["3.9.9.Final"]}]}
                """);

        Affected netty = advisory.affected().getFirst();
        assertThat(netty.ranges()).containsExactly(new VersionRange("0", "4.0.0", ""));
        assertThat(netty.fixState()).isEqualTo(FixState.NOT_FIXED);
        assertThat(Matcher.judge("3.9.9.Final", netty).fixed()).isEmpty();
    }

    @Test
    void namesWhatIsBrokenAndGoesOn() throws IOException {
        Path zip = Written.zip(
                folder.resolve("osv.zip"),
                Map.of(
                        "a.json", "{\"id\": \"A-1\", \"modified\": \"yesterday\", \"affected\": []}",
                        "b.json", "{\"id\": \"B-1\", ",
                        "c.json",
                                "{\"id\": \"C-1\", \"modified\": \"2024-01-01T00:00:00Z\", \"affected\": [{\"package\": {\"ecosystem\": \"npm\", \"name\": \"x\"},"
                                        + " \"ranges\": [{\"type\": \"SEMVER\", \"events\": [7]}]}]}",
                        "d.json", "{\"id\": \"D-1\", \"modified\": \"2024-01-01T00:00:00Z\", \"affected\": []}",
                        "README.md", "# no feed"));

        Feed feed = FeedFile.of(zip).read(advisory -> assertThat(advisory.id()).isEqualTo("D-1"));

        assertThat(feed.advisories()).isEqualTo(1);
        assertThat(feed.problemCount()).isEqualTo(3);
        assertThat(feed.problems().toString())
                .contains("a.json", "no date: 'yesterday'", "b.json", "line 1", "c.json", "no object");
    }

    private Advisory rated(String type, String vector) throws IOException {
        return Written.only(folder, "rated.json", """
                {"id": "X-1", "modified": "2024-08-01T07:56:47Z", "affected": [], "severity": [{"type": "%s", "score": "%s"}]}
                """.formatted(type, vector));
    }
}
