package dev.breakwater.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsualSizeTest {

    @Test
    void aHandfulIsSmallWhereThereAreThousands() {
        assertThat(UsualSize.isSmall("npm", 13)).isTrue();
        assertThat(UsualSize.words("npm", 13))
                .isEqualTo("complete by its own count, but small for npm: 13 of usually more than 10,000");
        assertThat(UsualSize.isSmall("Debian:12", 2)).isTrue();
    }

    /** One publisher of several: GitHub's of npm and Composer, PyPA's, Go's, RustSec's, FriendsOfPHP's. */
    @Test
    void whatOnePublisherCollectsIsNotSmall() {
        assertThat(UsualSize.isSmall("npm", 3_450)).isFalse();
        assertThat(UsualSize.isSmall("PyPI", 2_661)).isFalse();
        assertThat(UsualSize.isSmall("Go", 3_079)).isFalse();
        assertThat(UsualSize.isSmall("crates.io", 932)).isFalse();
        assertThat(UsualSize.isSmall("Packagist", 1_592)).isFalse();
        assertThat(UsualSize.isSmall("AlmaLinux:9", 4_483)).isFalse();
    }

    @Test
    void nothingIsSmallWhereNobodySaysHowManyThereAre() {
        assertThat(UsualSize.of("Hex")).isZero();
        assertThat(UsualSize.isSmall("Hex", 1)).isFalse();
    }
}
