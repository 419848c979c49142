package dev.breakwater.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a feed holds, reading it ends with a feed that says what is wrong. */
class HostileFeedProperties {

    private static final List<String> SEEDS = List.of(
            "{\"id\":\"GHSA-1\",\"modified\":\"2024-01-01T00:00:00Z\",\"affected\":[{\"package\":{\"ecosystem\":\"npm\",\"name\":\"a\"},"
                    + "\"ranges\":[{\"type\":\"SEMVER\",\"events\":[{\"introduced\":\"0\"},{\"fixed\":\"1.2\"}]}],\"versions\":[\"1.0\"]}]}",
            "{\"openssl\":{\"CVE-2024-1\":{\"releases\":{\"bookworm\":{\"status\":\"resolved\",\"fixed_version\":\"3\",\"urgency\":\"low\"}}}}}",
            "{\"distroversion\":\"v3.19\",\"reponame\":\"main\",\"urlprefix\":\"https://x\",\"packages\":[{\"pkg\":{\"name\":\"a\",\"secfixes\":{\"1-r0\":[\"CVE-2024-1\"]}}}]}",
            "{\"document\":{\"csaf_version\":\"2.0\",\"category\":\"csaf_vex\",\"tracking\":{\"id\":\"CVE-2024-1\"}},\"product_tree\":{},\"vulnerabilities\":[{\"cve\":\"CVE-2024-1\"}]}",
            "{\"catalogVersion\":\"1\",\"vulnerabilities\":[{\"cveID\":\"CVE-2024-1\",\"dateAdded\":\"2024-01-01\"}]}",
            "{\"module_name\":\"a\",\"vulnerable_versions\":\"<1 || ^2\",\"patched_versions\":\">=1\",\"id\":1}",
            "id: PYSEC-1\nmodified: 2024-01-01\naffected:\n- package: {ecosystem: PyPI, name: a}\n  ranges: [{type: ECOSYSTEM, events: [{introduced: 0}, {fixed: 1.2}]}]\n",
            "title: x\nbranches: {a: {versions: ['<1.0'], time: 2018-03-06 15:40:00}}\nreference: composer://a/b\n",
            "```toml\n[advisory]\nid = \"RUSTSEC-1\"\npackage = \"a\"\n[versions]\npatched = [\">= 1\"]\n```\n# T\n",
            "#model_version:v1,score_date:2025-02-20T00:00:00+0000\ncve,epss,percentile\nCVE-1999-0001,0.1,0.2\n");

    private static final List<String> NAMES = List.of("a.json", "a.yaml", "a.md", "a.csv", "a");

    @Property(tries = 1500)
    void endsWhateverItReads(@ForAll("mutated") byte[] content, @ForAll("names") String name) throws IOException {
        Path folder = Files.createTempDirectory("feed");
        Path file = Files.write(folder.resolve(name), content);
        try {
            Feed feed =
                    FeedFile.of(file).read(advisory -> assertThat(advisory.id()).isNotEmpty());
            assertThat(feed.problems().size()).isLessThanOrEqualTo(100);
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    @Test
    void refusesWhatUnpacksToTooMuchOrNestsTooDeep(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write("{\"id\": \"".getBytes(StandardCharsets.UTF_8));
            byte[] filling = "A".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                gzip.write(filling);
            }
        }
        Files.write(folder.resolve("bomb.json.gz"), bomb.toByteArray());
        Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));
        Files.writeString(
                folder.resolve("anchors.yaml"),
                "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nid: 1\nmodified: x\naffected: [*c]\n");

        Instant start = Instant.now();
        for (FeedFile file : FeedFolder.open(folder).files()) {
            Feed feed = file.read(advisory -> {});
            assertThat(feed.problemCount()).as(file.name()).isEqualTo(1);
            assertThat(feed.isReadable()).isFalse();
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(NAMES);
    }

    /** A document that is right, with some bytes changed, doubled or left out. */
    @Provide
    Arbitrary<byte[]> mutated() {
        return Combinators.combine(
                        Arbitraries.of(SEEDS),
                        Arbitraries.integers().between(0, 400).list().ofMaxSize(4),
                        Arbitraries.of(
                                "", "\u0000", "{", "[", "]", "}", "\"", ":", "null", "1e999", "\\ud800", "*a", "\u00ff",
                                "- "))
                .as((seed, places, inserted) -> {
                    StringBuilder text = new StringBuilder(seed);
                    for (int place : places) {
                        int at = place % Math.max(1, text.length());
                        text.replace(at, Math.min(text.length(), at + place % 3), inserted);
                    }
                    return text.toString().getBytes(StandardCharsets.UTF_8);
                });
    }
}
