package dev.breakwater.central.compliance.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.inventory.ClusterResources;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.CheckResult;
import dev.breakwater.engine.compliance.Evidence;
import dev.breakwater.engine.compliance.ObjectChecks;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.engine.model.Resource;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What checks say of roles, bindings and service accounts; judged anew only when one of a cluster's changed. */
@Component
class ResourceAnswers {

    private static final int MOST_CLUSTERS = 300;
    /** Of a check in a cluster: exceptions are counted from them. */
    static final int KEPT = 5_000;

    /**
     * The answers over a cluster.
     *
     * @param samples those that fail or are unknown by check, the failing ones first
     */
    record Answers(String mark, Map<String, Tally> tallies, Map<String, List<Sample>> samples) {}

    static final Answers NONE = new Answers("", Map.of(), Map.of());

    private final ClusterResources resources;
    private final CheckCatalogue catalogue;
    private final Clock clock;
    private final ObjectChecks checks = ObjectChecks.compile();
    private final Cache<UUID, Answers> last =
            Caffeine.newBuilder().maximumSize(MOST_CLUSTERS).build();

    ResourceAnswers(ClusterResources resources, CheckCatalogue catalogue, Clock clock) {
        this.resources = resources;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Answers of(UUID cluster) {
        String mark = resources.mark(cluster);
        Answers known = last.getIfPresent(cluster);
        if (known != null && known.mark().equals(mark)) {
            return known;
        }
        Answers answers = judge(mark, resources.of(cluster));
        last.put(cluster, answers);
        return answers;
    }

    private Answers judge(String mark, ClusterResources.Answer read) {
        Instant now = clock.instant();
        Map<String, Tally> tallies = new HashMap<>();
        Map<String, List<Sample>> samples = new HashMap<>();
        for (ClusterResources.Seen seen : read.objects()) {
            for (CheckResult result : checks.judge(seen.resource(), now)) {
                tallies.merge(result.check(), Tally.of(result.outcome()), Tally::plus);
                if (result.outcome() == Outcome.FAIL || result.outcome() == Outcome.UNKNOWN) {
                    samples.computeIfAbsent(result.check(), key -> new ArrayList<>())
                            .add(sample(seen, result, now));
                }
            }
        }
        if (!read.unseen().isEmpty() || !read.complete()) {
            // Something of what is asked was not read: none of the answers is a pass of the whole.
            for (Check check : catalogue.ofObjects()) {
                tallies.merge(check.id(), Tally.of(Outcome.UNKNOWN), Tally::plus);
            }
        }
        // Every cluster has roles, bindings and accounts of its own: where there are none, none were read, and none
        // seen is not none
        // there.
        Set<String> kinds =
                read.objects().stream().map(seen -> seen.resource().kind()).collect(Collectors.toSet());
        for (Check check : catalogue.ofObjects()) {
            if (Collections.disjoint(catalogue.kinds(check), kinds)) {
                tallies.merge(check.id(), Tally.of(Outcome.UNKNOWN), Tally::plus);
            }
        }
        samples.replaceAll((check, all) -> all.stream()
                .sorted(Comparator.comparing((Sample one) -> one.outcome() != Outcome.FAIL)
                        .thenComparing(Sample::namespace)
                        .thenComparing(Sample::name))
                .limit(KEPT)
                .toList());
        return new Answers(mark, Map.copyOf(tallies), Map.copyOf(samples));
    }

    private static Sample sample(ClusterResources.Seen seen, CheckResult result, Instant now) {
        Resource resource = seen.resource();
        List<Evidence> evidence = result.evidence();
        Evidence first = evidence.isEmpty() ? new Evidence("", "", "", "", "") : evidence.getFirst();
        return new Sample(
                result.check(),
                result.outcome(),
                seen.id(),
                resource.kind(),
                resource.meta().namespace(),
                resource.meta().name(),
                first.field(),
                first.found(),
                first.expected(),
                first.path(),
                evidence.size() > 1 ? first.message() + " (and " + (evidence.size() - 1) + " more)" : first.message(),
                now);
    }
}
