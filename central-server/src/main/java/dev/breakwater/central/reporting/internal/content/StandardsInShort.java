package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.Compliance.Cell;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.AccessScope.NamespaceRef;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.PlaceFilter.Columns;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument.Bar;
import dev.breakwater.central.reporting.ReportDocument.Chart;
import dev.breakwater.central.reporting.ReportDocument.Section;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.central.reporting.ReportedWorkloads;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * All standards on one page: a bar for each over the place of a report, and a row for each standard and cluster. Of single namespaces
 * their workloads answer, as on the page of compliance.
 */
@Component
class StandardsInShort {

    /** More namespaces than these are not asked one by one. */
    private static final int MOST_NAMESPACES = 2_000;

    private final Compliance compliance;
    private final Provenance sources;
    private final NamedParameterJdbcTemplate jdbc;

    StandardsInShort(Compliance compliance, Provenance sources, DataSource dataSource) {
        this.compliance = compliance;
        this.sources = sources;
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    /**
     * The standards in the place of a report.
     *
     * @param cells of every standard
     * @param whole whether whole clusters answer
     * @param wide whether they answer since the filter names too many namespaces
     */
    record InShort(List<Standard> standards, List<Cell> cells, boolean whole, boolean wide) {

        private List<Cell> of(Standard standard) {
            return cells.stream()
                    .filter(cell -> cell.standard().equals(standard.id()))
                    .toList();
        }
    }

    /** Reads them. */
    InShort read(ReportContext context) {
        boolean ofClusters = FilterExpression.parse(context.q()).terms().stream()
                .allMatch(term -> term.field().equals("cluster") || ReportedWorkloads.isUsual(term));
        Set<NamespaceRef> namespaces = ofClusters ? Set.of() : namespaces(context);
        boolean wide = namespaces.size() > MOST_NAMESPACES;
        if (!ofClusters && !wide) {
            AccessScope scope = new AccessScope(false, Set.of(), namespaces);
            return new InShort(compliance.standards(), compliance.cells(scope), false, false);
        }
        Set<UUID> clusters =
                sources.clusters(context).stream().map(ClusterRow::id).collect(Collectors.toSet());
        List<Cell> cells = compliance.cells(context.scope()).stream()
                .filter(cell -> clusters.contains(cell.clusterId()))
                .toList();
        return new InShort(compliance.standards(), cells, true, wide);
    }

    private Set<NamespaceRef> namespaces(ReportContext context) {
        SqlParameters parameters = new SqlParameters();
        String where = PlaceFilter.parse(context.q())
                .where(new Columns("n.cluster_id", "n.name", "n.platform"), context.scope(), parameters);
        return Set.copyOf(jdbc.query(
                "select n.cluster_id, n.name from namespaces n where " + where + " limit " + (MOST_NAMESPACES + 1),
                parameters.values(),
                (row, number) -> new NamespaceRef(Sql.uuid(row, "cluster_id"), row.getString("name"))));
    }

    /** A bar for each standard that concerns these clusters at all. */
    static Chart chart(InShort inShort) {
        List<Bar> bars = new ArrayList<>();
        for (Standard standard : inShort.standards()) {
            Tally all = inShort.of(standard).stream().map(Cell::controls).reduce(Tally.NONE, Tally::plus);
            if (concerns(all)) {
                bars.add(ComplianceReport.bar(standard.title(), all, true));
            }
        }
        return new Chart(
                "How the standards come out, over the clusters of this report", ComplianceReport.PARTS, bars, true);
    }

    /** The numbers by cluster, and which standards are not in them. */
    static Section section(InShort inShort) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (Standard standard : inShort.standards()) {
            String name = standard.title();
            List<Cell> cells = inShort.of(standard).stream()
                    .filter(cell -> concerns(cell.controls()))
                    .toList();
            cells.forEach(cell -> rows.add(row(
                    name,
                    cell.cluster(),
                    ComplianceReport.percent(cell.controls().percent()),
                    cell.controls().passed(),
                    cell.controls().failed(),
                    cell.controls().unknown(),
                    cell.controls().excepted(),
                    cell.controls().manual())));
            if (cells.isEmpty()) {
                apart.add(name);
            }
        }
        List<String> text = new ArrayList<>();
        text.add(ComplianceReport.PERCENT);
        if (!inShort.whole()) {
            text.add(
                    "Only workloads of the namespaces that the filter leaves answer here; what is asked of nodes, roles and"
                            + " whole clusters does not apply to them.");
        } else if (inShort.wide()) {
            text.add("Whole clusters answer here: the filter leaves more than " + Counts.number(MOST_NAMESPACES)
                    + " namespaces.");
        } else {
            text.add("Whole clusters answer here, with what the platform itself runs: standards ask of all of it.");
        }
        text.add("The evidence of each control is in the report of compliance.");
        if (!apart.isEmpty()) {
            text.add("No cluster is concerned by, or was evaluated for: " + String.join(", ", apart) + ".");
        }
        return new Section(
                1,
                "How the standards come out",
                text,
                List.of(ReportTable.of(
                        "",
                        "Nobody has looked yet.",
                        List.of(
                                ReportColumn.of("standard", "Standard", 7),
                                ReportColumn.of("cluster", "Cluster", 5),
                                ReportColumn.of("percent", "Pass", 2),
                                ReportColumn.of("passed", "Passed", 3),
                                ReportColumn.of("failed", "Failed", 3),
                                ReportColumn.of("unknown", "Unknown", 3),
                                ReportColumn.of("excepted", "Excepted", 3),
                                ReportColumn.of("manual", "Manual", 3)),
                        rows)));
    }

    private static boolean concerns(Tally controls) {
        return controls.counted() + controls.manual() > 0;
    }
}
