package dev.breakwater.engine.policy.criteria;

import com.google.re2j.Pattern;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.engine.policy.value.TextTest;
import java.util.Locale;
import java.util.Set;

/** Tells names and values that look like secrets from the rest; it sees what the sensor left as it was. */
final class SecretNames {

    private static final Pattern SECRET =
            Pattern.compile("PASSWORD|PASSWD|PASSPHRASE|(^|_)PWD(_|$)|SECRET|(^|_)TOKEN(_|$)"
                    + "|CREDENTIAL|API_?KEY|(PRIVATE|ACCESS|ENCRYPTION|SIGNING|MASTER|STORAGE|ACCOUNT|BATCH|CLI)_?KEY");
    /** One of them is in whatever {@link #SECRET} matches. */
    private static final TextTest WORDS =
            TextPattern.parse("PASS|PWD|SECRET|TOKEN|CREDENTIAL|KEY", TextPattern.Bare.PART);

    private static final Set<String> ABOUT_A_SECRET = Set.of(
            "FILE",
            "PATH",
            "DIR",
            "URL",
            "URI",
            "NAME",
            "HOST",
            "PORT",
            "TTL",
            "TYPE",
            "ENABLED",
            "LENGTH",
            "EXPIRY",
            "ISSUER",
            "AUDIENCE",
            "ALGORITHM",
            "HEADER");
    private static final Pattern URL_WITH_PASSWORD = Pattern.compile("[a-z][a-z0-9+.-]*://[^/\\s:@]*:[^/\\s@$]+@");
    private static final Set<String> NO_SECRET = Set.of("true", "false", "null", "none", "yes", "no");
    private static final int LOOKED_AT = 4_000;

    private SecretNames() {}

    /** Whether a variable seems to hold a secret in the open. */
    static boolean looksSecret(String name, Text text) {
        String value = text.value();
        if (value == null) {
            return true;
        }
        String start = value.substring(0, Math.min(value.length(), LOOKED_AT)).strip();
        if (start.contains("://") && URL_WITH_PASSWORD.matcher(start).find()) {
            return true;
        }
        if (start.contains("PRIVATE KEY") && start.contains("BEGIN")) {
            return true;
        }
        // $(OTHER) names another variable, {{…}} is filled in later, a path leads to a file: neither is the secret
        // itself.
        boolean elsewhere = start.isEmpty()
                || start.startsWith("$(")
                || start.startsWith("${")
                || start.startsWith("{{")
                || start.startsWith("/");
        return !elsewhere && !NO_SECRET.contains(start.toLowerCase(Locale.ROOT)) && isSecret(name);
    }

    private static boolean isSecret(String name) {
        // Expressions are nearly all of the cost of judging: names that hold none of the words are left at once.
        if (!WORDS.matches(name)) {
            return false;
        }
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toUpperCase(Locale.ROOT);
        String last = words.substring(words.lastIndexOf('_') + 1);
        return !ABOUT_A_SECRET.contains(last) && SECRET.matcher(words).find();
    }
}
