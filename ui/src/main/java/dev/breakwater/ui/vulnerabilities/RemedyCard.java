package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.vulnerabilities.FindingRow;
import dev.breakwater.central.vulnerabilities.FindingRow.PackageFinding;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which package in which version has it, what mends it, and who says so. */
final class RemedyCard extends Div {

    private static final int SHOWN = 20;
    private static final int VERSIONS = 6;
    private static final int LONG_VERSION = 24;

    /** Packages that one word of a publisher speaks of. */
    private record Said(
            String name,
            String distribution,
            Severity severity,
            String advisory,
            String fixedVersion,
            String fixState) {

        static Said of(PackageFinding finding) {
            return new Said(
                    finding.name(),
                    finding.distribution(),
                    finding.severity(),
                    finding.advisory(),
                    finding.fixedVersion(),
                    finding.fixState());
        }
    }

    /**
     * The card.
     *
     * @param onNodes how many nodes have it, in words; empty = none
     */
    RemedyCard(List<FindingRow> affected, String onNodes) {
        addClassName("bw-card");
        Map<Said, List<FindingRow>> packages = affected.stream()
                .collect(Collectors.groupingBy(row -> Said.of(row.finding()), LinkedHashMap::new, Collectors.toList()));
        add(new CardHead("What mends it?", packages.isEmpty() ? "" : "by package, as its publisher says"));
        if (packages.isEmpty()) {
            add(Markup.paragraph(
                    onNodes.isEmpty()
                            ? "No package of what runs, and that you may see, has it."
                            : "No package of an image that runs, and that you may see, has it. What mends it on "
                                    + onNodes + " stands in the card of the nodes."));
            return;
        }
        FactTable table = new FactTable(
                "Packages that have it",
                List.of("Package", "Fixed in", "Severity", "Who says so", "Images"),
                Set.of(4));
        packages.values().stream().limit(SHOWN).forEach(rows -> row(table, rows));
        add(table);
        if (packages.size() > SHOWN) {
            add(Markup.text("bw-meta", "The first " + SHOWN + " are shown."));
        }
    }

    private static void row(FactTable table, List<FindingRow> rows) {
        PackageFinding one = rows.getFirst().finding();
        List<String> versions =
                rows.stream().map(row -> row.finding().version()).distinct().toList();
        String installed = versions.stream().limit(VERSIONS).collect(Collectors.joining(", "))
                + (versions.size() > VERSIONS ? " and " + Counted.number(versions.size() - VERSIONS) + " more" : "");
        table.row(
                Markup.box(
                        "bw-stack",
                        Markup.text("bw-name bw-wrap-anywhere", one.name()),
                        Markup.text(
                                "bw-meta bw-wrap-anywhere",
                                installed + (one.distribution().isEmpty() ? "" : " on " + one.distribution()))),
                fixed(one),
                SeverityMark.of(one.severity()),
                Markup.text("bw-second bw-wrap-anywhere", says(one)),
                Markup.text(
                        "bw-number",
                        Counted.number(
                                rows.stream().map(FindingRow::image).distinct().count())));
    }

    private static Component fixed(PackageFinding one) {
        if (!one.undecided().isEmpty()) {
            return Markup.box(
                    "bw-reading-state bw-reading-long",
                    Markup.text("bw-hatch-mark", ""),
                    Markup.text("bw-second", VulnerabilityWords.UNDECIDED + ": " + one.undecided()));
        }
        return Markup.text(
                one.fixedVersion().isEmpty()
                        ? "bw-second"
                        : one.fixedVersion().length() > LONG_VERSION ? "bw-name bw-wrap-anywhere" : "bw-name bw-nowrap",
                VulnerabilityWords.fix(one));
    }

    /** The advisory, with the publisher's own word for the severity. */
    private static String says(PackageFinding one) {
        String advisory = one.advisory().isEmpty() ? "not told" : one.advisory();
        return one.severityWord().isEmpty() ? advisory : advisory + " says “" + one.severityWord() + "”";
    }
}
