package dev.breakwater.scanner.sbom;

import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.vulnerability.Match;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Writes what is inside an image as a bill of materials. The same contents, instant and program give the same bytes; what
 * {@link Documents} reads out of them are the same contents, without secrets, files and the configuration, which are no materials.
 */
public final class BillWriter {

    private BillWriter() {}

    /**
     * Writes a bill.
     *
     * @param scannedAt when the contents were found, to the second
     * @param program the program that found them, such as {@code breakwater}
     * @param version its version
     * @param to is flushed and not closed
     */
    public static void write(
            BillFormat format,
            ImageContents contents,
            Instant scannedAt,
            String program,
            String version,
            OutputStream to)
            throws IOException {
        write(format, contents, List.of(), scannedAt, program, version, to);
    }

    /**
     * Writes a bill with what was found by advisories, as far as the form has a place for it: CycloneDX has, SPDX 2.3 has none.
     *
     * @param matches the findings, in their order
     */
    public static void write(
            BillFormat format,
            ImageContents contents,
            List<Match> matches,
            Instant scannedAt,
            String program,
            String version,
            OutputStream to)
            throws IOException {
        Bill bill = new Bill(contents, matches, Instant.ofEpochSecond(scannedAt.getEpochSecond()), program, version);
        switch (format) {
            case CYCLONEDX -> CycloneDxWriter.write(bill, to);
            case SPDX -> SpdxWriter.write(bill, to);
        }
        to.flush();
    }

    /** What both forms say. */
    record Bill(ImageContents contents, List<Match> matches, Instant scannedAt, String program, String version) {

        private static final Comparator<InstalledPackage> ORDER = Comparator.comparing(InstalledPackage::type)
                .thenComparing(InstalledPackage::name)
                .thenComparing(InstalledPackage::version)
                .thenComparing(InstalledPackage::arch)
                .thenComparing(InstalledPackage::path)
                .thenComparing(InstalledPackage::layer)
                .thenComparing(InstalledPackage::purl);

        /** In an order that is always the same. */
        List<InstalledPackage> packages() {
            return contents.packages().stream().sorted(ORDER).toList();
        }

        /** A number of its own, always the same for the same bill. */
        UUID serial() {
            String name =
                    contents.digest() + "\n" + contents.reference() + "\n" + scannedAt + "\n" + program + " " + version;
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }

        String imageName() {
            return contents.reference().isEmpty()
                    ? contents.digest().isEmpty() ? "image" : contents.digest()
                    : contents.reference();
        }
    }
}
