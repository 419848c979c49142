package dev.breakwater.cli;

import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.scanner.language.LockfileContents;
import dev.breakwater.scanner.sbom.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a file tells is inside an image. */
final class ToldContents {

    private ToldContents() {}

    /**
     * The contents.
     *
     * @throws IOException with the reason, if the file is missing, damaged or of no known sort
     */
    static ImageContents of(Path file) throws IOException {
        Optional<ImageContents> lockfile = LockfileContents.read(file);
        if (lockfile.isPresent()) {
            return lockfile.get();
        }
        try (InputStream document = Files.newInputStream(file)) {
            return Documents.read(document).contents();
        }
    }
}
