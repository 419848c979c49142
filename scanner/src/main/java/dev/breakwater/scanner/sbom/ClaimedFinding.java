package dev.breakwater.scanner.sbom;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.FixState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One vulnerability that a foreign report claims of one package. It is kept as a claim: our own matching neither needs nor
 * overwrites it.
 *
 * @param installed one of the report's packages
 * @param id the report's id for it
 * @param aliases other ids, without {@link #id()}
 * @param severityWord the report's own word, empty = none
 * @param cvss base score 0.0–10.0, {@code null} = none
 * @param cvssVector empty = none
 * @param fixedVersion empty = none named
 * @param summary one line, plain text, may be empty
 */
public record ClaimedFinding(
        InstalledPackage installed,
        String id,
        List<String> aliases,
        Severity severity,
        String severityWord,
        @Nullable Double cvss,
        String cvssVector,
        String fixedVersion,
        FixState fixState,
        String summary) {

    public ClaimedFinding {
        aliases = List.copyOf(aliases);
    }
}
