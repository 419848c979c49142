package dev.breakwater.ui.reports;

import dev.breakwater.central.operations.Sizes;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportSent;
import dev.breakwater.ui.part.TimeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said of reports. */
final class ReportWords {

    private ReportWords() {}

    /** What a report is about, in a few words. */
    static String about(ReportDraft draft) {
        List<String> parts = new ArrayList<>();
        parts.add(draft.kind().title());
        parts.addAll(draft.standards());
        parts.add(draft.clusters().isEmpty() ? "all clusters" : String.join(", ", draft.clusters()));
        if (!draft.q().isEmpty()) {
            parts.add(draft.q());
        }
        if (draft.viewId() != null) {
            parts.add("a saved view");
        }
        return String.join(" · ", parts);
    }

    /** When it is made next. */
    static String next(ReportDefinition definition, TimeWords times) {
        if (definition.nextAt() == null) {
            return definition.report().schedule() == null ? "only when you ask" : "rests";
        }
        return "next " + times.minute(definition.nextAt());
    }

    /** How far a job is. */
    static String state(ReportJob job, TimeWords times) {
        return switch (job.state()) {
            case QUEUED ->
                job.attempts() == 0 || job.nextAt() == null ? "waits" : "again " + times.minute(job.nextAt());
            case RUNNING -> job.progress() + " %" + (job.step().isEmpty() ? "" : ", " + job.step());
            case DONE -> job.finishedAt() == null ? "made" : "made " + times.ago(job.finishedAt());
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    /** What a link to a file says. */
    static String file(ReportFile file) {
        String name = file.format() == null ? file.name() : file.format().name();
        return name + ", " + Sizes.shown(file.size());
    }

    /** What became of a way out. */
    static String sent(ReportSent sent) {
        String state = switch (sent.state()) {
            case "DELIVERED" -> "arrived";
            case "DEAD" -> "did not arrive";
            default -> "on its way";
        };
        return sent.kind().toLowerCase(Locale.ROOT) + " " + sent.target() + ": " + state
                + (sent.outcome().isEmpty() ? "" : " (" + sent.outcome() + ")");
    }
}
