package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.sbom.Documents;
import dev.breakwater.scanner.sbom.UnreadableDocument;
import java.io.IOException;

/**
 * What Bitnami puts into its images beside the distribution, by the SPDX document of each component:
 * {@code opt/bitnami/NAME/.spdx-NAME.spdx}. Of what such a document lists only Bitnami's own packages are taken: the others were
 * built in, and their own readers find those that are there.
 */
final class BitnamiReader extends FileReader {

    private static final int LARGEST = 8 << 20;

    BitnamiReader() {
        super("SPDX document");
    }

    @Override
    public boolean wants(EntryFacts facts) {
        return facts.name().endsWith(".spdx")
                && facts.name().startsWith(".spdx-")
                && facts.path().startsWith("opt/bitnami/");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        try {
            for (InstalledPackage each :
                    Documents.read(content.bytes(LARGEST)).contents().packages()) {
                if (each.type() == PackageType.BITNAMI) {
                    into.add(PackageType.BITNAMI, each.name(), each.version());
                }
            }
        } catch (UnreadableDocument damaged) {
            throw new UnreadableEntry("is not a valid SPDX document: " + damaged.getMessage());
        }
    }
}
