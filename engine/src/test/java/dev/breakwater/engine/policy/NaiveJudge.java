package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.engine.policy.criteria.Criteria;
import dev.breakwater.engine.policy.criteria.Criterion;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked;
import dev.breakwater.engine.policy.linked.LinkedObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Judges by the definition: tries every choice of one element for each level, and asks every group about each. */
final class NaiveJudge {

    private NaiveJudge() {}

    static Truth judge(Policy policy, Workload workload, Instant asOf) {
        return judge(policy, new Linked.OfWorkload(workload), asOf);
    }

    /** The same for a workload with what it was seen doing. */
    static Truth judge(Policy policy, Linked.OfWorkload workload, Instant asOf) {
        Truth any = Truth.FALSE;
        for (Section section : policy.sections()) {
            for (Map<Level, Linked> choice : choices(section, workload)) {
                Truth all = Truth.TRUE;
                for (Group group : section.groups()) {
                    all = all.and(holds(criterion(group), group, choice, asOf));
                }
                any = any.or(all);
            }
        }
        return any;
    }

    private static Criterion<?> criterion(Group group) {
        return Criteria.byName(group.criterion()).orElseThrow();
    }

    private static List<Map<Level, Linked>> choices(Section section, Linked.OfWorkload workload) {
        TreeSet<Level> levels = new TreeSet<>();
        for (Group group : section.groups()) {
            for (Level level = criterion(group).card().level().bound(); level != null; level = level.parent()) {
                levels.add(level);
            }
        }
        List<Map<Level, Linked>> choices = List.of(Map.of(Level.WORKLOAD, workload));
        for (Level level : levels) {
            if (level.parent() == null) {
                continue;
            }
            List<Map<Level, Linked>> longer = new ArrayList<>();
            for (Map<Level, Linked> choice : choices) {
                for (Linked element : LinkedObjects.below(choice.get(level.parent()), level)) {
                    Map<Level, Linked> more = new EnumMap<>(choice);
                    more.put(level, element);
                    longer.add(more);
                }
            }
            choices = longer;
        }
        return choices;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Linked> Truth holds(
            Criterion<E> criterion, Group group, Map<Level, Linked> choice, Instant asOf) {
        Linked element = choice.get(criterion.card().level().bound());
        if (element instanceof Linked.Unseen) {
            return Truth.UNKNOWN;
        }
        E mine = (E) element;
        if (!criterion.appliesTo(mine)) {
            return Truth.FALSE;
        }
        List<Truth> truths = group.values().stream()
                .map(value -> criterion.condition(value).test(mine, asOf).truth())
                .toList();
        Truth combined = group.operator() == Operator.OR
                ? truths.stream().reduce(Truth.FALSE, Truth::or)
                : truths.stream().reduce(Truth.TRUE, Truth::and);
        return group.negated() || criterion.card().inverted() ? combined.not() : combined;
    }
}
