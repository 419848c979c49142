package dev.breakwater.engine.assembly;

import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.model.ImageDetails.Instruction;
import java.util.List;
import java.util.Locale;

/**
 * Reads the instructions that built an image from its history. Builders write them in two spellings: the classic one wraps
 * all in {@code /bin/sh -c} and marks those that run nothing with {@code #(nop)}; BuildKit writes the keyword itself.
 */
public final class Instructions {

    private static final String SHELL = "/bin/sh -c ";
    private static final String NOTHING_RUN = "#(nop) ";
    private static final String BUILDKIT = "# buildkit";

    private Instructions() {}

    /** First to last; lines without a text are left out. */
    public static List<Instruction> of(ImageConfig config) {
        return config.history().stream()
                .map(line -> line.createdBy().strip())
                .filter(text -> !text.isEmpty())
                .map(Instructions::read)
                .toList();
    }

    /** One line; what is in neither spelling is what a builder of another kind ran. */
    public static Instruction read(String createdBy) {
        String text = createdBy.strip();
        if (text.endsWith(BUILDKIT)) {
            text = text.substring(0, text.length() - BUILDKIT.length()).strip();
        }
        if (text.startsWith("|")) {
            int command = text.indexOf(SHELL);
            text = command < 0 ? text : text.substring(command);
        }
        if (text.startsWith(SHELL)) {
            String rest = text.substring(SHELL.length()).strip();
            return rest.startsWith(NOTHING_RUN.strip())
                    ? byKeyword(rest.substring(NOTHING_RUN.length() - 1).strip())
                    : new Instruction("RUN", rest);
        }
        Instruction found = byKeyword(text);
        return found.keyword().equals("RUN") && found.value().startsWith(SHELL)
                ? new Instruction("RUN", found.value().substring(SHELL.length()).strip())
                : found;
    }

    private static Instruction byKeyword(String text) {
        int space = text.indexOf(' ');
        String first = (space < 0 ? text : text.substring(0, space)).toUpperCase(Locale.ROOT);
        return Instruction.KEYWORDS.contains(first)
                ? new Instruction(
                        first, space < 0 ? "" : text.substring(space + 1).strip())
                : new Instruction("RUN", text);
    }
}
