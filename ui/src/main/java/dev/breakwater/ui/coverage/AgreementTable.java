package dev.breakwater.ui.coverage;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.detection.Agreement;
import dev.breakwater.central.detection.Agreement.Differing;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Whether central and the sensors find the same, cluster by cluster; those that do not come first. */
final class AgreementTable extends Div {

    private static final int SHOWN = 50;
    private static final int NAMED = 3;

    AgreementTable(List<Agreement> agreements, TimeWords times) {
        FactTable table = new FactTable("Central and sensors", List.of("Cluster", "What they find", "Told"));
        agreements.stream()
                .sorted(Comparator.comparing(AgreementTable::rank).thenComparing(Agreement::cluster))
                .limit(SHOWN)
                .forEach(agreement -> table.row(
                        Markup.text("bw-name", agreement.cluster()),
                        Markup.text(
                                agreement.state() == Agreement.State.DIFFERS ? "bw-sight-bad" : "", words(agreement)),
                        Markup.text(
                                "",
                                agreement.reportedAt() == null
                                        ? "never"
                                        : times.age(agreement.reportedAt()) + " ago")));
        add(table);
        if (agreements.size() > SHOWN) {
            add(Markup.text(
                    "bw-meta", "and " + Counted.of(agreements.size() - SHOWN, "more cluster", "more clusters") + "."));
        }
    }

    private static int rank(Agreement agreement) {
        return switch (agreement.state()) {
            case DIFFERS -> 0;
            case UNKNOWN -> 1;
            case WAITING -> 2;
            case AGREES -> 3;
        };
    }

    private static String words(Agreement agreement) {
        return switch (agreement.state()) {
            case DIFFERS ->
                "not the same in " + Counted.of(agreement.differing(), "workload", "workloads") + ": "
                        + agreement.examples().stream()
                                .limit(NAMED)
                                .map(AgreementTable::name)
                                .collect(Collectors.joining(", "))
                        + (agreement.differing() > NAMED ? " …" : "");
            case UNKNOWN -> "not known: the sensor tells nothing";
            case WAITING -> "not known yet: the policies changed, the sensor tells within two minutes";
            case AGREES ->
                "the same in " + Counted.of(agreement.agreeing(), "workload", "workloads")
                        + (agreement.waiting() + agreement.suspected() > 0
                                ? ", " + Counted.number(agreement.waiting() + agreement.suspected()) + " to be compared"
                                : "");
        };
    }

    private static String name(Differing differing) {
        return differing.name().isEmpty()
                ? differing.workloadId() + " (not known to central)"
                : differing.namespace() + "/" + differing.name();
    }
}
