package dev.breakwater.ui.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.overview.Board;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.ShareBar;

/** What is seen of what there is, and how much is not. */
final class CoverageRibbon extends Div {

    private final Links links;

    CoverageRibbon(Board board, Links links) {
        this.links = links;
        addClassNames("bw-card", "bw-wide", "bw-ribbon");
        add(Markup.box(
                "bw-ribbon-head", Markup.heading("What can we see?"), Markup.link(links.coverage(), "Open coverage")));
        if (!board.clusters().isEmpty()) {
            long connected =
                    board.clusters().stream().filter(ClusterRow::connected).count();
            part("Clusters connected", connected, board.clusters().size(), "not connected", links.clusters());
        }
        if (board.sight().kinds() > 0) {
            part("Object kinds read", board.sight().seen(), board.sight().kinds(), "out of sight", links.coverage());
        }
        long total = board.workloads().total();
        part("Workloads judged", board.workloads().judged(), total, "not judged yet", links.coverage());
        part(
                "Judged without gaps",
                total - board.workloads().unknown(),
                total,
                "with unknowns",
                links.workloads("unknown:yes"));
        if (board.images().told() > 0) {
            part("Images of known age", board.images().told(), board.images().total(), "unknown", links.coverage());
        }
    }

    private void part(String label, long known, long total, String missing, String target) {
        Anchor link = new Anchor(target);
        link.addClassName("bw-ribbon-part");
        link.add(
                Markup.box(
                        "bw-ribbon-label",
                        Markup.text("", label),
                        Markup.text("bw-name bw-number", Counted.number(known) + " of " + Counted.number(total))),
                new ShareBar(known, total),
                Markup.text("bw-meta", known == total ? "complete" : Counted.number(total - known) + " " + missing));
        add(link);
    }
}
