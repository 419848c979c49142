package dev.breakwater.scanner.language;

import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The head of a file in the form of mail headers (Python's core metadata, a jar's manifest), up to its first empty line. */
final class HeaderFields {

    private static final int LONGEST_HEAD = 256 << 10;

    /** No value that is asked for is longer. */
    private static final int LONGEST_VALUE = 4_096;

    private final Map<String, String> fields = new HashMap<>();

    private HeaderFields() {}

    /** Reads the head; a line that begins with a space continues the one before, with nothing between (jar specification). */
    static HeaderFields read(InputStream from) throws IOException {
        HeaderFields read = new HeaderFields();
        String last = "";
        for (String line : head(from).split("\r\n|\n|\r")) {
            if (line.isEmpty()) {
                break;
            }
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                read.fields.computeIfPresent(
                        last, (name, value) -> value.length() > LONGEST_VALUE ? value : value + line.substring(1));
                continue;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                last = line.substring(0, colon).toLowerCase(Locale.ROOT);
                read.fields.putIfAbsent(last, line.substring(colon + 1).strip());
            }
        }
        return read;
    }

    /** The value of the first field by that name, whatever its case; empty if there is none. */
    String get(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), "").strip();
    }

    private static String head(InputStream from) throws IOException {
        byte[] bytes = from.readNBytes(LONGEST_HEAD);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (bytes.length == LONGEST_HEAD && !text.contains("\n\n") && !text.contains("\r\n\r\n")) {
            throw new UnreadableEntry("has a head of more than " + LONGEST_HEAD + " bytes");
        }
        return text;
    }
}
