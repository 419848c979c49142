package dev.breakwater.engine.check;

import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is said of one workload by a set that shows only a part of the cluster.
 *
 * <p>Such a set shows what is there, and not what is missing: a service in it exposes a workload, but that no network policy
 * stands in it does not mean that the cluster has none. So a policy is asked first with everything unknown that may stand
 * elsewhere, and then with what the set holds of some of it. Such an answer counts if it is certain and if it would be another
 * one had the set none of it: then something that is there has made it.
 */
final class PartialJudge {

    /** How the parts are taken; those that are in neither, as the set has them. */
    private record Taken(Set<Part> absent, Set<Part> unseen) {}

    private final CompiledPolicies policies;
    private final ManifestSet set;
    private final WorkloadSpec spec;
    private final Instant asOf;
    private final Assembler assembler = new Assembler();
    private final Map<Taken, List<Verdict>> asked = new HashMap<>();

    PartialJudge(CompiledPolicies policies, ManifestSet set, WorkloadSpec spec, Instant asOf) {
        this.policies = policies;
        this.set = set;
        this.spec = spec;
        this.asOf = asOf;
    }

    /** The verdicts of all policies about workloads, in their order. */
    List<Verdict> verdicts() {
        List<Set<Part>> views = views(set.partsAround(spec));
        List<Verdict> verdicts = new ArrayList<>(verdicts(Set.of(), Set.of()));
        for (int i = 0; i < verdicts.size(); i++) {
            for (Set<Part> seen : views) {
                Verdict verdict = verdicts(seen, Set.of()).get(i);
                if (verdict.outcome() != Outcome.UNKNOWN && isMadeBy(seen, i, verdict)) {
                    verdicts.set(i, verdict);
                    break;
                }
            }
        }
        return verdicts;
    }

    private boolean isMadeBy(Set<Part> seen, int policy, Verdict verdict) {
        return seen.stream()
                .noneMatch(part -> verdicts(seen, Set.of(part)).get(policy).equals(verdict));
    }

    private List<Verdict> verdicts(Set<Part> seen, Set<Part> absent) {
        EnumSet<Part> unseen = EnumSet.allOf(Part.class);
        unseen.removeAll(seen);
        return asked.computeIfAbsent(
                new Taken(absent, unseen),
                taken -> policies.judge(
                        assembler.assemble(spec, set.around(spec, taken.absent(), taken.unseen())), asOf));
    }

    /** Every choice of what to look at, the most first: it gives the most evidence. */
    private static List<Set<Part>> views(Set<Part> there) {
        List<Part> parts = List.copyOf(there);
        return IntStream.range(1, 1 << parts.size())
                .<Set<Part>>mapToObj(bits -> IntStream.range(0, parts.size())
                        .filter(i -> (bits & (1 << i)) != 0)
                        .mapToObj(parts::get)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class))))
                .sorted(Comparator.comparing((Set<Part> seen) -> -seen.size()))
                .toList();
    }
}
