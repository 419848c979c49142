package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.Compliance.CheckAnswer;
import dev.breakwater.central.compliance.Compliance.ControlDetail;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument.Section;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The evidence of each control of a standard. */
@Component
class ControlSections {

    private static final List<ReportColumn> OUTCOMES = List.of(
            ReportColumn.of("cluster", "Cluster", 4),
            ReportColumn.of("outcome", "Outcome", 3),
            ReportColumn.of("passed", "Objects pass", 2),
            ReportColumn.of("failed", "Fail", 2),
            ReportColumn.of("unknown", "Unknown", 2),
            ReportColumn.of("excepted", "Excepted", 2),
            ReportColumn.of("notApplicable", "Not applicable", 2),
            ReportColumn.of("since", "So since", 4));

    private static final List<ReportColumn> EVIDENCE = List.of(
            ReportColumn.of("outcome", "Outcome", 3),
            ReportColumn.of("cluster", "Cluster", 4),
            ReportColumn.of("object", "Object", 6),
            ReportColumn.of("message", "What was found", 9),
            ReportColumn.of("path", "Where", 6),
            ReportColumn.of("observedAt", "Read at", 4));

    /** So many clusters are told of one control, and so many objects: more would be read by nobody, and are in the list. */
    private static final int MOST_CLUSTERS = 20;

    private static final int MOST_OBJECTS = 40;

    /** From what has to be looked at first to what has not. */
    private static final List<Outcome> WORST_FIRST = List.of(
            Outcome.FAIL, Outcome.UNKNOWN, Outcome.EXCEPTED, Outcome.MANUAL, Outcome.PASS, Outcome.NOT_APPLICABLE);

    private final Compliance compliance;

    ControlSections(Compliance compliance) {
        this.compliance = compliance;
    }

    /**
     * A section for each control that the filter leaves.
     *
     * @param most of them
     */
    List<Section> of(Standard standard, ReportContext context, int most) {
        List<Section> sections = new ArrayList<>();
        for (Standard.Section part : standard.sections()) {
            for (Standard.Control control : part.controls()) {
                if (sections.size() >= most) {
                    return sections;
                }
                List<ControlResult> results = results(standard, control, context);
                if (!results.isEmpty()) {
                    sections.add(section(standard, control, results, context));
                }
            }
        }
        return sections;
    }

    private List<ControlResult> results(Standard standard, Standard.Control control, ReportContext context) {
        String q = FilterExpression.parse(context.q())
                .and("standard", standard.id())
                .and("control", control.id())
                .toString();
        return compliance
                .results(new ListRequest(q, "cluster", ListRequest.MAX_PAGE_SIZE, null), context.scope())
                .items();
    }

    private Section section(
            Standard standard, Standard.Control control, List<ControlResult> results, ReportContext context) {
        ControlDetail detail = compliance.control(standard.id(), control.id(), context.scope());
        List<String> text = new ArrayList<>();
        text.add(control.asks());
        Map<UUID, String> clusters = new HashMap<>();
        results.forEach(result -> clusters.put(result.clusterId(), result.cluster()));
        fixes(detail, results, clusters.keySet()).forEach(text::add);
        if (control.needsAttestation()) {
            text.add("A person has to answer for: " + control.attest());
        }
        attestations(detail, clusters, context).forEach(text::add);
        exceptions(detail, clusters.keySet(), context).forEach(text::add);
        List<ControlResult> shown = worst(results);
        if (shown.size() < results.size()) {
            text.add("These are the " + shown.size() + " worst of " + Counts.of(results.size(), "cluster", "clusters")
                    + "; each of them is in the list of every control by cluster.");
        }
        List<ReportTable> tables = new ArrayList<>();
        tables.add(ReportTable.of(
                "",
                "",
                OUTCOMES,
                shown.stream()
                        .map(result -> row(
                                result.cluster(),
                                result.outcome(),
                                result.passed(),
                                result.failed(),
                                result.unknown(),
                                result.excepted(),
                                result.notApplicable(),
                                result.since()))
                        .toList()));
        Optional<ReportTable> evidence = evidence(shown);
        evidence.ifPresent(table -> {
            tables.add(table);
            more(results, table, context).ifPresent(text::add);
        });
        return new Section(2, control.id() + " " + control.title(), text, tables);
    }

