package dev.breakwater.central.fleet.internal.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class MasterKeyTest {

    private static final byte[] SECRET = "what nobody may read".getBytes(StandardCharsets.UTF_8);

    private final MasterKey key = MasterKey.ofBase64(base64(1));

    @Test
    void opensWhatItSealed() {
        assertThat(key.open(key.seal(SECRET, "test"), "test")).isEqualTo(SECRET);
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(key.seal(SECRET, "test")).isNotEqualTo(key.seal(SECRET, "test"));
    }

    @Test
    void opensNothingForAnotherPurposeOrUnderAnotherKeyOrAfterAChange() {
        byte[] sealed = key.seal(SECRET, "test");
        assertThatThrownBy(() -> key.open(sealed, "other")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> MasterKey.ofBase64(base64(2)).open(sealed, "test"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BREAKWATER_MASTER_KEY");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> key.open(sealed, "test")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "not base64!", "c2hvcnQ="})
    void saysWhichSettingIsWrongWithoutShowingIt(String value) {
        assertThatThrownBy(() -> MasterKey.ofBase64(value))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("BREAKWATER_MASTER_KEY (breakwater.master-key)")
                .hasMessageNotContaining("c2hvcnQ=");
    }

    @Test
    void isFoundInTheEnvironment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of("BREAKWATER_MASTER_KEY", "from the environment")));
        ConfigurationPropertySources.attach(environment);
        assertThat(Binder.get(environment)
                        .bind("breakwater", MasterKeyProperties.class)
                        .get()
                        .masterKey())
                .isEqualTo("from the environment");
    }

    private static String base64(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
