package dev.breakwater.scanner.sbom;

import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.scanner.PackageOfPurl;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what a document tells, in whatever order it tells it. */
final class ContentsBuilder {

    static final int MOST_PACKAGES = 200_000;

    /** Where something of a document as a whole is missing. */
    static final String PACKAGES = "packages";

    private static final int MOST_UNREAD = 100;

    String reference = "";
    String digest = "";
    String configDigest = "";
    ImageConfig config = noConfig();

    private @Nullable OperatingSystem os;
    private @Nullable OperatingSystem hinted;
    private boolean ofImage;
    private boolean withoutDistribution;
    private final Set<InstalledPackage> packages = new LinkedHashSet<>();
    private final List<ImageLayer> layers = new ArrayList<>();
    private final Set<Unread> incomplete = new LinkedHashSet<>();

    InstalledPackage add(InstalledPackage one) throws UnreadableDocument {
        if (packages.size() >= MOST_PACKAGES) {
            throw new UnreadableDocument("", "The document names more than " + MOST_PACKAGES + " packages");
        }
        packages.add(one);
        if (hinted == null && one.type().isOfDistribution()) {
            hinted = PackageOfPurl.distribution(one.purl());
        }
        return one;
    }

    void add(ImageLayer layer) {
        layers.add(layer);
    }

    void unread(String where, String reason) {
        if (incomplete.size() < MOST_UNREAD) {
            incomplete.add(new Unread(shortened(where), reason));
        }
    }

    void os(@Nullable OperatingSystem said) {
        if (said != null && !said.id().isEmpty()) {
            os = said;
        }
    }

    /** The document says that it is of a container image, which may have packages of a distribution. */
    void ofImage() {
        ofImage = true;
    }

    /** The document says that the image has no distribution that is recognised. */
    void withoutDistribution() {
        withoutDistribution = true;
    }

    /** Whether the document says which distribution it is, be it none. */
    boolean saysDistribution() {
        return os != null || hinted != null || withoutDistribution;
    }

    /** What was told; what a document should say and does not is incomplete, so that its silence is not taken for "nothing there". */
    ImageContents build() {
        if (packages.isEmpty()) {
            unread(PACKAGES, "the document names none, so that what is installed is not known");
        }
        if (ofImage && !saysDistribution()) {
            unread(ForeignReport.NO_DISTRIBUTION.where(), ForeignReport.NO_DISTRIBUTION.reason());
        }
        return new ImageContents(
                reference,
                digest,
                configDigest,
                os != null ? os : hinted,
                layers,
                new ArrayList<>(packages),
                List.of(),
                List.of(),
                config,
                new ArrayList<>(incomplete));
    }

    /** A digest as {@code sha256:…}, out of a digest or a reference that ends in one; empty if there is none. */
    static String digestIn(String text) {
        int at = text.lastIndexOf('@');
        String tail = text.substring(at + 1);
        return tail.matches("sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})") ? tail : "";
    }

    static ImageConfig noConfig() {
        return new ImageConfig(
                null, "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), List.of());
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
