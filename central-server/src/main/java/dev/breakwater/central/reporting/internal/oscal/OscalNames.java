package dev.breakwater.central.reporting.internal.oscal;

import dev.breakwater.engine.model.NameBasedId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** How OSCAL spells names and ids. */
final class OscalNames {

    /** Where the names of our own properties are explained. */
    static final String NAMESPACE = "https://breakwater.dev/ns/oscal";

    /** NCName without colons, as OSCAL asks of its tokens. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*");

    private OscalNames() {}

    /**
     * A control as a token. NIST's own catalogues write {@code ac-2}; a number such as {@code 4.1.1} gets its standard before it,
     * since a token begins with a letter.
     */
    static String control(String standard, String control) {
        String own = control.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        String token = TOKEN.matcher(own).matches() ? own : standard + "_" + own;
        String clean = token.toLowerCase(Locale.ROOT);
        return TOKEN.matcher(clean).matches() ? clean : "_" + clean;
    }

    /** OSCAL takes ids of the versions 4 and 5 only; others are hashed into one. */
    static String id(UUID id) {
        return (id.version() == 4 || id.version() == 5 ? id : NameBasedId.of("oscal", id.toString())).toString();
    }

    /** An id of something that has none: the same for the same report. */
    static String id(String... parts) {
        return NameBasedId.of(parts).toString();
    }

    /** A property of ours. */
    static Map<String, Object> prop(String name, String value) {
        Map<String, Object> prop = new LinkedHashMap<>();
        prop.put("name", name);
        prop.put("ns", NAMESPACE);
        prop.put("value", line(value));
        return prop;
    }

    /** One line without blanks at its ends, as values of properties must be; never empty. */
    static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.isEmpty() ? "-" : line;
    }
}
