package dev.breakwater.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.vulnerability.AdvisoryIndex;
import dev.breakwater.engine.vulnerability.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFolderTest {

    private static final InstalledPackage REQUESTS =
            new InstalledPackage("Requests", "2.19.0", "", PackageType.PYPI, "", "", "", "", "");
    private static final InstalledPackage GLIBC =
            new InstalledPackage("libc6", "2.36-9", "", PackageType.DEB, "", "glibc", "2.36-9", "", "");

    private static final Map<String, PackageType> TYPES = Map.of(
            "PyPI",
            PackageType.PYPI,
            "Maven",
            PackageType.MAVEN,
            "npm",
            PackageType.NPM,
            "crates.io",
            PackageType.CARGO,
            "Go",
            PackageType.GOLANG);

    private static final Instant NOW = Instant.parse("2021-08-08T00:00:00Z");
    private static final FeedFolder.Age AGE = new FeedFolder.Age(NOW, Duration.ofDays(30));

    @TempDir
    private Path folder;

    @Test
    void matchesWithEveryFeedOfTheFolder() throws IOException {
        Written.zip(folder.resolve("pypi.zip"), Map.of("PYSEC-1.yaml", """
                id: PYSEC-2018-28
                modified: 2021-08-01
                aliases: [CVE-2018-18074]
                affected:
                - package: {ecosystem: PyPI, name: requests}
                  ranges: [{type: ECOSYSTEM, events: [{introduced: "0"}, {fixed: 2.20.0}]}]
                """, "other.yaml", """
                id: PYSEC-2
                modified: 2021-08-01
                affected: [{package: {ecosystem: PyPI, name: other}, ranges: []}]
                """));
        Written.zip(folder.resolve("pypi-others.zip"), Written.others("PyPI"));
        Files.writeString(folder.resolve("nvd-like.json"), """
                {"id": "CVE-2018-18074", "modified": "2021-08-01T00:00:00Z", "affected": [], "schema_version": "1.6",
                 "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"}]}
                """);

        FeedFolder.Answer answer = FeedFolder.open(folder)
                .match(List.of(REQUESTS, GLIBC), new OperatingSystem("debian", "12", "", ""), AGE);

        assertThat(answer.found().matches()).hasSize(1);
        Match match = answer.found().matches().getFirst();
        assertThat(match.id()).isEqualTo("CVE-2018-18074");
        assertThat(match.aliases()).containsExactly("PYSEC-2018-28");
        assertThat(match.cvss()).isEqualTo(7.5);
        assertThat(match.fixedVersion()).isEqualTo("2.20.0");
        assertThat(answer.found().unspoken()).containsExactly(GLIBC);
        assertThat(answer.feeds()).extracting(Feed::name).containsExactly("nvd-like", "pypi-others", "pypi");
    }

    /** What is passed over since it names none of the packages still says that the feed is complete for their ecosystem. */
    @Test
    void knowsForWhichEcosystemsAFeedIsCompleteThatNamesNoneOfThePackages() throws IOException {
        Written.zip(folder.resolve("others.zip"), Written.others("PyPI"));

        FeedFolder.Answer answer = FeedFolder.open(folder).match(List.of(REQUESTS, GLIBC), null, AGE);

        assertThat(answer.found().unspoken()).containsExactly(GLIBC);
        assertThat(answer.feeds()).allMatch(Feed::isReadable);
    }

    /** What is passed over is counted for the age, too: else a feed would be as old as what it says of the packages asked for. */
    @Test
    void doesNotKnowWhatCameAfterTheNewestEntryOfAFeed() throws IOException {
        Written.zip(folder.resolve("others.zip"), Written.others("PyPI"));

        FeedFolder.Answer late = FeedFolder.open(folder)
                .match(
                        List.of(REQUESTS, GLIBC),
                        null,
                        new FeedFolder.Age(NOW.plus(Duration.ofDays(30)), Duration.ofDays(30)));

        assertThat(late.found().unspoken()).containsExactly(REQUESTS, GLIBC);
        assertThat(late.found().outdated()).containsExactly(REQUESTS);
        assertThat(late.feeds())
                .singleElement()
                .satisfies(feed -> assertThat(feed.newest()).isEqualTo(Instant.parse("2021-08-01T00:00:00Z")));
    }

    @Test
    void doesNotTakeOneAdvisoryForAllThatThereAre() throws IOException {
        Files.writeString(
                folder.resolve("other.json"),
                Written.others("PyPI").values().iterator().next());

        FeedFolder.Answer answer = FeedFolder.open(folder).match(List.of(REQUESTS), null, AGE);

        assertThat(answer.found().unspoken()).containsExactly(REQUESTS);
        assertThat(answer.feeds()).allMatch(Feed::isReadable);
    }

    /** Reading only what names a package must not change what is found. */
    @Test
    void findsTheSameAsAFullReading() throws IOException {
        List<InstalledPackage> packages = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        AdvisoryIndex full = new AdvisoryIndex();
        for (String name : List.of("osv-pypi.zip", "osv-ghsa-subset.zip", "rustsec.zip", "npm-nodejs-wg.zip")) {
            Files.createSymbolicLink(folder.resolve(name), Corpus.file("vuln", name));
            FeedFile.of(Corpus.file("vuln", name)).read(advisory -> {
                full.add(advisory);
                advisory.affected().stream()
                        .filter(one -> TYPES.containsKey(one.ecosystem())
                                && seen.add(one.packageName())
                                && seen.size() % 7 == 0)
                        .forEach(one -> packages.add(new InstalledPackage(
                                one.packageName(), "1.0.0", "", TYPES.get(one.ecosystem()), "", "", "", "", "")));
            });
        }

        FeedFolder.Answer quick = FeedFolder.open(folder).match(packages, null, AGE);

        assertThat(packages).hasSizeGreaterThan(200);
        assertThat(quick.found().matches()).hasSizeGreaterThan(200);
        assertThat(told(quick.found().matches()))
                .containsExactlyInAnyOrderElementsOf(
                        told(full.match(packages, null).matches()));
    }

    private static List<String> told(List<Match> matches) {
        return matches.stream()
                .map(one -> one.installed().name() + " " + one.id() + " " + one.fixedVersion() + " " + one.severity())
                .toList();
    }
}
