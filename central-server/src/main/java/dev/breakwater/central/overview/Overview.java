package dev.breakwater.central.overview;

import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.detection.ViolationTrend;
import dev.breakwater.central.detection.ViolationTrend.Day;
import dev.breakwater.central.detection.ViolationTrends;
import dev.breakwater.central.fleet.ClusterHealth;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.SharedAnswers;
import dev.breakwater.central.risk.RiskiestWorkloads;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** Puts the overview of a place together, by a fixed number of statements however large the fleet is. */
@Service
public class Overview {

    static final int RISKIEST = 6;
    static final int OWNERS = 6;

    private final OverviewFigures figures;
    private final ViolationTrends trends;
    private final RiskiestWorkloads riskiest;
    private final Clusters clusters;
    private final Clock clock;
    private final SharedAnswers answers;

    private record Wanted(PlaceFilter place, int days, AccessScope scope) {}

    Overview(
            OverviewFigures figures,
            ViolationTrends trends,
            RiskiestWorkloads riskiest,
            Clusters clusters,
            Clock clock,
            SharedAnswers answers) {
        this.figures = figures;
        this.trends = trends;
        this.riskiest = riskiest;
        this.clusters = clusters;
        this.clock = clock;
        this.answers = answers;
    }

    /**
     * The overview, as of a moment that it tells; those who look at the same place share it.
     *
     * @param days of the trend, 1 to {@link ViolationTrends#MOST_DAYS}
     */
    public Board board(PlaceFilter place, int days, AccessScope scope) {
        return answers.get(new Wanted(place, days, scope), () -> read(place, days, scope));
    }

    private Board read(PlaceFilter place, int days, AccessScope scope) {
        Instant asOf = clock.instant();
        OverviewFigures.Violations open = figures.violations(place, scope);
        ViolationTrend trend = trends.trend(place, days, scope);
        return new Board(
                asOf,
                open.total(),
                open.categories(),
                open.owners().stream().limit(OWNERS).toList(),
                figures.workloads(place, scope),
                figures.images(place, scope),
                figures.sight(place.ofClusters(), scope),
                riskiest.top(place, RISKIEST, scope),
                clusters(place, scope),
                upToNow(trend, open.total()));
    }

    private List<ClusterRow> clusters(PlaceFilter place, AccessScope scope) {
        ListRequest request = new ListRequest(place.ofClusters().q(), "name", ListRequest.MAX_PAGE_SIZE, null);
        List<ClusterRow> rows = new ArrayList<>(clusters.list(request, scope).items());
        rows.sort(Comparator.comparing((ClusterRow row) -> severity(row.health().word()))
                .reversed()
                .thenComparing(ClusterRow::name));
        return rows;
    }

    /** How much a cluster in this state asks for somebody. */
    private static int severity(ClusterHealth.Word word) {
        return switch (word) {
            case HEALTHY -> 0;
            case SYNCING, READ_ONCE -> 1;
            case REVOKED -> 2;
            case NEVER_CONNECTED -> 3;
            case CERTIFICATE_EXPIRES -> 4;
            case DEGRADED -> 5;
            case SILENT -> 6;
        };
    }

    /** The days are counted every few minutes; the last one says what is open now, as the lists do. */
    private static ViolationTrend upToNow(ViolationTrend trend, BySeverity open) {
        if (trend.days().isEmpty()) {
            return trend;
        }
        List<Day> days = new ArrayList<>(trend.days());
        Day last = days.removeLast();
        days.add(new Day(last.day(), open, last.opened(), last.closed(), last.fixed(), last.fixSeconds()));
        return new ViolationTrend(days, trend.asOf());
    }
}
