package dev.breakwater.central.reporting.internal.evidence;

import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.Seal;
import dev.breakwater.seal.SealRefused;
import dev.breakwater.seal.SealedBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The files of a report with the manifest and the signature that lie beside them. */
final class SignedFiles {

    private SignedFiles() {}

    /** Whether they are signed at all. */
    static boolean areSigned(List<? extends RenderedFile> files) {
        return files.stream().anyMatch(file -> file.file().name().equals(Manifest.NAME));
    }

    /** Writes them as one zip that verifies by itself. */
    static void bundle(List<? extends RenderedFile> files, OutputStream out) throws IOException {
        Map<String, SealedBundle.Content> contents = new LinkedHashMap<>();
        files.forEach(file -> contents.put(file.file().name(), file::open));
        SealedBundle.write(bytes(files, Manifest.NAME), seal(files), contents, out);
    }

    /** What a bundle of these files is called: as the first of them. */
    static String bundleName(ReportFile first) {
        int dot = first.name().indexOf('.');
        return (dot > 0 ? first.name().substring(0, dot) : first.name()) + ".zip";
    }

    /** The signature over the manifest. */
    static Seal seal(List<? extends RenderedFile> files) {
        try {
            return Seal.read(bytes(files, Manifest.SIGNATURE));
        } catch (SealRefused e) {
            throw new IllegalStateException("a stored signature cannot be read", e);
        }
    }

    /** The bytes of one of them that is small. */
    static byte[] bytes(List<? extends RenderedFile> files, String name) {
        RenderedFile file = files.stream()
                .filter(one -> one.file().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name));
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
