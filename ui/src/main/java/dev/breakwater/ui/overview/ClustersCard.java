package dev.breakwater.ui.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.fleet.ClusterHealth;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.ui.clusters.HealthMark;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;

/** The clusters, those first that need somebody. */
final class ClustersCard extends Div {

    /** @param most how many are shown */
    ClustersCard(List<ClusterRow> clusters, int most, Links links, TimeWords times) {
        addClassNames("bw-card", "bw-third");
        add(Markup.box(
                "bw-card-top",
                new CardHead("Which clusters need attention?", ""),
                Markup.link(links.clusters(), "All " + Counted.number(clusters.size()))));
        Div rows = Markup.box("bw-rows");
        clusters.stream().limit(most).forEach(row -> rows.add(row(row, links, times)));
        add(rows);
    }

    static String word(ClusterHealth.Word word) {
        return HealthMark.of(word).getElement().getTextRecursively();
    }

    private static Anchor row(ClusterRow row, Links links, TimeWords times) {
        String contact =
                row.lastContactAt() == null ? "no contact yet" : "last contact " + times.ago(row.lastContactAt());
        String reason =
                row.health().reason().isEmpty() ? "All checks in order" : HealthMark.reason(row.health(), times);
        Anchor link = new Anchor(links.cluster(row.name()));
        link.addClassName("bw-row");
        link.add(
                Markup.box(
                        "bw-row-text",
                        Markup.box(
                                "bw-row-head",
                                Markup.text("bw-name", row.name()),
                                HealthMark.of(row.health().word())),
                        Markup.text("bw-row-line", reason),
                        Markup.text("bw-meta", Counted.of(row.workloads(), "workload", "workloads") + ", " + contact)),
                Markup.icon("right"));
        return link;
    }
}
