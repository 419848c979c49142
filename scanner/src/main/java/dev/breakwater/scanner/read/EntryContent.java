package dev.breakwater.scanner.read;

import java.io.IOException;
import java.io.InputStream;

/** The content of a file, to be read once: either as a stream or whole. */
public interface EntryContent {

    EntryFacts facts();

    /** The content as it streams; closing it is the caller's part. Never longer than the facts say. */
    InputStream stream() throws IOException;

    /**
     * The whole content in memory.
     *
     * @throws UnreadableEntry if it is longer than {@code most} bytes
     */
    default byte[] bytes(int most) throws IOException {
        if (facts().size() > most) {
            throw new UnreadableEntry("is larger than the " + most + " bytes that are read of such a file");
        }
        return stream().readNBytes(most);
    }
}
