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
import java.util.Map;
import java.util.Objects;

/** What is said of reports. */
final class ReportWords {

    private ReportWords() {}

    /**
     * What a report is about, in a few words.
     *
     * @param standards those that are there: id → name
     */
    static String about(ReportDraft draft, Map<String, String> standards) {
        List<String> parts = new ArrayList<>();
        parts.add(draft.kind().title());
        draft.standards().forEach(id -> parts.add(standard(id, standards)));
        if (!draft.clusters().isEmpty()) {
            parts.add(String.join(", ", draft.clusters()));
        } else if (draft.q().isEmpty()) {
            parts.add("all clusters");
        }
        if (!draft.q().isEmpty()) {
            parts.add("only what matches " + draft.q());
        }
        if (draft.viewId() != null) {
            parts.add("a saved view");
        }
        return String.join(" · ", parts);
    }

    /** A standard by its name; of one that was deleted there is only the id left. */
    static String standard(String id, Map<String, String> standards) {
        String name = standards.get(id);
        return name == null ? id + " (no longer there)" : name;
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

    /** Where it stands, in a word. */
    static String word(ReportJob job) {
        return switch (job.state()) {
            case QUEUED -> "waits";
            case RUNNING -> "is made";
            case DONE -> "made";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    /** Its forms, while they are kept. */
    static String forms(ReportJob job) {
        List<String> forms = job.files().stream()
                .map(ReportFile::format)
                .filter(Objects::nonNull)
                .map(Enum::name)
                .toList();
        return forms.isEmpty() && job.state() == ReportJob.State.DONE ? "expired" : String.join(", ", forms);
    }

    /** How many of its ways out worked; empty if it has none. */
    static String arrived(ReportJob job) {
        List<ReportSent> sent = job.deliveries();
        long arrived =
                sent.stream().filter(one -> one.state().equals("DELIVERED")).count();
        long dead = sent.stream().filter(one -> one.state().equals("DEAD")).count();
        if (sent.isEmpty()) {
            return "";
        }
        return arrived + " of " + sent.size() + " arrived" + (dead == 0 ? "" : ", " + dead + " given up");
    }

    /** Whether a way out is still to be tried. */
    static boolean isOnItsWay(ReportJob job) {
        return job.state() == ReportJob.State.DONE
                && job.deliveries().stream()
                        .anyMatch(one ->
                                one.state().equals("QUEUED") || one.state().equals("SENDING"));
    }

    /** Whether there is something of it that can be tried again. */
    static boolean mayBeTriedAgain(ReportJob job) {
        boolean lost = job.expiresAt() != null
                && job.deliveries().stream().anyMatch(one -> one.state().equals("DEAD"));
        return job.ended() && (job.state() != ReportJob.State.DONE || lost);
    }

    /** A way out, as people call it. */
    static String way(String kind) {
        return switch (kind) {
            case "EMAIL" -> "by e-mail";
            case "WEBHOOK" -> "webhook";
            case "S3" -> "bucket (S3)";
            default -> kind.toLowerCase(Locale.ROOT);
        };
    }

    /** Where a way out stands. */
    static String arrival(ReportSent sent) {
        return switch (sent.state()) {
            case "DELIVERED" -> "arrived";
            case "DEAD" -> "given up";
            case "SENDING" -> "is sent";
            default -> sent.attempts() == 0 ? "waits" : "did not arrive";
        };
    }

    /** What became of a way out. */
    static String sent(ReportSent sent) {
        return sent.target() + " " + way(sent.kind()) + ": " + arrival(sent)
                + (sent.outcome().isEmpty() ? "" : " (" + sent.outcome() + ")");
    }
}
