package dev.breakwater.central.reporting.internal.content;

import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument.Section;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.Feeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What reports are made from, and how old that is: the clusters that report, and the feeds of vulnerabilities. */
@Component
class Provenance {

    private final Clusters clusters;
    private final Feeds feeds;

    Provenance(Clusters clusters, Feeds feeds) {
        this.clusters = clusters;
        this.feeds = feeds;
    }

    /** The clusters that the filter of the report leaves, with how well they are seen. */
    List<ClusterRow> clusters(ReportContext context) {
        FilterExpression ofClusters = new FilterExpression(FilterExpression.parse(context.q()).terms().stream()
                .filter(term -> term.field().equals("cluster"))
                .toList());
        List<ClusterRow> all = new ArrayList<>();
        FirstRows.pages(
                ofClusters.toString(),
                "name",
                Long.MAX_VALUE,
                request -> clusters.list(request, context.scope()),
                all::add);
        return all;
    }

    /** What it was made from. */
    Section section(ReportContext context, boolean withFeeds) {
        List<ReportTable> tables = new ArrayList<>();
        tables.add(clusterTable(clusters(context)));
        if (withFeeds) {
            tables.add(feedTable(feeds.list()));
        }
        return new Section(
                1,
                "What this was made from",
                List.of("What is old, or was never read, is not known: it never counts as passed."),
                tables);
    }

    private static ReportTable clusterTable(List<ClusterRow> clusters) {
        return ReportTable.of(
                "Clusters",
                "No cluster is in the scope of this report.",
                List.of(
                        ReportColumn.of("cluster", "Cluster", 3),
                        ReportColumn.of("state", "How it is seen", 5),
                        ReportColumn.of("lastContact", "Last contact", 3),
                        ReportColumn.of("workloads", "Workloads", 2),
                        ReportColumn.of("kubernetes", "Kubernetes", 2)),
                clusters.stream()
                        .map(cluster -> row(
                                cluster.name(),
                                words(cluster),
                                cluster.lastContactAt(),
                                cluster.workloads(),
                                cluster.kubernetesVersion().isEmpty() ? "not told" : cluster.kubernetesVersion()))
                        .toList());
    }

    private static String words(ClusterRow cluster) {
        String word = cluster.health().word().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String reason = cluster.health().reason();
        return reason.isEmpty() ? word : word + ": " + reason;
    }

    private static ReportTable feedTable(List<FeedRow> feeds) {
        return ReportTable.of(
                "Feeds of vulnerabilities",
                "No feed of vulnerabilities is in use: that nothing is found says nothing.",
                List.of(
                        ReportColumn.of("feed", "Feed", 4),
                        ReportColumn.of("asOf", "As of", 3),
                        ReportColumn.of("newest", "Newest entry", 3),
                        ReportColumn.of("entries", "Entries", 2),
                        ReportColumn.of("state", "State", 4)),
                feeds.stream()
                        .map(feed -> row(
                                feed.name(),
                                feed.asOf(),
                                feed.newestAt(),
                                (long) feed.entries(),
                                feed.reason().isEmpty() ? feed.state().name() : feed.state() + ": " + feed.reason()))
                        .toList());
    }

    /** A row of values, some of which may be missing. */
    static List<@Nullable Object> row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>(values.length);
        for (Object value : values) {
            row.add(value);
        }
        return row;
    }
}
