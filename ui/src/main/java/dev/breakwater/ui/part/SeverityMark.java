package dev.breakwater.ui.part;

import com.vaadin.flow.component.html.Span;
import dev.breakwater.engine.model.Severity;

/** How a severity is shown: a shape of its own and the word, in one colour. */
public final class SeverityMark {

    /** The same as a template of a grid cell whose row has {@code severity} (lower case) and {@code severityWord}. */
    public static final String TEMPLATE =
            "<span class=\"bw-sev bw-sev-${item.severity}\"><span class=\"bw-shape\"></span>${item.severityWord}</span>";

    private SeverityMark() {}

    public static Span of(Severity severity) {
        Span mark = Markup.text("bw-sev bw-sev-" + css(severity), "");
        mark.add(Markup.text("bw-shape", ""), Markup.text("", word(severity)));
        return mark;
    }

    /** The part of the CSS class. */
    public static String css(Severity severity) {
        return severity.name().toLowerCase(java.util.Locale.ROOT);
    }

    public static String word(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Critical";
            case HIGH -> "High";
            case MEDIUM -> "Medium";
            case LOW -> "Low";
            case UNKNOWN -> "Unknown";
        };
    }
}
