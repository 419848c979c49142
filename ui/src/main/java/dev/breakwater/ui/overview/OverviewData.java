package dev.breakwater.ui.overview;

import dev.breakwater.central.compliance.ControlExceptions;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.overview.Board;
import dev.breakwater.central.overview.Overview;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.vulnerabilities.Exceptions;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.Feeds;
import dev.breakwater.central.vulnerabilities.Known;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.central.vulnerabilities.Vulnerabilities.View;
import dev.breakwater.ui.part.Scope;
import dev.breakwater.ui.part.SilentClusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the overview is made of, as the present reader may see it. */
@Component
class OverviewData {

    /** The filter that the figure counts. */
    static final String MENDABLE = "running:yes fixable:yes severity:critical state:observed";

    /** What runs, counts and is known to be exploited. */
    static final String EXPLOITED = "running:yes kev:yes state:observed";

    private final Overview overview;
    private final Violations violations;
    private final SilentClusters clusters;
    private final Policies policies;
    private final Vulnerabilities vulnerabilities;
    private final Feeds feeds;
    private final Exceptions exceptions;
    private final ControlExceptions controls;
    private final Readers readers;

    /**
     * Critical vulnerabilities in what runs that a version mends.
     *
     * @param exploited all that run and are known to be exploited, of whatever severity
     * @param known how much is known of what runs there
     * @param catalogue whether a catalogue of what is exploited is loaded and new enough
     */
    record Mendable(int critical, int exploited, Known known, boolean catalogue) {}

    OverviewData(
            Overview overview,
            Violations violations,
            SilentClusters clusters,
            Policies policies,
            Vulnerabilities vulnerabilities,
            Feeds feeds,
            Exceptions exceptions,
            ControlExceptions controls,
            Readers readers) {
        this.overview = overview;
        this.violations = violations;
        this.clusters = clusters;
        this.policies = policies;
        this.vulnerabilities = vulnerabilities;
        this.feeds = feeds;
        this.exceptions = exceptions;
        this.controls = controls;
        this.readers = readers;
    }

    Board board(Scope scope, int days) {
        return overview.board(place(scope), days, readers.scope());
    }

    /** The places of the page's scope. */
    PlaceFilter place(Scope scope) {
        return scope.toPlace();
    }

    /** Empty as long as no feed is loaded: what is wrong is unknown then, and not none. */
    Optional<Mendable> mendable(Scope scope) {
        List<FeedRow> loaded = feeds.list();
        if (loaded.isEmpty()) {
            return Optional.empty();
        }
        String place = scope.toFilter(Set.of("cluster", "namespace"));
        String q = (MENDABLE + " " + place).strip();
        return Optional.of(new Mendable(
                vulnerabilities.count(View.VULNERABILITIES, q, readers.scope()),
                vulnerabilities.count(View.VULNERABILITIES, (EXPLOITED + " " + place).strip(), readers.scope()),
                vulnerabilities.known(place(scope), readers.scope()),
                Feeds.catalogueOf(loaded)
                        .filter(feed -> feed.state() == FeedRow.State.OK)
                        .isPresent()));
    }

    /** Every cluster that the reader may see, whatever the scope of the page. */
    List<ClusterRow> clusters() {
        return clusters.clusters();
    }

    /** Whether the reader sees clusters at all, so that their absence says something. */
    boolean seesEverything() {
        return readers.scope().equals(AccessScope.EVERYTHING);
    }

    long policies() {
        return policies.list().stream()
                .filter(stored -> stored.policy().enabled())
                .count();
    }

    /** Exceptions of vulnerabilities that others asked for and the reader may decide of. */
    int exceptionsWaiting() {
        return exceptions.waiting(readers.scope());
    }

    /** Exceptions of controls that others asked for and the reader may decide of. */
    int controlExceptionsWaiting() {
        return controls.waiting(readers.scope());
    }

    int assigned(String more) {
        return violations.count("state:open assignee:me" + more, readers.scope());
    }
}
