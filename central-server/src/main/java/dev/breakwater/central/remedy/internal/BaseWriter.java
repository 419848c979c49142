package dev.breakwater.central.remedy.internal;

import dev.breakwater.central.images.BaseImage;
import dev.breakwater.central.images.BaseImages.Stand;
import dev.breakwater.central.remedy.FixPlans.Base;
import dev.breakwater.central.remedy.FixPlans.Outcome;
import dev.breakwater.central.remedy.internal.RunningImages.Running;
import dev.breakwater.engine.risk.plan.FixPlanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells of each base what became of the question whether a newer one helps. */
final class BaseWriter {

    private static final int MOST = 100;

    private BaseWriter() {}

    static List<Base> of(List<Stand> stands, List<Running> run, FixPlanner.Plan<UUID, Fix> plan, boolean full) {
        Map<Object, List<Stand>> byBase = stands.stream()
                .collect(Collectors.groupingBy(BaseWriter::key, LinkedHashMap::new, Collectors.toList()));
        List<Base> bases = new ArrayList<>();
        byBase.forEach((key, all) -> {
            // One that is itself the newer image has none; the others have.
            BaseImage base = all.stream()
                    .map(Stand::base)
                    .filter(one -> one.outlook().state() == BaseImage.State.CANDIDATE)
                    .findFirst()
                    .orElse(all.getFirst().base());
            Set<Integer> contents = all.stream().map(Stand::contentId).collect(Collectors.toSet());
            Set<UUID> workloads = run.stream()
                    .filter(one -> one.content() != null && contents.contains(one.content()))
                    .map(Running::workload)
                    .collect(Collectors.toCollection(HashSet::new));
            boolean planned = plan.steps().stream()
                    .anyMatch(step ->
                            step.fix() instanceof BaseFix fix && key(fix.base()).equals(key));
            boolean untried = plan.untried().stream()
                    .anyMatch(
                            fix -> fix instanceof BaseFix one && key(one.base()).equals(key));
            boolean known = base.outlook().state() == BaseImage.State.CANDIDATE;
            bases.add(new Base(
                    base,
                    contents.size(),
                    workloads.size(),
                    planned ? Outcome.PLANNED : known ? Outcome.NOT_IN_PLAN : Outcome.NO_CANDIDATE,
                    planned
                            ? ""
                            : known ? notPlanned(untried, full) : base.outlook().reason()));
        });
        return bases.stream()
                .sorted(Comparator.comparingInt(Base::workloads)
                        .reversed()
                        .thenComparing(base -> base.image().title()))
                .limit(MOST)
                .toList();
    }

    private static String notPlanned(boolean untried, boolean full) {
        if (untried) {
            return "There was no time to try the newer images of it.";
        }
        return full
                ? "The steps of the plan take more away than the newer images of it."
                : "The newer images of it take nothing away that the steps of the plan do not.";
    }

    private static Object key(Stand stand) {
        return key(stand.base());
    }

    private static Object key(BaseImage base) {
        return base.contentId() == null ? base.title() : base.contentId();
    }
}
