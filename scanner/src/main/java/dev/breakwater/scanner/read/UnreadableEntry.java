package dev.breakwater.scanner.read;

import dev.breakwater.engine.image.InstalledPackage;
import java.io.IOException;
import java.util.List;

/** A file that is damaged, hostile or too large. The message ends the sentence "path …" and is kept as the reason. */
public class UnreadableEntry extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    private final transient List<InstalledPackage> found;

    public UnreadableEntry(String reason) {
        this(reason, List.of());
    }

    /** The same of a file of which a part could be read: what was found stands, and the file is known in part. */
    public UnreadableEntry(String reason, List<InstalledPackage> found) {
        super(oneLine(reason));
        this.found = List.copyOf(found);
    }

    /** Reasons name files, whose names are hostile, too. */
    private static String oneLine(String reason) {
        StringBuilder line = new StringBuilder();
        reason.codePoints().limit(LONGEST).forEach(each -> line.appendCodePoint(isShown(each) ? each : ' '));
        return line.toString();
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** What was found before the reading ended; usually nothing. */
    public List<InstalledPackage> found() {
        return found == null ? List.of() : found;
    }
}
