package dev.breakwater.scanner.source;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A folder on disk. Names asked for are fixed or made of verified digests, so none leads out of it. */
record Folder(Path path) implements Files {

    @Override
    public Optional<Long> size(String name) throws IOException {
        Path file = path.resolve(name);
        return java.nio.file.Files.isRegularFile(file) ? Optional.of(java.nio.file.Files.size(file)) : Optional.empty();
    }

    @Override
    public InputStream open(String name) throws IOException {
        try {
            return java.nio.file.Files.newInputStream(path.resolve(name));
        } catch (NoSuchFileException e) {
            throw new ScanFailed(Reason.NOT_FOUND, "there is no " + name + " in " + path, e);
        }
    }
}
