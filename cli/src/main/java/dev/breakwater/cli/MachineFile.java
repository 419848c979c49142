package dev.breakwater.cli;

import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.scanner.MachineCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of what a look at a machine found. */
final class MachineFile {

    private MachineFile() {}

    /**
     * Its bytes, one more than there may be at the most, so that whoever reads them says that it is too much.
     *
     * @throws IOException if it cannot be read
     */
    static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MachineCodec.MOST + 1);
        }
    }

    /**
     * The evidence.
     *
     * @throws IllegalArgumentException if it is none; the message names the file and tells where
     */
    static MachineEvidence read(Path file) throws IOException {
        try {
            return MachineCodec.read(bytes(file));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
        }
    }
}
