package dev.breakwater.manifests.redaction;

import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.engine.model.Text;
import java.util.Optional;

/**
 * Takes out what looks secret: by the name that stands before a value, by the shape of well-known tokens, by names within
 * a text ({@code --password=x}, {@code "token": "x"}), and by how random it looks.
 */
public final class RedactingGuard implements SecretGuard {

    /** Longer texts are not searched but taken out whole. */
    static final int MOST_CHARACTERS = 65_536;

    private final KeyedHash hash;

    public RedactingGuard(KeyedHash hash) {
        this.hash = hash;
    }

    @Override
    public Text guardEnv(String key, String value) {
        return judged(key, value, suspicion(key, value).or(() -> Randomness.suspectsHex(key, value)));
    }

    @Override
    public Text guardText(String key, String value) {
        return judged(key, value, suspicion(key, value));
    }

    private Text judged(String key, String value, Optional<String> kind) {
        return kind.map(found -> Text.redacted(found, value.length(), hash.of(value)))
                .orElseGet(() -> Text.plain(value));
    }

    private static Optional<String> suspicion(String key, String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        if (value.length() > MOST_CHARACTERS) {
            return Optional.of("too-long");
        }
        return TokenShapes.kindOf(value)
                .or(() -> SecretNames.kindOf(key, value))
                .or(() -> NamedValues.kindWithin(key, value))
                .or(() -> Randomness.kindOf(key, value));
    }
}
