package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.vulnerabilities.VulnerabilityRow;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.ChartCard;
import dev.breakwater.ui.part.ChartSpec.Tone;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.ScatterSpec;
import dev.breakwater.ui.part.ScatterSpec.Measure;
import dev.breakwater.ui.part.ScatterSpec.Point;
import java.util.List;
import java.util.Optional;

/** The vulnerabilities that match, by how bad they are and how likely they are to be exploited: the few that count stand apart. */
final class RiskCloud {

    private static final double LEAST_PERCENT = 0.01;
    private static final int FEWEST = 2;

    private RiskCloud() {}

    /** Empty if there is nothing to compare. */
    static Optional<Component> of(VulnerabilitySource source, String q, int matches) {
        String scored = (q + " cvss:>=0 epss:>=0").strip();
        List<Point> points =
                source.page(new ListRequest(scored, "-epss,-cvss", ListRequest.MAX_PAGE_SIZE, null)).items().stream()
                        .filter(row -> row.cvss() != null && row.epss() != null)
                        .map(RiskCloud::point)
                        .toList();
        if (points.size() < FEWEST) {
            return matches >= FEWEST && source.count((q + " epss:>=0").strip()) == 0
                    ? Optional.of(unrated(matches))
                    : Optional.empty();
        }
        return Optional.of(new ChartCard(
                "Which few count?",
                "Stars are known to be exploited; a larger point touches more workloads."
                        + left(source, scored, points, matches),
                "vulnerabilities-by-risk",
                ScatterSpec.of(
                        Counted.of(points.size(), "vulnerability", "vulnerabilities")
                                + " by severity and by the probability of exploitation; "
                                + Counted.number(
                                        points.stream().filter(Point::marked).count())
                                + " known to be exploited.",
                        "Vulnerability",
                        new Measure("CVSS", leastScore(points), 10, false),
                        new Measure("EPSS", leastPercent(points), 100, true),
                        "workloads",
                        "known exploited",
                        points),
                "bw-cloud"));
    }

    /** Nothing can be drawn since nobody says how likely exploitation is: that is unknown, not unlikely. */
    private static Component unrated(int matches) {
        return Markup.box(
                "bw-card bw-cloud-unrated",
                new CardHead("Which few count?", ""),
                Markup.box(
                        "bw-reading-state bw-reading-long",
                        Markup.text("bw-hatch-mark", ""),
                        Markup.text(
                                "bw-second",
                                "How likely it is that they are exploited is unknown: none of the "
                                        + Counted.number(matches)
                                        + " has an EPSS score. Load the file of scores to see them by severity and probability."),
                        Markup.link(VulnerabilitiesNavigation.FEEDS, "Feeds")));
    }

    /** What is not drawn, and why. */
    private static String left(VulnerabilitySource source, String scored, List<Point> points, int matches) {
        int all = points.size() < ListRequest.MAX_PAGE_SIZE ? points.size() : source.count(scored);
        String first = all > points.size() ? " The " + Counted.number(points.size()) + " most likely are drawn." : "";
        return matches > all ? first + " " + Counted.number(matches - all) + " without a score are not." : first;
    }

    /** The whole number below the lowest score, so that the points have the room. */
    private static double leastScore(List<Point> points) {
        return Math.max(0, Math.ceil(points.stream().mapToDouble(Point::x).min().orElse(0)) - 1);
    }

    /** The power of ten below the least likely, not below one in ten thousand. */
    private static double leastPercent(List<Point> points) {
        double least = points.stream().mapToDouble(Point::y).min().orElse(LEAST_PERCENT);
        return Math.max(LEAST_PERCENT, Math.pow(10, Math.floor(Math.log10(Math.max(LEAST_PERCENT, least)))));
    }

    private static Point point(VulnerabilityRow row) {
        return new Point(
                row.id(),
                tone(row.severity()),
                row.cvss() == null ? 0 : row.cvss(),
                row.epss() == null ? 0 : 100 * row.epss(),
                row.workloads(),
                row.knownExploitedSince() != null,
                VulnerabilitiesNavigation.cve(row.id()));
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Tone.CRITICAL;
            case HIGH -> Tone.HIGH;
            case MEDIUM -> Tone.MEDIUM;
            case LOW -> Tone.LOW;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }
}
