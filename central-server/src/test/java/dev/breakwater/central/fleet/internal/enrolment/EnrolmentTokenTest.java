package dev.breakwater.central.fleet.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnrolmentTokenTest {

    private final EnrolmentToken token = EnrolmentToken.random();
    private final String shown = token.shown("0".repeat(64));

    @Test
    void readsTheWholeTokenAndItsSecretPart() {
        assertThat(EnrolmentToken.parse(shown)).contains(token);
        assertThat(EnrolmentToken.parse(shown.substring(0, shown.indexOf('.')))).contains(token);
        assertThat(EnrolmentToken.parse(token.secret())).contains(token);
    }

    @Test
    void readsNothingElse() {
        assertThat(EnrolmentToken.parse("")).isEmpty();
        assertThat(EnrolmentToken.parse(shown + "x")).isEmpty();
        assertThat(EnrolmentToken.parse("blw_" + token.secret())).isEmpty();
    }

    @Test
    void doesNotShowItsSecretByAccident() {
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(new String(token.hash(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(token.secret());
    }
}
