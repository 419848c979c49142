package dev.breakwater.scanner.sbom;

import dev.breakwater.engine.image.ImageContents;
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
 * @param findings what the document claims is wrong with it; empty for a bare bill of materials
 */
public record ForeignReport(
        DocumentFormat format,
        String formatVersion,
        String source,
        @Nullable Instant createdAt,
        ImageContents contents,
        List<ClaimedFinding> findings) {

    public ForeignReport {
        findings = List.copyOf(findings);
    }
}
