package dev.breakwater.ui.part;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.fleet.ClusterHealth;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.SharedAnswers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names the clusters whose sensors say nothing: what a list shows of them is as old as their last word. */
@Component
public final class SilentClusters {

    private static final int NAMED = 3;

    private final Clusters clusters;
    private final Readers readers;
    private final Clock clock;
    private final SharedAnswers answers;

    private record Wanted(AccessScope reader) {}

    SilentClusters(Clusters clusters, Readers readers, Clock clock, SharedAnswers answers) {
        this.answers = answers;
        this.clusters = clusters;
        this.readers = readers;
        this.clock = clock;
    }

    /** Every cluster that the reader may see, by name; shared for a few seconds, since each page asks. */
    public List<ClusterRow> clusters() {
        AccessScope reader = readers.scope();
        return answers.get(
                new Wanted(reader),
                () -> clusters.list(new ListRequest("", "name", ListRequest.MAX_PAGE_SIZE, null), reader)
                        .items());
    }

    /** A banner for each silent cluster of the scope, the longest silence first; one for the rest where there are many. */
    List<Div> banners(Scope scope, TimeWords times) {
        List<ClusterRow> silent = clusters().stream()
                .filter(row -> row.health().word() == ClusterHealth.Word.SILENT && row.lastContactAt() != null)
                .filter(row -> scope.clusters().isEmpty() || scope.clusters().contains(row.name()))
                .sorted(java.util.Comparator.comparing(ClusterRow::lastContactAt))
                .toList();
        List<Div> banners = new java.util.ArrayList<>();
        silent.stream().limit(NAMED).forEach(row -> banners.add(banner(row, times)));
        if (silent.size() > NAMED) {
            banners.add(banner(Counted.of(silent.size() - NAMED, "more cluster is", "more clusters are") + " silent."));
        }
        return banners;
    }

    private Div banner(ClusterRow row, TimeWords times) {
        Duration silence = Duration.between(row.lastContactAt(), clock.instant());
        return banner("The sensor of " + row.name() + " has been silent for " + TimeWords.duration(silence)
                + ". Its rows are as of " + times.minute(row.lastContactAt()) + ".");
    }

    private static Div banner(String words) {
        Div banner = Markup.box("bw-banner bw-stale", Markup.icon("clock"), Markup.text("bw-banner-text", words));
        banner.add(Markup.link("clusters", "Clusters"));
        return banner;
    }
}
