package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.criteria.Answer;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked;
import dev.breakwater.engine.policy.linked.LinkedTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The groups of a section by the level they are tested on, as a tree like that of the facts. It holds if one element can
 * be chosen for each level, each below the one chosen above it, so that every group holds on its element. Branches below
 * one element are independent of each other, so choosing them one by one gives what trying all combinations would.
 *
 * @param groups those tested on this level
 * @param below the levels under this one that have groups in them
 */
record CompiledSection(Level level, List<CompiledGroup<?>> groups, List<CompiledSection> below) {

    static CompiledSection of(List<CompiledGroup<?>> groups) {
        return at(groups.getFirst().level().root(), groups)
                .orElseGet(() -> new CompiledSection(Level.WORKLOAD, List.of(), List.of()));
    }

    private static Optional<CompiledSection> at(Level level, List<CompiledGroup<?>> groups) {
        List<CompiledGroup<?>> mine =
                groups.stream().filter(group -> group.level() == level).toList();
        List<CompiledSection> below = new ArrayList<>();
        for (Level child : Level.values()) {
            if (child.parent() == level && child.bound() == child) {
                at(child, groups).ifPresent(below::add);
            }
        }
        return mine.isEmpty() && below.isEmpty()
                ? Optional.empty()
                : Optional.of(new CompiledSection(level, mine, List.copyOf(below)));
    }

    /** About an object that is no workload. */
    Finding judge(Resource resource, Instant asOf) {
        return judge(new Linked.OfObject(resource), LinkedTree.NOT_KEPT, asOf);
    }

    Finding judge(LinkedTree tree, Instant asOf) {
        return judge(tree.root(), tree, asOf);
    }

    /**
     * About a request that concerns no workload.
     *
     * @return false where the section asks about anything else
     */
    Finding judge(Activity.ApiRequest request, Instant asOf) {
        boolean aboutRequests =
                groups.isEmpty() && below.size() == 1 && below.getFirst().level() == Level.REQUEST;
        return aboutRequests
                ? below.getFirst().judge(new Linked.OfRequest(request), LinkedTree.NOT_KEPT, asOf)
                : Finding.noneSoFar();
    }

    private Finding judge(Linked element, LinkedTree tree, Instant asOf) {
        if (element instanceof Linked.Unseen unseen) {
            return unseen(unseen);
        }
        Finding all = Finding.allSoFar();
        for (CompiledGroup<?> group : groups) {
            Answer answer = group.test(element, asOf);
            if (answer.truth() == Truth.FALSE) {
                return Finding.failed(answer.changesAt());
            }
            all.and(answer.truth(), answer.changesAt());
            if (answer.truth() == Truth.UNKNOWN) {
                all.missing(missing(group, element, answer));
            }
        }
        for (CompiledSection section : below) {
            Finding some = section.any(element, tree, asOf);
            if (some.truth() == Truth.FALSE) {
                return Finding.failed(some.changesAt());
            }
            all.and(some);
        }
        if (all.truth() == Truth.TRUE) {
            groups.forEach(group -> all.show(group.evidence(element)));
        }
        return all;
    }

    private Finding any(Linked parent, LinkedTree tree, Instant asOf) {
        Finding some = Finding.noneSoFar();
        for (Linked element : tree.below(parent, level)) {
            some.or(judge(element, tree, asOf));
        }
        return some;
    }

    private Finding unseen(Linked.Unseen unseen) {
        Finding finding = Finding.allSoFar();
        finding.and(Truth.UNKNOWN, null);
        allGroups(this)
                .forEach(group -> finding.missing(new UnknownFact(
                        group.criterion().card().name(), unseen.subject(), unseen.reason(), unseen.detail())));
        return finding;
    }

    private static List<CompiledGroup<?>> allGroups(CompiledSection section) {
        List<CompiledGroup<?>> groups = new ArrayList<>(section.groups);
        section.below.forEach(below -> groups.addAll(allGroups(below)));
        return groups;
    }

    private static UnknownFact missing(CompiledGroup<?> group, Linked element, Answer answer) {
        String container = element.containerName();
        return new UnknownFact(
                group.criterion().card().name(),
                container.isEmpty() ? "the workload" : "container " + container,
                Objects.requireNonNullElse(answer.reason(), UnknownReason.NOT_COLLECTED),
                answer.detail());
    }
}
