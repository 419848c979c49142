package dev.breakwater.sensor.node;

import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.manifests.redaction.TokenShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes secrets out of command lines and configuration, line by line, so that the rest can still be judged. */
final class TextRedaction {

    /** What stands where a secret stood. */
    static final String REDACTED = "<redacted>";

    private static final Pattern PAIR =
            Pattern.compile("(\\s*(?:export\\s+)?[\"']?)([A-Za-z_][\\w./-]{0,100})([\"']?(?:\\s*[:=]\\s*|\\s+))(.*)");
    private static final Pattern ITEM = Pattern.compile("(\\s*(?:-\\s+)+)(.*)");
    private static final Pattern KEY_BEGINS = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY");
    private static final Pattern KEY_ENDS = Pattern.compile("-----END [A-Z0-9 ]{0,30}PRIVATE KEY");
    /** The second field of passwd(5) and group(5), where it is a hash in place of a mark. */
    private static final Pattern PASSWORD_FIELD = Pattern.compile("^([^:]*:)([^:]{3,})(:.*)$");
    /** Of systems' own files: names that hold a secret, as against names of what sets the rules for them. */
    private static final Pattern SYSTEM_SECRET = Pattern.compile(
            "(?i)(\\b[\\w.-]{0,60}?(?:password|passwd|passphrase|bindpw|rootpw|secret|credentials?|token|api_?key"
                    + "|access_?key|private_?key|fastopen_key)[0-9]{0,3}[\"']?\\s{0,8}=\\s{0,8})([^,\\s]+)");

    private final SecretGuard guard;

    TextRedaction(SecretGuard guard) {
        this.guard = guard;
    }

    /** The words of a command line. */
    List<String> words(List<String> words) {
        List<String> shown = new ArrayList<>();
        String option = "";
        for (String word : words) {
            shown.add(word(option, word));
            option = word.startsWith("-") && word.indexOf('=') < 0 ? word : "";
        }
        return shown;
    }

    /** A word of a command line after an option. */
    String word(String option, String word) {
        int equals = word.startsWith("-") ? word.indexOf('=') : -1;
        if (equals > 0) {
            String name = word.substring(0, equals);
            return name + "=" + value(name, word.substring(equals + 1));
        }
        return value(option, word);
    }

    /** A value under a name. */
    String value(String name, String value) {
        return guard.guardText(name, value).isRedacted() ? REDACTED : value;
    }

    /** The text of configuration of programs, in which any name may hold a secret. */
    String configuration(String text) {
        return lines(text, this::configurationLine);
    }

    private String configurationLine(String line) {
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            String rest = item.group(2);
            return item.group(1) + (rest.startsWith("-") ? word("", rest) : configurationLine(rest));
        }
        Matcher pair = PAIR.matcher(line);
        if (pair.matches() && !pair.group(4).isBlank()) {
            String value = pair.group(4);
            String bare = value.replaceAll("^[\"']|[\"'],?$|,$", "");
            return guard.guardText(pair.group(2), bare).isRedacted()
                    ? pair.group(1) + pair.group(2) + pair.group(3) + REDACTED
                    : line;
        }
        return guard.guardText("", line).isRedacted() ? REDACTED : line;
    }

    /** The text of a system's own files, whose words about passwords are rules, not passwords. */
    String system(String text) {
        return lines(text, TextRedaction::systemLine);
    }

    private static String systemLine(String line) {
        if (TokenShapes.kindOf(line).isPresent()) {
            return REDACTED;
        }
        if (line.strip().toLowerCase(Locale.ROOT).startsWith("password_pbkdf2 ")) {
            return "password_pbkdf2 " + REDACTED;
        }
        return SYSTEM_SECRET.matcher(line).replaceAll("$1" + REDACTED);
    }

    /** The text of passwd(5) and group(5). */
    String accounts(String text) {
        return lines(text, line -> {
            Matcher field = PASSWORD_FIELD.matcher(line);
            return field.matches() ? field.group(1) + REDACTED + field.group(3) : line;
        });
    }

    private static String lines(String text, java.util.function.UnaryOperator<String> shown) {
        boolean[] inKey = {false};
        return text.lines()
                .map(line -> {
                    if (KEY_BEGINS.matcher(line).find()) {
                        inKey[0] = !KEY_ENDS.matcher(line).find();
                        return REDACTED;
                    }
                    if (inKey[0]) {
                        inKey[0] = !KEY_ENDS.matcher(line).find();
                        return REDACTED;
                    }
                    return shown.apply(line);
                })
                .collect(Collectors.joining("\n", "", text.isEmpty() ? "" : "\n"));
    }
}
