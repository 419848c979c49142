package dev.breakwater.scanner.read;

import dev.breakwater.engine.image.InstalledPackage;
import java.io.IOException;
import java.util.List;

/** A file that is damaged, hostile or too large. The message ends the sentence "path …" and is kept as the reason. */
public class UnreadableEntry extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<InstalledPackage> found;

    public UnreadableEntry(String reason) {
        this(reason, List.of());
    }

    /** The same of a file of which a part could be read: what was found stands, and the file is known in part. */
    public UnreadableEntry(String reason, List<InstalledPackage> found) {
        super(reason);
        this.found = List.copyOf(found);
    }

    /** What was found before the reading ended; usually nothing. */
    public List<InstalledPackage> found() {
        return found == null ? List.of() : found;
    }
}
