package dev.breakwater.manifests.redaction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets within a longer text, told by the name beside them: arguments, shell lines, connection strings, JSON. */
final class NamedValues {

    /** {@code name=value}, {@code name: value}, {@code "name": "value"}. */
    private static final Pattern PAIR = Pattern.compile(
            "([A-Za-z_][\\w./-]{0,100}+)[\"']{0,2}\\s{0,5}(?:[:=]|:=)\\s{0,5}(?:\"([^\"]{1,4000})|'([^']{1,4000})|([^\\s\"';,&|<>]{1,4000}))");

    /** {@code --name value}. */
    private static final Pattern OPTION =
            Pattern.compile("(?:^|\\s)-{1,2}([A-Za-z][\\w.-]{1,100}+)\\s{1,5}[\"']?([^\\s\"'-][^\\s\"']{0,4000})");

    /** User and password of curl, and MySQL's password glued to its option. */
    private static final Pattern GLUED = Pattern.compile(
            "(?:^|\\s)(?:-u|--user|--proxy-user)[ =]{1,3}[\"']?[^\\s:\"']{1,200}:([^\\s\"']{1,200})|\\bmysql\\w{0,10}\\b.{0,300}?\\s-p([^\\s\"'-][^\\s]{0,200})");

    private static final Pattern USER_AND_PASSWORD = Pattern.compile("[^\\s:/]{1,200}:([^\\s/]{1,200})");

    private NamedValues() {}

    /** What sort of secret a text holds. */
    static Optional<String> kindWithin(String option, String text) {
        boolean found =
                anyNamed(PAIR.matcher(text)) || anyNamed(OPTION.matcher(text)) || glued(text) || userOf(option, text);
        return found ? Optional.of("secret-name") : Optional.empty();
    }

    private static boolean anyNamed(Matcher pairs) {
        int from = 0;
        while (pairs.find(from)) {
            int group = 2;
            while (group < pairs.groupCount() && pairs.group(group) == null) {
                group++;
            }
            String value = pairs.group(group);
            if (value != null && SecretNames.kindOf(pairs.group(1), value).isPresent()) {
                return true;
            }
            // The value may itself be a pair: env PASSWORD=x inside of a quoted command.
            from = value == null ? pairs.end() : Math.max(pairs.start(group), pairs.start() + 1);
        }
        return false;
    }

    private static boolean glued(String text) {
        Matcher glued = GLUED.matcher(text);
        while (glued.find()) {
            String password = glued.group(1) == null ? glued.group(2) : glued.group(1);
            if (password != null && !OrdinaryValues.isReference(password)) {
                return true;
            }
        }
        return false;
    }

    private static boolean userOf(String option, String text) {
        if (!option.equals("-u") && !option.equals("--user") && !option.equals("--proxy-user")) {
            return false;
        }
        Matcher user = USER_AND_PASSWORD.matcher(text);
        return user.matches() && !OrdinaryValues.isReference(user.group(1));
    }
}
