package dev.breakwater.central.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/** Writes a file that only its owner reads, and only once it is whole. */
final class OwnerFile {

    private OwnerFile() {}

    static void write(Path file, Consumer<OutputStream> content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        FileAttribute<?>[] ours =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Path begun = Files.createTempFile(folder, ".breakwater-export", ".tmp", ours);
        try {
            try (OutputStream out = Files.newOutputStream(begun)) {
                content.accept(out);
            }
            Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(begun);
        }
    }
}
