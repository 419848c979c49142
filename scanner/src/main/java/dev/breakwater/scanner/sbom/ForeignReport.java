package dev.breakwater.scanner.sbom;

import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageContents.Unread;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else found in an image.
 *
 * @param formatVersion the version of the format that the document says it follows, empty = not said
 * @param source the program that wrote it, with its version where it says one: {@code trivy 0.58.1}; empty = not said
 * @param createdAt when it was written, {@code null} = not said
 * @param contents what is inside; its digest is empty if the document names none
 * @param saysDistribution whether it says which distribution the image has, be it none; of an image of which that is not said
 *     {@link #NO_DISTRIBUTION} is not known
 * @param findings what the document claims is wrong with it; empty for a bare bill of materials
 */
public record ForeignReport(
        DocumentFormat format,
        String formatVersion,
        String source,
        @Nullable Instant createdAt,
        ImageContents contents,
        boolean saysDistribution,
        List<ClaimedFinding> findings) {

    /** What is not known of an image of which a document names no distribution. */
    public static final Unread NO_DISTRIBUTION =
            new Unread("distribution", "the document names none, so that what it brings is not known");

    public ForeignReport {
        findings = List.copyOf(findings);
    }

    /** Whether it names more than packages with findings, or none at all. */
    public boolean namesPackages() {
        return contents.incomplete().stream().noneMatch(one -> one.where().equals(ContentsBuilder.PACKAGES));
    }

    /** The same with other contents. */
    public ForeignReport with(ImageContents others) {
        return new ForeignReport(format, formatVersion, source, createdAt, others, saysDistribution, findings);
    }
}
