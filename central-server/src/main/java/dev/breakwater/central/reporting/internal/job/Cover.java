package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportKind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the cover of every report says: of what it is, when, for whom, by which rights and by which program.
 *
 * @param document what stands in the report
 */
record Cover(ReportDocument document, ReportContext context) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    /**
     * The document with the cover of a report that is made.
     *
     * @param rights of its author, in words
     * @param proof what is said of the report's proof
     */
    ReportDocument on(String rights, List<Map.Entry<String, String>> proof) {
        List<Map.Entry<String, String>> facts = content();
        ReportJob job = context.job();
        facts.add(Map.entry("Made with the rights of", context.definition().author() + " (" + rights + ")"));
        facts.add(Map.entry(
                "Made",
                job.dueAt() == null
                        ? "when " + job.askedBy() + " asked for it"
                        : "by its schedule, due " + time(job.dueAt())));
        facts.add(Map.entry("Report", context.definition().report().name()));
        facts.add(Map.entry("Job", job.id().toString()));
        facts.add(Map.entry("Program", "Breakwater " + context.version()));
        facts.addAll(proof);
        return with(facts);
    }

    /** The document with the cover of a preview, which nothing proves. */
    ReportDocument onPreview() {
        List<Map.Entry<String, String>> facts = content();
        facts.addFirst(Map.entry("Preview", "made of the first rows; it is not signed, and nothing of it is kept"));
        facts.add(Map.entry("Read with the rights of", context.definition().author()));
        facts.add(Map.entry("Program", "Breakwater " + context.version()));
        return with(facts);
    }

    private List<Map.Entry<String, String>> content() {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        facts.add(Map.entry("Data as of", time(context.asOf())));
        facts.add(Map.entry("Times", "in UTC, unless a zone is named"));
        if (context.definition().report().kind() != ReportKind.AUDIT) {
            facts.add(Map.entry("Clusters", clusters()));
        }
        if (!context.q().isEmpty()) {
            facts.add(Map.entry("Filter", context.q()));
        }
        facts.addAll(document.facts());
        return facts;
    }

    private ReportDocument with(List<Map.Entry<String, String>> facts) {
        return new ReportDocument(
                document.title(),
                document.headline(),
                facts,
                document.figures(),
                document.charts(),
                document.sections(),
                document.main(),
                document.evidence());
    }

    private String clusters() {
        List<String> clusters = context.definition().report().clusters();
        if (!clusters.isEmpty()) {
            return String.join(", ", clusters);
        }
        boolean filtered = FilterExpression.parse(context.q()).terms().stream()
                .anyMatch(term -> term.field().equals("cluster"));
        return filtered ? "those that the filter leaves" : "all that the author may see";
    }

    private String time(Instant at) {
        var schedule = context.definition().report().schedule();
        ZoneId zone = schedule == null ? ZoneOffset.UTC : ZoneId.of(schedule.zone());
        String utc = MINUTE.format(at.atZone(ZoneOffset.UTC)) + " UTC";
        return zone.equals(ZoneOffset.UTC) || zone.getId().equals("UTC")
                ? utc
                : MINUTE.format(at.atZone(zone)) + " " + zone.getId() + " (" + utc + ")";
    }
}
