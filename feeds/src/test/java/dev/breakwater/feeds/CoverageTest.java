package dev.breakwater.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When "no advisory names this package" means something. */
class CoverageTest {

    private static final String BOTH = """
            {"id": "GHSA-both-%d", "modified": "2021-08-01T00:00:00Z", "affected": [
             {"package": {"ecosystem": "npm", "name": "a"}, "versions": ["1.0"]},
             {"package": {"ecosystem": "PyPI", "name": "a"}, "versions": ["1.0"]}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aCollectionOfAnEcosystemIsCompleteForItAndForNoneThatItOnlyMentions() throws IOException {
        Map<String, String> npm = Written.others("npm");
        for (int i = 0; i < 50; i++) {
            npm.put("both-" + i + ".json", BOTH.formatted(i));
        }

        Feed feed = read(Written.zip(folder.resolve("npm.zip"), npm));

        assertThat(feed.ecosystems()).containsExactlyInAnyOrder("npm", "PyPI");
        assertThat(feed.complete()).containsExactly("npm");
    }

    @Test
    void anArchiveOfEverythingIsCompleteForEach() throws IOException {
        Map<String, String> all = new TreeMap<>(Written.others("npm"));
        all.putAll(Written.others("Maven"));

        assertThat(read(Written.zip(folder.resolve("all.zip"), all)).complete())
                .containsExactlyInAnyOrder("npm", "Maven");
    }

    @Test
    void aFewAdvisoriesAreNoCollection() throws IOException {
        Map<String, String> few = new TreeMap<>(Written.others("npm"));
        few.remove(few.keySet().iterator().next());

        assertThat(read(Written.zip(folder.resolve("few.zip"), few)).complete()).isEmpty();
        Path list = Files.writeString(
                folder.resolve("list.json"),
                "[" + String.join(",", Written.others("npm").values()) + "]");
        assertThat(read(list).complete()).as("one document").isEmpty();
    }

    @Test
    void aDistributionIsCompleteForTheReleasesThatItNames() throws IOException {
        Map<String, String> releases = Written.others("Debian:12");
        releases.put("old.json", Written.others("Debian:11").values().iterator().next());
        assertThat(read(Written.zip(folder.resolve("debian.zip"), releases)).complete())
                .containsExactlyInAnyOrder("Debian:11", "Debian:12");

        Path tracker = Files.writeString(folder.resolve("tracker.json"), """
                {"bash": {"CVE-2024-1": {"description": "d", "releases": {"bookworm": {"status": "resolved",
                 "fixed_version": "5.3", "urgency": "low"}}}}}
                """);
        assertThat(read(tracker).complete()).as("its publisher writes it whole").containsExactly("Debian:12");
    }

    @Test
    void aListOfChosenLibrariesIsNeverComplete() throws IOException {
        Map<String, String> statements = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            statements.put(i + "/statement.yaml", """
                    vulnerability_id: CVE-2020-%d
                    artifacts:
                    - id: pkg:maven/org.example/a@1.%d
                      affected: true
                    """.formatted(1000 + i, i));
        }

        assertThat(read(Written.zip(folder.resolve("kb.zip"), statements)).complete())
                .isEmpty();
    }

    private static Feed read(Path file) throws IOException {
        return FeedFile.of(file).read(advisory -> {});
    }
}
