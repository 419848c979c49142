package dev.breakwater.scanner.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A folder, or what is like one. */
interface Files {

    /** Bytes of a file; empty if there is none of that name. */
    Optional<Long> size(String name) throws IOException;

    InputStream open(String name) throws IOException;

    /** A whole file, empty if there is none. */
    default Optional<byte[]> bytes(String name, int most) throws IOException {
        Optional<Long> size = size(name);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        if (size.get() > most) {
            throw Documents.damaged(name + " has " + size.get() + " bytes; " + most + " are read");
        }
        try (InputStream in = open(name)) {
            return Optional.of(in.readNBytes(most));
        }
    }
}
