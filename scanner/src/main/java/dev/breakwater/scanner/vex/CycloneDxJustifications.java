package dev.breakwater.scanner.vex;

import dev.breakwater.engine.vulnerability.vex.VexJustification;
import org.jspecify.annotations.Nullable;

/**
 * CycloneDX has words of its own for justifications: nine, where the others have five. Ours goes along as a property, so that it is
 * not lost where two of them share a word.
 */
final class CycloneDxJustifications {

    private CycloneDxJustifications() {}

    static @Nullable VexJustification read(String word) {
        return switch (word) {
            case "code_not_present" -> VexJustification.VULNERABLE_CODE_NOT_PRESENT;
            case "code_not_reachable" -> VexJustification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH;
            case "requires_configuration", "requires_dependency", "requires_environment" ->
                VexJustification.VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY;
            case "protected_by_compiler",
                    "protected_at_runtime",
                    "protected_at_perimeter",
                    "protected_by_mitigating_control" -> VexJustification.INLINE_MITIGATIONS_ALREADY_EXIST;
            default -> null;
        };
    }

    static String written(VexJustification justification) {
        return switch (justification) {
            case COMPONENT_NOT_PRESENT, VULNERABLE_CODE_NOT_PRESENT -> "code_not_present";
            case VULNERABLE_CODE_NOT_IN_EXECUTE_PATH -> "code_not_reachable";
            case VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY -> "requires_environment";
            case INLINE_MITIGATIONS_ALREADY_EXIST -> "protected_by_mitigating_control";
        };
    }
}
