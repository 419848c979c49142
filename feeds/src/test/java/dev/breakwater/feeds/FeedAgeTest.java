package dev.breakwater.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedAgeTest {

    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");

    @TempDir
    private Path folder;

    /** The Go vulnerability database writes the year 1 where it knows no date of change. */
    @Test
    void isOfWhenAnEntryWasPublishedWhereTheChangeIsNotDated() throws IOException {
        assertThat(newest(entry("0001-01-01T00:00:00Z", "2022-12-14T10:00:00Z")))
                .isEqualTo(Instant.parse("2022-12-14T10:00:00Z"));
        assertThat(newest(entry("2023-01-01T00:00:00Z", "2022-12-14T10:00:00Z")))
                .isEqualTo(Instant.parse("2023-01-01T00:00:00Z"));
        assertThat(newest(entry("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")))
                .isNull();
    }

    @Test
    void isNotMadeNewByOneEntryOfTheFuture() throws IOException {
        assertThat(newest(
                        entry("2022-12-14T10:00:00Z", "2022-12-14T10:00:00Z"),
                        entry("2099-01-01T00:00:00Z", "2022-12-14T10:00:00Z")))
                .isEqualTo(Instant.parse("2022-12-14T10:00:00Z"));
        assertThat(newest(entry("2026-11-26T11:00:00Z", "2022-12-14T10:00:00Z")))
                .as("another zone")
                .isEqualTo(Instant.parse("2026-11-26T11:00:00Z"));
    }

    @Test
    void isNotMadeNewByPacking() {
        Instant old = Instant.parse("2022-12-14T10:00:00Z");
        assertThat(FeedAge.of(old, NOW)).isEqualTo(old);
        assertThat(FeedAge.of(NOW, old)).isEqualTo(old);
        assertThat(FeedAge.of(null, old)).as("nothing else is known").isEqualTo(old);
        assertThat(FeedAge.of(old, null)).isEqualTo(old);
        assertThat(FeedAge.of(null, null)).isNull();
    }

    private Instant newest(String... entries) throws IOException {
        Path file = Files.writeString(folder.resolve("feed.json"), "[" + String.join(",", entries) + "]");
        return FeedFile.of(file).read(advisory -> {}, NOW).newest();
    }

    private static String entry(String modified, String published) {
        return """
                {"id": "GO-%s-%s", "schema_version": "1.6", "modified": "%s", "published": "%s",
                 "affected": [{"package": {"ecosystem": "Go", "name": "example.org/a"}, "versions": ["1.0"]}]}
                """.formatted(modified.substring(0, 4), published.substring(0, 4), modified, published);
    }
}
