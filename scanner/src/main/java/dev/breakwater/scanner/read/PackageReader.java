package dev.breakwater.scanner.read;

import dev.breakwater.engine.image.InstalledPackage;
import java.io.IOException;
import java.util.List;

/** Reads packages from files of one sort. Stateless: one instance serves all threads. */
public interface PackageReader {

    /** Whether a file is worth reading; asked for every file of every layer, so only what the facts say. */
    boolean wants(EntryFacts facts);

    /**
     * The packages that the file tells of, with its path, without a layer. Reads no more than it needs and never more memory
     * than a fixed bound. A file larger than a mebibyte is given to the first reader that wants it only.
     *
     * @throws UnreadableEntry with the reason, if the file is damaged or too large; the image is then known in part
     */
    List<InstalledPackage> read(EntryContent content) throws IOException;
}
