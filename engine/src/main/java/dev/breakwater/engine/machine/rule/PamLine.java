package dev.breakwater.engine.machine.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a file of {@code /etc/pam.d}.
 *
 * @param text as it is written
 * @param type such as {@code auth}; with a {@code -} in front the module may be missing
 * @param module its name or path
 */
record PamLine(String text, String type, String module, List<String> arguments) {

    /** A control in brackets holds blanks. */
    private static final Pattern CONTROL = Pattern.compile("\\[[^\\]]*\\]");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LEAST = 3;

    /** Those of a text; what names no module is left out. */
    static List<PamLine> read(String text) {
        List<PamLine> lines = new ArrayList<>();
        text.lines().map(String::strip).forEach(line -> {
            List<String> words =
                    Arrays.asList(BLANKS.split(CONTROL.matcher(line).replaceAll("[]")));
            if (words.size() >= LEAST) {
                lines.add(new PamLine(line, words.get(0), words.get(2), words.subList(LEAST, words.size())));
            }
        });
        return List.copyOf(lines);
    }

    boolean isOf(String wantedType, String wantedModule) {
        return (wantedType.isEmpty() || type.equals(wantedType) || type.equals("-" + wantedType))
                && (module.equals(wantedModule) || module.endsWith("/" + wantedModule));
    }
}
