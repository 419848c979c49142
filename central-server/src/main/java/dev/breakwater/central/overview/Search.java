package dev.breakwater.central.overview;

import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.images.ImageRow;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.platform.FilterExpression.Value;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.policy.StoredPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * Finds things by a piece of their name, a few of each kind, for going there. Each kind has a second: one that takes longer
 * is given up and said so, since its list can be filtered instead.
 */
@Service
public class Search {

    /** The most hits of each kind. */
    public static final int MOST = 5;

    private static final int LONGEST = 200;

    /** What can be found. */
    public enum Kind {
        WORKLOAD,
        IMAGE,
        POLICY,
        VIOLATION,
        CLUSTER
    }

    /**
     * Something found.
     *
     * @param note where it is
     */
    public record Hit(Kind kind, UUID id, String name, String note) {}

    /**
     * An answer.
     *
     * @param gaveUp kinds that took too long to look through
     */
    public record Findings(List<Hit> hits, List<Kind> gaveUp) {

        public Findings {
            hits = List.copyOf(hits);
            gaveUp = List.copyOf(gaveUp);
        }
    }

    private final Lists lists;
    private final ListDefinition<WorkloadRow> workloads;
    private final ListDefinition<ImageRow> images;
    private final ListDefinition<StoredPolicy> policies;
    private final ListDefinition<ViolationRow> violations;
    private final Clusters clusters;

    Search(
            Lists lists,
            ListDefinition<WorkloadRow> workloads,
            ListDefinition<ImageRow> images,
            ListDefinition<StoredPolicy> policies,
            ListDefinition<ViolationRow> violations,
            Clusters clusters) {
        this.lists = lists;
        this.workloads = workloads;
        this.images = images;
        this.policies = policies;
        this.violations = violations;
        this.clusters = clusters;
    }

    /**
     * Finds.
     *
     * @param text a piece of a name, at most 200 characters; nothing is found by a blank one
     */
    public Findings find(String text, AccessScope scope) {
        String wanted = text.strip();
        if (wanted.length() > LONGEST) {
            throw new InvalidRequest("text", wanted, "at most " + LONGEST + " characters");
        }
        if (wanted.isEmpty()) {
            return new Findings(List.of(), List.of());
        }
        String q = new Term("", false, List.of(new Value(Comparison.EQUAL, wanted, true))).toString();
        List<Hit> hits = new ArrayList<>();
        List<Kind> gaveUp = new ArrayList<>();
        add(Kind.WORKLOAD, workloads, q, "name", scope, Search::hit, hits, gaveUp);
        add(Kind.CLUSTER, clusters, wanted, scope, hits);
        add(Kind.POLICY, policies, q, "name", scope, Search::hit, hits, gaveUp);
        add(Kind.IMAGE, images, q, "name", scope, Search::hit, hits, gaveUp);
        add(Kind.VIOLATION, violations, "state:open " + q, "-severity", scope, Search::hit, hits, gaveUp);
        return new Findings(hits, gaveUp);
    }

    private <T> void add(
            Kind kind,
            ListDefinition<T> list,
            String q,
            String sort,
            AccessScope scope,
            Function<T, Hit> hit,
            List<Hit> hits,
            List<Kind> gaveUp) {
        Optional<List<T>> found = lists.few(list, q, sort, MOST, scope);
        if (found.isEmpty()) {
            gaveUp.add(kind);
        }
        found.orElse(List.of()).forEach(row -> hits.add(hit.apply(row)));
    }

    private static void add(Kind kind, Clusters clusters, String text, AccessScope scope, List<Hit> hits) {
        String wanted = text.toLowerCase(java.util.Locale.ROOT);
        clusters.list(new ListRequest("", "name", ListRequest.MAX_PAGE_SIZE, null), scope).items().stream()
                .filter(row -> row.name().contains(wanted))
                .limit(MOST)
                .forEach(row -> hits.add(new Hit(kind, row.id(), row.name(), note(row))));
    }

    private static String note(ClusterRow row) {
        return row.environment().isEmpty() ? "cluster" : row.environment();
    }

    private static Hit hit(WorkloadRow row) {
        return new Hit(
                Kind.WORKLOAD, row.id(), row.name(), row.kind() + ", " + row.namespace() + " in " + row.cluster());
    }

    private static Hit hit(ImageRow row) {
        return new Hit(
                Kind.IMAGE, row.id(), row.name(), row.workloads() == 1 ? "1 workload" : row.workloads() + " workloads");
    }

    private static Hit hit(StoredPolicy row) {
        return new Hit(
                Kind.POLICY,
                row.policy().id(),
                row.policy().name(),
                row.policy().enabled() ? "on" : "off");
    }

    private static Hit hit(ViolationRow row) {
        return new Hit(
                Kind.VIOLATION,
                row.id(),
                row.policy(),
                row.workload().name() + ", " + row.workload().namespace() + " in "
                        + row.workload().cluster());
    }
}
