package dev.breakwater.ui.violations;

import com.vaadin.flow.component.html.Span;
import dev.breakwater.ui.part.PlainText;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Two letters for a person or a team; the name stands beside it, or in its title. */
final class Initials extends Span {

    Initials(String name) {
        setText(PlainText.of(of(name)));
        addClassName("bw-initials");
        setTitle(PlainText.of(name));
        getElement().setAttribute("aria-hidden", "true");
    }

    /** The first letters of up to two words, else the first two letters. */
    static String of(String name) {
        String[] words = name.strip().split("[\\s._@-]+");
        String letters = words.length > 1
                ? Arrays.stream(words)
                        .filter(word -> !word.isEmpty())
                        .limit(2)
                        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                        .collect(Collectors.joining())
                : name.substring(0, name.offsetByCodePoints(0, Math.min(2, name.codePointCount(0, name.length()))));
        return letters.toUpperCase(Locale.ROOT);
    }
}
