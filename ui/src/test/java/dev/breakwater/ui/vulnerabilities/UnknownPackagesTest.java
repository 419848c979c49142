package dev.breakwater.ui.vulnerabilities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.vulnerabilities.SeverityCounts;
import dev.breakwater.central.vulnerabilities.VulnerableImageRow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownPackagesTest {

    /** That nothing is unspoken of an image that nobody saw whole does not say that nothing is unknown. */
    @Test
    void saysNoneOnlyOfAnImageThatIsKnownWhole() {
        assertThat(UnknownPackages.words(image(true, 10, 0))).isEqualTo("none");
        assertThat(UnknownPackages.isNone(image(true, 10, 0))).isTrue();
        assertThat(UnknownPackages.words(image(false, 0, 0)))
                .as("a bill without packages")
                .isEqualTo("all");
        assertThat(UnknownPackages.isNone(image(false, 0, 0))).isFalse();
        assertThat(UnknownPackages.words(image(false, 10, 0))).isEqualTo("a part");
        assertThat(UnknownPackages.words(image(true, 10, 4))).isEqualTo("4 of 10");
    }

    private static VulnerableImageRow image(boolean complete, int packages, int unspoken) {
        return new VulnerableImageRow(
                "sha256:" + "a".repeat(64),
                List.of("shop"),
                "",
                null,
                Instant.EPOCH,
                complete,
                packages,
                unspoken,
                0,
                new SeverityCounts(0, 0, 0, 0, 0),
                0,
                0,
                0,
                null,
                0,
                0,
                1,
                Instant.EPOCH);
    }
}
