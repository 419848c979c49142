package dev.breakwater.ui.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.overview.Board;
import dev.breakwater.central.overview.Board.WorkloadFigures;
import dev.breakwater.central.vulnerabilities.Known;
import dev.breakwater.ui.clusters.HealthMark;
import dev.breakwater.ui.overview.OverviewData.Mendable;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Sparkline;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The four figures at the top. */
final class Tiles extends Div {

    private static final int WEEK = 7;

    Tiles(Board board, Optional<Mendable> mendable, Links links, TimeWords times) {
        addClassNames("bw-tiles", "bw-wide");
        add(critical(board, links));
        // Four fit into a line; what can be reached and is critical leads the list of risk anyway.
        add(mendable.map(figures -> mendable(figures, links)).orElseGet(() -> exposed(board.workloads(), links)));
        if (!board.clusters().isEmpty()) {
            add(clusters(board.clusters(), links, times));
        }
        add(unknown(board.workloads(), links));
    }

    private static Tile critical(Board board, Links links) {
        long now = board.open().critical();
        Tile tile = new Tile(
                "Critical violations open",
                links.violations("state:open severity:critical"),
                now,
                -1,
                change(now, board.trend().openDaysAgo(WEEK), board.open().total()));
        Span shape = Markup.text("bw-sev bw-sev-" + (now > 0 ? "critical" : "low"), "");
        shape.add(Markup.text("bw-shape", ""));
        if (now > 0) {
            tile.marked(shape);
        }
        List<Long> line =
                board.trend().days().stream().map(day -> day.open().critical()).toList();
        return line.size() < 2 ? tile : tile.withLine(new Sparkline(line, true));
    }

    private static Span change(long now, @Nullable BySeverity weekAgo, long all) {
        if (weekAgo == null) {
            return Markup.text("", "of " + Counted.number(all) + " open");
        }
        long difference = now - weekAgo.critical();
        Span words = Markup.text("", "");
        if (difference == 0) {
            words.setText("as many as a week ago");
            return words;
        }
        words.add(
                Markup.text(
                        difference < 0 ? "bw-better" : "bw-worse",
                        Counted.number(Math.abs(difference)) + (difference < 0 ? " fewer" : " more")),
                Markup.text("", " than a week ago"));
        return words;
    }

    /** A zero says something only where it was looked; what was not is hatched beside it. */
    private static Tile mendable(Mendable figures, Links links) {
        Known known = figures.known();
        boolean unknown = figures.critical() == 0 && known.isNothing();
        Tile tile = new Tile(
                "Fixable critical CVEs, running",
                links.vulnerabilities(
                        figures.critical() == 0 && figures.exploited() > 0
                                ? OverviewData.EXPLOITED
                                : OverviewData.MENDABLE),
                figures.critical(),
                -1,
                Markup.text("", fact(figures)));
        if (unknown) {
            return tile.unknown();
        }
        return known.isPartial() ? tile.marked(Markup.text("bw-hatch-mark", "")) : tile;
    }

    private static String fact(Mendable figures) {
        Known known = figures.known();
        if (known.isNothing()) {
            return known.lookedInto() + known.told() == 0
                    ? "0 of " + Counted.of(known.images(), "image that runs", "images that run") + " looked into"
                    : "no feed that is new enough speaks of their packages";
        }
        String exploited = figures.exploited() > 0
                ? Counted.of(figures.exploited(), "that runs is", "that run are") + " known to be exploited"
                : figures.catalogue()
                        ? "none is known to be exploited"
                        : "exploited or not is unknown: no current catalogue";
        return known.lookedInto() < known.images()
                ? Counted.number(known.lookedInto()) + " of "
                        + Counted.of(known.images(), "image that runs", "images that run") + " looked into; "
                        + exploited
                : known.unspoken() > 0
                        ? Counted.number(known.unspoken()) + " of "
                                + Counted.of(known.packages(), "package", "packages") + " unknown; " + exploited
                        : exploited;
    }

    private static Tile exposed(WorkloadFigures workloads, Links links) {
        return new Tile(
                "Exposed and critical",
                links.workloads("critical:>0 exposure:external,route,node,host"),
                workloads.exposedCritical(),
                -1,
                Markup.text("", "workloads reachable from outside, of " + Counted.number(workloads.total())));
    }

    private static Tile clusters(List<ClusterRow> clusters, Links links, TimeWords times) {
        List<ClusterRow> ill = clusters.stream()
                .filter(row -> HealthMark.isNotice(row.health()))
                .toList();
        String fact = ill.isEmpty()
                ? "all are seen as they should be"
                : ill.getFirst().name() + ", " + reason(ill.getFirst(), times);
        return new Tile(
                "Clusters needing attention", links.clusters(), ill.size(), clusters.size(), Markup.text("", fact));
    }

    private static String reason(ClusterRow row, TimeWords times) {
        String reason = HealthMark.reason(row.health(), times);
        return reason.isEmpty()
                ? ClustersCard.word(row.health().word())
                : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }

    private static Tile unknown(WorkloadFigures workloads, Links links) {
        String fact = workloads.unknown() == 0 && workloads.judged() == workloads.total()
                ? "every policy gave an answer"
                : workloads.pending() + workloads.failed() > 0
                        ? Counted.number(workloads.pending()) + " waiting to be judged, "
                                + Counted.number(workloads.failed()) + " failed"
                        : "policies that could not be judged there";
        return new Tile(
                "Workloads with unknowns",
                links.workloads("unknown:yes"),
                workloads.unknown(),
                workloads.total(),
                Markup.text("", fact));
    }
}
