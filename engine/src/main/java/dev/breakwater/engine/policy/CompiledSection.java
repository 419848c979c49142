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
import java.util.stream.Stream;

/**
 * The groups of a section by the level they are tested on, as a tree like that of the facts. It holds if one element can
 * be chosen for each level, each below the one chosen above it, so that every group holds on its element. Branches below
 * one element are independent of each other, so choosing them one by one gives what trying all combinations would.
 *
 * @param groups those tested on this level
 * @param below the levels under this one that have groups in them
 * @param asked the names of the criteria of all its groups, those below too
 */
record CompiledSection(Level level, List<CompiledGroup<?>> groups, List<CompiledSection> below, List<String> asked) {

    private CompiledSection(Level level, List<CompiledGroup<?>> groups, List<CompiledSection> below) {
        this(
                level,
                groups,
                below,
                Stream.concat(
                                groups.stream()
                                        .map(group -> group.criterion().card().name()),
                                below.stream().flatMap(section -> section.asked().stream()))
                        .toList());
    }

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

    /** Whether it asks anything that is known of images. */
    boolean readsImages() {
        return groups.stream().anyMatch(group -> group.criterion().readsImages())
                || below.stream().anyMatch(CompiledSection::readsImages);
    }

    private Finding judge(Linked element, LinkedTree tree, Instant asOf) {
        if (element instanceof Linked.Unseen unseen) {
            return unseen(unseen);
        }
        // Nothing is made until something is found: most sections fail at their first group.
        Finding all = null;
        for (int i = 0; i < groups.size(); i++) {
            Answer answer = groups.get(i).test(element, asOf);
            if (answer.truth() == Truth.FALSE) {
                return Finding.failed(answer.changesAt());
            }
            if (answer != Answer.YES) {
                all = all == null ? Finding.allSoFar() : all;
                all.and(answer.truth(), answer.changesAt());
                if (answer.truth() == Truth.UNKNOWN) {
                    all.missing(missing(groups.get(i), element, answer));
                }
            }
        }
        for (int i = 0; i < below.size(); i++) {
            Finding some = below.get(i).any(element, tree, asOf);
            if (some.truth() == Truth.FALSE) {
                return Finding.failed(some.changesAt());
            }
            all = all == null ? Finding.allSoFar() : all;
            all.and(some);
        }
        all = all == null ? Finding.allSoFar() : all;
        if (all.truth() == Truth.TRUE) {
            for (int i = 0; i < groups.size(); i++) {
                all.show(groups.get(i).evidence(element));
            }
        }
        return all;
    }

    private Finding any(Linked parent, LinkedTree tree, Instant asOf) {
        Finding some = null;
        List<? extends Linked> elements =
                asksOfVulnerabilitiesAlone() ? tree.affected(parent) : tree.below(parent, level);
        for (int i = 0; i < elements.size(); i++) {
            Finding one = judge(elements.get(i), tree, asOf);
            if (one != Finding.NEVER) {
                some = some == null ? Finding.noneSoFar() : some;
                some.or(one);
            }
        }
        return some == null ? Finding.NEVER : some;
    }

    /** Then a package that has none answers nothing. */
    private boolean asksOfVulnerabilitiesAlone() {
        return level == Level.PACKAGE && groups.isEmpty();
    }

    private Finding unseen(Linked.Unseen unseen) {
        Finding finding = Finding.allSoFar();
        finding.and(Truth.UNKNOWN, null);
        for (String criterion : asked) {
            finding.missing(new UnknownFact(criterion, unseen.subject(), unseen.reason(), unseen.detail()));
        }
        return finding;
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
