package dev.breakwater.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        "osv-kubernetes.zip, OSV, kubernetes, 47, 47, 1"
    })
    void readsEveryEntry(String file, FeedFormat format, String source, long entries, long advisories, long problems)
            throws IOException {
        Feed feed = FeedFile.of(Corpus.file("vuln", file)).read(advisory -> {});

        assertThat(feed.problems()).hasSize((int) problems);
        assertThat(feed.format()).isEqualTo(format);
        assertThat(feed.source()).containsExactly(source);
        assertThat(feed.entries()).isEqualTo(entries);
        assertThat(feed.advisories()).isEqualTo(advisories);
        assertThat(feed.newest()).isNotNull();
        assertThat(feed.digest()).matches("sha256:[0-9a-f]{64}");
    }
}
