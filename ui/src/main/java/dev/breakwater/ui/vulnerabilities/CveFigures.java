package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.VulnerabilityRow;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import java.util.Optional;

/** The figures of a vulnerability in one line: severity, scores, exploitation, remedy, reach. */
final class CveFigures extends Div {

    /**
     * @param nvd whether a feed of the NVD is loaded
     * @param catalogue of what is exploited, empty = none is loaded
     */
    CveFigures(VulnerabilityRow row, boolean nvd, Optional<FeedRow> catalogue, TimeWords times) {
        addClassName("bw-cve-figures");
        add(figure(
                "Severity",
                SeverityMark.of(row.severity()),
                row.disputed() ? "disputed by the vendor" : "the gravest it has here"));
        add(figure(
                "CVSS",
                Markup.text("", VulnerabilityWords.score(row.cvss())),
                row.nvdCvss() == null
                        ? nvd ? "the NVD has not rated it" : "no feed of the NVD is loaded"
                        : "NVD " + VulnerabilityWords.score(row.nvdCvss())));
        add(figure(
                "EPSS",
                Markup.text("", VulnerabilityWords.percent(row.epss())),
                row.epssPercentile() == null
                        ? "no score is loaded"
                        : "more likely than " + VulnerabilityWords.percent(row.epssPercentile()) + " of all"));
        add(figure(
                "Exploited",
                row.knownExploitedSince() == null
                        ? Markup.text("bw-second", "not known")
                        : Markup.text("bw-kev", "known"),
                row.knownExploitedSince() == null
                        ? catalogue.map(feed -> unlisted(feed, times)).orElse("no catalogue is loaded")
                        : "since " + times.day(row.knownExploitedSince())));
        add(figure(
                "Fix",
                Markup.text(row.fixable() ? "" : "bw-second", row.fixable() ? "there is one" : "none known"),
                ""));
        add(figure(
                "Images",
                Markup.link(
                        VulnerabilitiesNavigation.filtered(
                                VulnerabilitiesNavigation.IMAGES, KeyedSource.term("cve", row.id())),
                        Counted.number(row.images())),
                Counted.number(row.runningImages()) + " of them run"));
        add(figure(
                "Workloads",
                Markup.link(
                        VulnerabilitiesNavigation.filtered(
                                VulnerabilitiesNavigation.WORKLOADS, KeyedSource.term("cve", row.id())),
                        Counted.number(row.workloads())),
                counts(row)));
    }

    private static String counts(VulnerabilityRow row) {
        if (row.workloads() == 0) {
            return "nobody runs it";
        }
        if (row.observed() == 0) {
            return "it counts in none of them";
        }
        if (row.undecided()) {
            return VulnerabilityWords.UNDECIDED + " in all of them";
        }
        return row.observed() == row.workloads()
                ? "it counts in all of them"
                : "it counts in " + Counted.number(row.observed());
    }

    /** That a catalogue does not have it says as much as the catalogue is new. */
    private static String unlisted(FeedRow catalogue, TimeWords times) {
        return catalogue.state() == FeedRow.State.STALE && catalogue.asOf() != null
                ? "not in a catalogue that is old, of " + times.day(catalogue.asOf())
                : "not in the catalogue";
    }

    private static Component figure(String label, Component value, String fact) {
        return Markup.box(
                "bw-cve-figure",
                Markup.text("bw-meta", label),
                Markup.box("bw-cve-value", value),
                Markup.text("bw-meta", fact));
    }
}
