package dev.breakwater.scanner.registry;

import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a registry wants to be asked (RFC 9110 §11.6.1).
 *
 * @param scheme {@code basic} or {@code bearer}
 */
record Challenge(String scheme, Map<String, String> parameters) {

    private static final Pattern PARAMETER =
            Pattern.compile("([a-zA-Z_-]{1,32})\\s*=\\s*(?:\"([^\"]{0,2000})\"|([^\\s,\"]{0,2000}))");

    /** The challenge that can be answered; tokens before passwords. */
    static Optional<Challenge> of(HttpHeaders headers) {
        List<Challenge> all = headers.allValues("WWW-Authenticate").stream()
                .limit(10)
                .flatMap(value -> parse(value).stream())
                .toList();
        return all.stream()
                .filter(one -> one.scheme.equals("bearer"))
                .findFirst()
                .or(() -> all.stream().filter(one -> one.scheme.equals("basic")).findFirst());
    }

    private static Optional<Challenge> parse(String value) {
        String text = value.strip();
        if (text.length() > 8192) {
            return Optional.empty();
        }
        int blank = text.indexOf(' ');
        String scheme = (blank < 0 ? text : text.substring(0, blank)).toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(blank < 0 ? "" : text.substring(blank + 1));
        while (matcher.find()) {
            parameters.put(
                    matcher.group(1).toLowerCase(Locale.ROOT),
                    matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        }
        return Optional.of(new Challenge(scheme, parameters));
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
