package dev.breakwater.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.feeds.document.FeedBounds;
import dev.breakwater.feeds.document.FeedDocument;
import dev.breakwater.feeds.document.FeedWalk;
import dev.breakwater.feeds.document.Tree;
import dev.breakwater.feeds.document.Trees;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds as their publishers wrote them are read whole, and what is broken in them is named. */
class FeedCorpusTest {

    @ParameterizedTest
    @CsvSource({
        "osv-go.zip, OSV, go, 4291, 4291, 0",
        "osv-pypi.zip, OSV, pypa, 2661, 2661, 0",
        "osv-almalinux.zip, OSV, almalinux, 5680, 4483, 0",
        "osv-bitnami.zip, OSV, bitnami, 7444, 7444, 0",
        "osv-psf.zip, OSV, psf, 132, 132, 0",
        "osv-ghsa-subset.zip, OSV, ghsa, 377, 377, 0",
        "osv-kubernetes.zip, OSV, kubernetes, 47, 47, 1",
        "rustsec.zip, RUSTSEC, rustsec, 1205, 932, 0",
        "composer-friendsofphp.zip, FRIENDS_OF_PHP, friendsofphp, 1592, 1592, 0",
        "npm-nodejs-wg.zip, NODE_WORKING_GROUP, nodejs, 644, 644, 0",
        "retire-jsrepository-master.json.gz, RETIRE_JS, retire.js, 479, 479, 0",
        "retire-jsrepository-v5.json.gz, RETIRE_JS, retire.js, 480, 480, 0",
        "project-kb-statements.zip, PROJECT_KB, project-kb, 1297, 1297, 0",
        "redhat-csaf-vex.zip, CSAF, redhat, 5, 5, 0"
    })
    void readsEveryEntry(String file, FeedFormat format, String source, long entries, long advisories, long problems)
            throws IOException {
        Feed feed = FeedFile.of(Corpus.file("vuln", file)).read(advisory -> {});

        assertThat(feed.problems()).hasSize((int) problems);
        assertThat(feed.format()).isEqualTo(format);
        assertThat(feed.source()).containsExactly(source);
        assertThat(feed.entries()).isEqualTo(entries);
        assertThat(feed.advisories()).isEqualTo(advisories);
        assertThat(feed.digest()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void readsTheCatalogueOfExploitedVulnerabilities() throws IOException {
        Feed feed = FeedFile.of(Corpus.file("vuln", "kev-known_exploited_vulnerabilities.json.gz"))
                .read(advisory -> {});

        assertThat(feed.format()).isEqualTo(FeedFormat.KEV);
        assertThat(feed.signals()).isEqualTo(1404);
        assertThat(feed.newest()).isEqualTo(Instant.parse("2025-08-25T17:04:19.979600Z"));
    }

    /** Whatever the scanner that these samples come from makes of Alpine's and Debian's own feeds is read from them here, too. */
    @Test
    void agreesWithWhatAnotherReaderMadeOfNativeFeeds() throws IOException {
        List<Advisory> advisories = Written.advisories(Corpus.file("vuln", "vunnel-fixtures.zip"));
        Set<String> found = new HashSet<>();
        for (Advisory advisory : advisories) {
            for (Affected affected : advisory.affected()) {
                String place = advisory.id() + " " + affected.ecosystem() + " " + affected.packageName() + " ";
                affected.ranges().forEach(range -> found.add(place + range.fixed()));
                if (affected.fixState() == FixState.NOT_AFFECTED) {
                    found.add(place + "0");
                }
            }
        }
        List<String> expected = new ArrayList<>();
        FeedWalk.of(Corpus.file("vuln", "vunnel-fixtures.zip"), FeedBounds.DEFAULT, new Snapshots(expected));

        assertThat(expected).hasSizeGreaterThan(30);
        assertThat(found).containsAll(expected);
    }

    private record Snapshots(List<String> expected) implements FeedDocument.Visitor {

        @Override
        public void visit(FeedDocument document) throws IOException {
            boolean alpine = document.name().startsWith("alpine/test-fixtures/snapshots/");
            boolean debian = document.name().matches("debian/test-fixtures/snapshots/debian:(8|9|1.)/.*");
            if (!alpine && !debian) {
                return;
            }
            Tree one = Trees.json(document.content().readAllBytes()).get("item").get("Vulnerability");
            for (Tree fix : one.items("FixedIn")) {
                if (fix.text("Name").equals("389_directory_server")) {
                    continue; // taken from another list than the tracker
                }
                String release =
                        one.text("NamespaceName").replace("alpine:", "Alpine:v").replace("debian:", "Debian:");
                String version = fix.text("Version").equals("None") ? "" : fix.text("Version");
                expected.add(one.text("Name") + " " + release + " " + fix.text("Name") + " " + version);
            }
        }

        @Override
        public void unreadable(String name, String reason) {
            throw new AssertionError(name + " " + reason);
        }
    }
}
