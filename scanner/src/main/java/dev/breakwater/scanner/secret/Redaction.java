package dev.breakwater.scanner.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes secrets out of texts that are kept and shown. */
final class Redaction {

    private static final String NAME =
            "(?i)(?:[A-Z0-9_.-]*(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?)[A-Z0-9_]*)";

    private static final Pattern SECRET_NAME = Pattern.compile(NAME);
    private static final Pattern ASSIGNED =
            Pattern.compile("(" + NAME + "\\s*[=:]\\s*)(\"[^\"]+\"|'[^']+'|[^\\s\"']+)");

    /** Names that end so hold where a secret is, not what it is. */
    private static final Pattern PLACE =
            Pattern.compile("(?i).*(?:_FILE|_PATH|_DIR|_URL|_URI|_NAME|_ID|_TYPE|_LENGTH|_TTL|_EXPIR[A-Z]*|_ENABLED)");

    private static final Pattern HARMLESS =
            Pattern.compile("(?i)true|false|yes|no|on|off|none|null|[0-9]{1,6}|/[A-Za-z0-9_./-]*|\\$.*");

    /** Shorter ones are words of a sentence more often than secrets. */
    private static final int LEAST = 6;

    private Redaction() {}

    /** What may be shown: a few leading characters and the length. */
    static String brief(String secret) {
        int shown = secret.length() >= 20 ? 4 : secret.length() >= 10 ? 2 : 0;
        return secret.substring(0, shown) + "… (" + secret.length() + " characters)";
    }

    static String variable(String variable, UnaryOperator<String> known) {
        return named(variable)
                .map(secret -> variable.substring(0, variable.indexOf('=') + 1) + brief(secret))
                .orElseGet(() -> known.apply(variable));
    }

    /** The value of {@code NAME=value} if the name says that it is secret. */
    static Optional<String> named(String variable) {
        int equals = variable.indexOf('=');
        if (equals <= 0 || equals == variable.length() - 1) {
            return Optional.empty();
        }
        String name = variable.substring(0, equals);
        String value = variable.substring(equals + 1);
        return SECRET_NAME.matcher(name).matches()
                        && !PLACE.matcher(name).matches()
                        && !HARMLESS.matcher(value).matches()
                ? Optional.of(value)
                : Optional.empty();
    }

    /** Values that stand after a name that says that they are secret, in a variable or anywhere in a text. */
    static List<String> assigned(String text) {
        List<String> values = new ArrayList<>();
        Matcher matcher = ASSIGNED.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1).replaceAll("\\s*[=:]\\s*$", "");
            String value = matcher.group(2).replaceAll("^[\"']|[\"']$", "");
            if (value.length() >= LEAST
                    && !PLACE.matcher(name).matches()
                    && !HARMLESS.matcher(value).matches()) {
                values.add(value);
            }
        }
        return values;
    }

    static String instruction(String text, UnaryOperator<String> known) {
        Matcher matcher = ASSIGNED.matcher(text);
        StringBuilder redacted = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            String value = matcher.group(2);
            if (!HARMLESS.matcher(value).matches()) {
                redacted.append(text, from, matcher.start(2)).append(brief(value));
                from = matcher.end();
            }
        }
        return known.apply(redacted.append(text.substring(from)).toString());
    }
}
