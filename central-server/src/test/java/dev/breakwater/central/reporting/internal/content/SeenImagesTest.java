package dev.breakwater.central.reporting.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.vulnerabilities.Known;
import org.junit.jupiter.api.Test;

/** What a report of vulnerabilities says of what is not known. */
class SeenImagesTest {

    @Test
    void saysThatNothingIsKnownWithoutAFeed() {
        SeenImages seen = new SeenImages(new Known(1_040, 40, 900, 900, 0), false, false);

        assertThat(seen.isNothing()).isTrue();
        assertThat(seen.sentences())
                .containsExactly(
                        "No feed of vulnerabilities is in use: that nothing is found says nothing.",
                        "Nobody looked into 1,000 of 1,040 images that run.",
                        "No catalogue of what is exploited is loaded, so nobody knows which are.");
    }

    @Test
    void countsWhatIsOnlyPartlyKnown() {
        SeenImages seen = new SeenImages(new Known(4, 3, 900, 12, 2), true, true);

        assertThat(seen.isNothing()).isFalse();
        assertThat(seen.sentences())
                .containsExactly(
                        "Nobody looked into 1 of 4 images that run.",
                        "No feed that is new enough speaks of 12 of 900 packages in the others.");
    }

    @Test
    void saysNothingWhereAllIsKnown() {
        assertThat(new SeenImages(new Known(4, 4, 900, 0, 0), true, true).sentences())
                .isEmpty();
    }

    @Test
    void knowsNothingOfImagesThatNobodyLookedInto() {
        assertThat(new SeenImages(new Known(3, 0, 0, 0, 0), true, true).isNothing())
                .isTrue();
    }
}
