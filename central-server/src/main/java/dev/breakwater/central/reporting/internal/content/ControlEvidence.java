package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.compliance.CheckEvidence;
import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.central.reporting.internal.ReportProperties;
import dev.breakwater.central.reporting.internal.form.FileNames;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every object that fails a control of a report or is unknown to it: one row for each control, cluster and object. Each check is read
 * once in a cluster, whichever controls ask it.
 */
@Component
class ControlEvidence {

    /** What its rows are, for programs only. */
    private static final List<ReportColumn> COLUMNS = List.of(
            ReportColumn.aside("standard"),
            ReportColumn.aside("control"),
            ReportColumn.aside("reference"),
            ReportColumn.aside("cluster"),
            ReportColumn.aside("outcome"),
            ReportColumn.aside("check"),
            ReportColumn.aside("kind"),
            ReportColumn.aside("namespace"),
            ReportColumn.aside("name"),
            ReportColumn.aside("message"),
            ReportColumn.aside("field"),
            ReportColumn.aside("found"),
            ReportColumn.aside("expected"),
            ReportColumn.aside("path"),
            ReportColumn.aside("observedAt"),
            ReportColumn.aside("exception"));

    /** A control that asks a check. */
    private record Asking(String standard, String control, String reference) {}

    /** What is asked in a cluster: the controls by check. */
    private record Asked(UUID cluster, String name, Map<String, List<Asking>> checks) {

        List<Asking> of(String check) {
            return checks.getOrDefault(check, List.of());
        }
    }

    private static final String MORE = "There are more objects of this check in this cluster than a report names.";

    private final Compliance compliance;
    private final CheckEvidence evidence;
    private final ControlRows rows;
    private final ReportProperties properties;

    ControlEvidence(Compliance compliance, CheckEvidence evidence, ControlRows rows, ReportProperties properties) {
        this.compliance = compliance;
        this.evidence = evidence;
        this.rows = rows;
        this.properties = properties;
    }

    /** All of it, read as it is written. */
    ReportTable of(ReportContext context) {
        return new ReportTable("Evidence", "Nothing fails or is unknown.", COLUMNS, sink -> each(context, sink));
    }

    /** Where every object is named, for paper: beside it, or nowhere yet. */
    static String whereAllAre(ReportContext context) {
        List<String> files = new ArrayList<>();
        Set<ReportFormat> formats = context.definition().report().formats();
        if (formats.contains(ReportFormat.CSV)) {
            files.add(FileNames.evidence(context));
        }
        if (formats.contains(ReportFormat.JSON)) {
            files.add(FileNames.of(context, ReportFormat.JSON));
        }
        return files.isEmpty()
                ? "have this report made as CSV or JSON, too, to get all of them."
                : "all of them are in " + String.join(" and ", files) + ", beside this file.";
    }

    private void each(ReportContext context, Consumer<List<@Nullable Object>> sink) {
        long[] written = {0};
        Consumer<List<@Nullable Object>> bounded = row -> {
            if (written[0]++ < properties.evidenceRows()) {
                sink.accept(row);
            }
        };
        for (Asked asked : asked(context)) {
            Set<String> more = evidence.each(
                    asked.cluster(),
                    asked.checks().keySet(),
                    context.scope(),
                    sample ->
                            asked.of(sample.check()).forEach(one -> bounded.accept(cells(one, asked.name(), sample))));
            more.forEach(check -> asked.of(check).forEach(one -> sink.accept(cut(one, asked.name(), check, MORE))));
        }
        if (written[0] > properties.evidenceRows()) {
            sink.accept(cut(
                    new Asking("", "", ""),
                    "",
                    "",
                    String.format(
                            Locale.ENGLISH,
                            "These are the first %,d of %,d objects. Narrow the filter, or raise"
                                    + " breakwater.reports.evidence-rows.",
                            properties.evidenceRows(),
                            written[0])));
        }
    }

    /** By cluster and check the controls that ask it and have something to show. */
    private Collection<Asked> asked(ReportContext context) {
        Map<String, Standard> standards = new LinkedHashMap<>();
        compliance.standards().forEach(standard -> standards.put(standard.id(), standard));
        Map<UUID, Asked> asked = new LinkedHashMap<>();
        rows.each(context, Long.MAX_VALUE, new ControlRows.Sink() {
            @Override
            public void result(ControlResult result) {
                Standard standard = standards.get(result.standard());
                if (standard != null && result.failed() + result.unknown() + result.excepted() > 0) {
                    Asking asking =
                            new Asking(standard.id(), result.control(), standard.name() + " " + result.control());
                    Map<String, List<Asking>> checks = asked.computeIfAbsent(
                                    result.clusterId(),
                                    cluster -> new Asked(cluster, result.cluster(), new LinkedHashMap<>()))
                            .checks();
                    standard.control(result.control()).stream()
                            .flatMap(control -> control.checks().stream())
                            .forEach(check -> checks.computeIfAbsent(check, none -> new ArrayList<>())
                                    .add(asking));
                }
            }

            @Override
            public void unseen(Standard standard, Standard.Control control, Compliance.Cell cell) {
                // Nobody looked, so there is no object to name; the list of controls says so.
            }
        });
        return asked.values();
    }

    private static List<@Nullable Object> cells(Asking asking, String cluster, Sample sample) {
        return row(
                asking.standard(),
                asking.control(),
                asking.reference(),
                cluster,
                sample.exceptionId() == null ? sample.outcome() : Outcome.EXCEPTED,
                sample.check(),
                sample.kind(),
                sample.namespace(),
                sample.name(),
                sample.message(),
                sample.field(),
                sample.found(),
                sample.expected(),
                sample.path(),
                sample.observedAt(),
                sample.exceptionId());
    }

    /** That there is more, as a row: a list that ends early does not look as if it were all. */
    private static List<@Nullable Object> cut(Asking asking, String cluster, String check, String words) {
        return row(
                asking.standard(),
                asking.control(),
                asking.reference(),
                cluster,
                null,
                check,
                "",
                "",
                "",
                words,
                "",
                "",
                "",
                "",
                null,
                null);
    }
}