    private static List<ControlResult> worst(List<ControlResult> results) {
        return results.size() <= MOST_CLUSTERS
                ? results
                : results.stream()
                        .sorted(Comparator.comparingInt(result -> WORST_FIRST.indexOf(result.outcome())))
                        .limit(MOST_CLUSTERS)
                        .toList();
    }

    /** How many objects paper leaves out, and where they are. */
    private static Optional<String> more(List<ControlResult> results, ReportTable shown, ReportContext context) {
        long all = results.stream()
                .mapToLong(one -> one.failed() + one.unknown() + one.excepted())
                .sum();
        long[] here = {0};
        shown.rows().each(row -> here[0]++);
        return all <= here[0]
                ? Optional.empty()
                : Optional.of(Counts.number(here[0]) + " of " + Counts.of(all, "answer", "answers")
                        + " that fail or are unknown are shown here; " + ControlEvidence.whereAllAre(context));
    }

    private static Optional<ReportTable> evidence(List<ControlResult> results) {
        List<List<@Nullable Object>> rows = results.stream()
                .flatMap(result -> result.evidence().stream()
                        .map(sample -> row(
                                sample.exceptionId() == null ? sample.outcome() : "Excepted",
                                result.cluster(),
                                object(sample),
                                sample.message(),
                                sample.path(),
                                sample.observedAt())))
                .toList();
        String title = "Evidence, at most five objects of each cluster"
                + (rows.size() > MOST_OBJECTS ? " (" + MOST_OBJECTS + " of " + rows.size() + ")" : "");
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ReportTable.of(title, "", EVIDENCE, rows.subList(0, Math.min(MOST_OBJECTS, rows.size()))));
    }

    private static List<String> fixes(ControlDetail detail, List<ControlResult> results, Set<UUID> clusters) {
        boolean fails = results.stream().anyMatch(result -> result.outcome() == Outcome.FAIL);
        if (!fails) {
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        return detail.checks().stream()
                .filter(answer -> answer.answers().failed() > 0 && clusters.contains(answer.clusterId()))
                .map(CheckAnswer::check)
                .filter(check -> !check.fix().isEmpty() && seen.add(check.id()))
                .map(check -> "To mend: " + check.fix())
                .toList();
    }

    /** Those of clusters that the report is about, and those of all. */
    private static List<String> attestations(ControlDetail detail, Map<UUID, String> clusters, ReportContext context) {
        List<String> words = new ArrayList<>();
        for (Attestation one : detail.attestations()) {
            UUID cluster = one.clusterId();
            if (one.holds(context.asOf()) && (cluster == null || clusters.containsKey(cluster))) {
                String given = one.standard().equals(detail.standard().id())
                        ? ""
                        : " It was given for " + one.standard() + ", from which this control is taken unchanged.";
                words.add(AttestedControls.words(one, cluster == null ? null : clusters.get(cluster)) + given);
            }
        }
        return words;
    }

    private static List<String> exceptions(ControlDetail detail, Set<UUID> clusters, ReportContext context) {
        return detail.exceptions().stream()
                .filter(one -> one.holds(context.asOf()) && clusters.contains(one.clusterId()))
                .map(ControlSections::words)
                .toList();
    }

    /** An exception in words: what, until when, by whom and why. */
    static String words(ControlException one) {
        String place = one.namespace().isEmpty() ? "" : one.namespace() + "/";
        String every = "every object" + (one.namespace().isEmpty() ? "" : " of the namespace " + one.namespace());
        return "Excepted in " + one.cluster() + " until "
                + one.endsAt().atZone(ZoneOffset.UTC).toLocalDate() + ": "
                + (one.name().isEmpty() ? every : one.kind() + " " + place + one.name()) + ". Asked by "
                + one.requestedBy() + ", approved by "
                + one.decidedBy() + ": " + one.reason();
    }

    /** An object by kind, namespace and name. */
    static String object(Sample sample) {
        String kind = sample.kind().isEmpty() ? "" : sample.kind() + " ";
        return String.format(
                Locale.ROOT,
                "%s%s%s",
                kind,
                sample.namespace().isEmpty() ? "" : sample.namespace() + "/",
                sample.name());
    }
}
