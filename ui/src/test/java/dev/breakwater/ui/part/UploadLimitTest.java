package dev.breakwater.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadLimitTest {

    @Test
    void aLimitIsToldInTheUnitThatFits() {
        assertThat(UploadLimit.words(1 << 30)).isEqualTo("1 GiB");
        assertThat(UploadLimit.words(16 << 20)).isEqualTo("16 MiB");
        assertThat(UploadLimit.words((5 << 20) / 2)).isEqualTo("2.5 MiB");
        assertThat(UploadLimit.words(200_000)).isEqualTo("195.3 KiB");
    }
}
