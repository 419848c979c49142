package dev.breakwater.sensor.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentTokenTest {

    private static final String FINGERPRINT = "ab".repeat(32);

    @Test
    void readsBothParts() {
        EnrolmentToken token = EnrolmentToken.parse("bwe_secret-secret." + FINGERPRINT.toUpperCase() + "\n");

        assertThat(token.secret()).isEqualTo("bwe_secret-secret");
        assertThat(token.authorityFingerprint()).isEqualTo(FINGERPRINT);
        assertThat(token.toString()).doesNotContain("secret-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bwe_secret-secret", "bwe_.abab", "secret-secret.abab", "bwe_secret-secret.xyz"})
    void refusesOtherTextsWithoutRepeatingThem(String text) {
        assertThatThrownBy(() -> EnrolmentToken.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 hexadecimal digits")
                .hasMessageNotContaining("secret-secret");
    }

    @Test
    void readsAddresses() {
        assertThat(CentralAddress.parse("central.example.org:9443"))
                .isEqualTo(new CentralAddress("central.example.org", 9443));
        assertThat(CentralAddress.parse("[::1]:9443").toString()).isEqualTo("[::1]:9443");
        for (String wrong :
                new String[] {"", "central", "central:", "central:0", "central:x", "::1:9443", "https://c:1"}) {
            assertThatThrownBy(() -> CentralAddress.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("HOST:PORT");
        }
    }
}
