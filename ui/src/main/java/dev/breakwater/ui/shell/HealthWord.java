package dev.breakwater.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.ui.clusters.ClustersNavigation;
import dev.breakwater.ui.clusters.HealthMark;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SilentClusters;
import java.util.List;

/** One word on whether the fleet is seen as it should be, leading to where it is not. */
@SpringComponent
@UIScope
class HealthWord extends Anchor {

    private final transient SilentClusters clusters;

    HealthWord(SilentClusters clusters) {
        this.clusters = clusters;
        setHref(ClustersNavigation.PATH);
        addClassName("bw-health");
    }

    void read() {
        List<ClusterRow> rows = clusters.clusters();
        long ill =
                rows.stream().filter(row -> HealthMark.isNotice(row.health())).count();
        removeAll();
        if (rows.isEmpty()) {
            add(Markup.text("", "no cluster yet"));
        } else if (ill == 0) {
            add(Markup.icon("check"), Markup.text("", "all clusters in order"));
        } else {
            Span mark = Markup.text("bw-sev bw-sev-medium", "");
            mark.add(Markup.text("bw-shape", ""));
            add(mark, Markup.text("", Counted.of(ill, "cluster", "clusters") + " to look at"));
        }
    }
}
