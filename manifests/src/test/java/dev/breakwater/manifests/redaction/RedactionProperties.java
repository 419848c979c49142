package dev.breakwater.manifests.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Text;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class RedactionProperties {

    private final RedactingGuard guard = new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES]));

    @Property
    void neverShowsAValueUnderASecretName(
            @ForAll("secretNames") String name,
            @ForAll @AlphaChars @NumericChars @StringLength(min = 9, max = 60) String value) {
        Text text = guard.guardEnv(name, value);

        assertThat(text.isRedacted() || OrdinaryValues.isOrdinary(value)).isTrue();
        if (text.isRedacted()) {
            assertThat(text.toString() + text.shown()).doesNotContain(value);
        }
    }

    @Property
    void keepsAllOrNothing(@ForAll String key, @ForAll String value) {
        for (Text text : new Text[] {guard.guardEnv(key, value), guard.guardText(key, value)}) {
            if (text.isRedacted()) {
                assertThat(text.redaction().length()).isEqualTo(value.length());
            } else {
                assertThat(text.value()).isEqualTo(value);
            }
        }
    }

    @Property
    void seesRandomStringsOfAnyAlphabet(@ForAll("randomStrings") String value) {
        assertThat(guard.guardEnv("NOTHING_SAID", value).isRedacted()).as(value).isTrue();
    }

    @Property(tries = 28)
    void staysQuickOnHostileTexts(@ForAll("repetitions") String value) {
        assertThat(guard.guardText("note", value).shown()).isNotNull();
    }

    @Provide
    Arbitrary<String> secretNames() {
        return Arbitraries.of(
                "PASSWORD",
                "DB_PASSWORD",
                "dbPassword",
                "API_TOKEN",
                "clientSecret",
                "private-key",
                "AWS_SECRET_ACCESS_KEY");
    }

    /** Of a generator that is uniform over the alphabet, long enough for both measures to be sure. */
    @Provide
    Arbitrary<String> randomStrings() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        return Arbitraries.randomValue(random -> random.ints(48, 0, alphabet.length())
                        .collect(
                                StringBuilder::new, (text, i) -> text.append(alphabet.charAt(i)), StringBuilder::append)
                        .toString())
                .filter(value -> value.chars().anyMatch(Character::isDigit));
    }

    @Provide
    Arbitrary<String> repetitions() {
        return Arbitraries.of(
                        "a",
                        "a.",
                        "a=",
                        "\"a\":",
                        "-a ",
                        "--a ",
                        "a:",
                        "a@",
                        "http://",
                        "mysql ",
                        "password ",
                        "{{",
                        "${",
                        "eyJ")
                .map(part -> part.repeat(60_000 / part.length()));
    }
}
