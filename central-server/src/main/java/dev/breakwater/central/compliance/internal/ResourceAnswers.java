package dev.breakwater.central.compliance.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.breakwater.central.compliance.Compliance;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What checks say of roles, bindings and service accounts; judged anew only when one of a cluster's changed. */
@Component
class ResourceAnswers {

    private static final int MOST_CLUSTERS = 300;

    /**
     * The answers over a cluster.
     *
     * @param samples those that fail or are unknown by check, the failing ones first
     */
    record Answers(String mark, Map<String, Tally> tallies, Map<String, List<Sample>> samples) {}

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
        samples.replaceAll((check, all) -> all.stream()
                .sorted(Comparator.comparing((Sample one) -> one.outcome() != Outcome.FAIL)
                        .thenComparing(Sample::namespace)
                        .thenComparing(Sample::name))
                .limit(Compliance.MOST_OBJECTS)
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
