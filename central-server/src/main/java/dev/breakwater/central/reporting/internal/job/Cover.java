package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportJob;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the cover of every report says: of what it is, when, for whom, by which rights and by which program. */
final class Cover {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private Cover() {}

    /** @param proof what is said of the report's proof */
    static ReportDocument on(
            ReportDocument document, ReportContext context, String rights, List<Map.Entry<String, String>> proof) {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        ReportJob job = context.job();
        facts.add(Map.entry("Data as of", time(context.asOf(), context)));
        facts.add(Map.entry("Times", "in UTC, unless a zone is named"));
        facts.add(Map.entry("Clusters", clusters(context)));
        if (!context.q().isEmpty()) {
            facts.add(Map.entry("Filter", context.q()));
        }
        facts.addAll(document.facts());
        facts.add(Map.entry("Made with the rights of", context.definition().author() + " (" + rights + ")"));
        facts.add(Map.entry(
                "Made",
                job.dueAt() == null
                        ? "when " + job.askedBy() + " asked for it"
                        : "by its schedule, due " + time(job.dueAt(), context)));
        facts.add(Map.entry("Report", context.definition().report().name()));
        facts.add(Map.entry("Job", job.id().toString()));
        facts.add(Map.entry("Program", "Breakwater " + context.version()));
        facts.addAll(proof);
        return new ReportDocument(
                document.title(),
                document.headline(),
                facts,
                document.figures(),
                document.charts(),
                document.sections(),
                document.main());
    }

    private static String clusters(ReportContext context) {
        List<String> clusters = context.definition().report().clusters();
        return clusters.isEmpty() ? "all that the author may see" : String.join(", ", clusters);
    }

    private static String time(Instant at, ReportContext context) {
        var schedule = context.definition().report().schedule();
        ZoneId zone = schedule == null ? ZoneOffset.UTC : ZoneId.of(schedule.zone());
        String utc = MINUTE.format(at.atZone(ZoneOffset.UTC)) + " UTC";
        return zone.equals(ZoneOffset.UTC) || zone.getId().equals("UTC")
                ? utc
                : MINUTE.format(at.atZone(zone)) + " " + zone.getId() + " (" + utc + ")";
    }
}
