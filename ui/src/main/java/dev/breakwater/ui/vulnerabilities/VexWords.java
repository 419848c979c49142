package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.vulnerabilities.VexStatementRow;
import dev.breakwater.engine.vulnerability.vex.VexStatus;
import java.util.ArrayList;
import java.util.List;

/** What VEX documents say, as people read it. */
final class VexWords {

    private VexWords() {}

    static String format(String name) {
        return switch (name) {
            case "OPENVEX" -> "OpenVEX";
            case "CYCLONEDX" -> "CycloneDX";
            case "CSAF" -> "CSAF";
            default -> name;
        };
    }

    static String status(VexStatus status) {
        return switch (status) {
            case NOT_AFFECTED -> "not affected";
            case AFFECTED -> "affected";
            case FIXED -> "fixed";
            case UNDER_INVESTIGATION -> "being looked into";
        };
    }

    /** The justification in plain words, and what else the statement says. */
    static String why(VexStatementRow row) {
        List<String> parts = new ArrayList<>();
        if (!row.justification().isEmpty()) {
            parts.add(JustificationWords.ALL.getOrDefault(row.justification(), row.justification()));
        }
        if (!row.impact().isEmpty()) {
            parts.add(row.impact());
        }
        if (!row.action().isEmpty()) {
            parts.add("To do: " + row.action());
        }
        return parts.isEmpty() ? "not said" : String.join(". ", parts);
    }
}
