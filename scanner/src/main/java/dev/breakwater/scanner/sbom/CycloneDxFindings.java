package dev.breakwater.scanner.sbom;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.SeverityWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One entry of {@code vulnerabilities} in a CycloneDX document, as claims of the packages that it affects. */
final class CycloneDxFindings {

    private CycloneDxFindings() {}

    static void read(JsonNode one, Map<String, InstalledPackage> byRef, List<ClaimedFinding> into) {
        String id = text(one, "id");
        if (id.isEmpty()) {
            return;
        }
        JsonNode rating = deciding(one.path("ratings"));
        String word = text(rating, "severity");
        List<String> aliases = new ArrayList<>();
        for (JsonNode reference : one.path("references")) {
            String other = text(reference, "id");
            if (!other.isEmpty() && !other.equals(id) && aliases.size() < 50) {
                aliases.add(other);
            }
        }
        for (JsonNode affected : one.path("affects")) {
            InstalledPackage installed = byRef.get(text(affected, "ref"));
            if (installed != null) {
                into.add(new ClaimedFinding(
                        installed,
                        id,
                        aliases,
                        SeverityWords.severity(word),
                        word,
                        Scores.score(text(rating, "score")),
                        text(rating, "vector"),
                        "",
                        fixState(text(one.path("analysis"), "state")),
                        Said.line(text(one, "description"))));
            }
        }
    }

    /** The rating with the highest CVSS score, since the document does not say which of them decides. */
    private static JsonNode deciding(JsonNode ratings) {
        JsonNode best = ratings.path(0);
        double most = -1;
        for (JsonNode each : ratings) {
            @Nullable Double score = Scores.score(text(each, "score"));
            if (score != null && score > most && !text(each, "severity").isEmpty()) {
                most = score;
                best = each;
            }
        }
        return best;
    }

    private static FixState fixState(String analysis) {
        return switch (analysis) {
            case "not_affected", "false_positive" -> FixState.NOT_AFFECTED;
            case "resolved", "resolved_with_pedigree" -> FixState.FIXED;
            default -> FixState.UNKNOWN;
        };
    }
}
