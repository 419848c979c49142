package dev.breakwater.scanner.system;

import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.scanner.layer.LayerWalk;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What distribution it is: os-release(5) of freedesktop.org. */
public final class OsRelease implements LayerWalk.OsReader {

    private static final Set<String> PATHS = Set.of("etc/os-release", "usr/lib/os-release");
    private static final Pattern ID = Pattern.compile("[a-z0-9._-]{1,64}");
    private static final int LONGEST = 200;

    @Override
    public boolean wants(String path) {
        return PATHS.contains(path);
    }

    @Override
    public @Nullable OperatingSystem read(byte[] content) {
        Map<String, String> values = values(new String(content, StandardCharsets.UTF_8));
        String id = values.getOrDefault("ID", "").toLowerCase(Locale.ROOT);
        if (!ID.matcher(id).matches()) {
            return null;
        }
        return new OperatingSystem(
                id,
                brief(values.getOrDefault("VERSION_ID", "")),
                brief(values.getOrDefault("VERSION_CODENAME", "")),
                brief(values.getOrDefault("PRETTY_NAME", values.getOrDefault("NAME", id))));
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new HashMap<>();
        text.lines().limit(200).map(String::strip).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                values.put(
                        line.substring(0, equals).strip(),
                        unquoted(line.substring(equals + 1).strip()));
            }
        });
        return values;
    }

    /** As a shell would read a value that expands nothing. */
    private static String unquoted(String value) {
        char first = value.isEmpty() ? ' ' : value.charAt(0);
        if ((first == '"' || first == '\'') && value.length() >= 2 && value.charAt(value.length() - 1) == first) {
            String inner = value.substring(1, value.length() - 1);
            return first == '"' ? inner.replaceAll("\\\\([$\"\\\\`])", "$1") : inner;
        }
        return value;
    }

    private static String brief(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
