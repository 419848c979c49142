package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.engine.policy.linked.Level;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a criterion says of itself.
 *
 * @param name its name in policies
 * @param summary what it looks at, one sentence
 * @param level the linked object that it reads
 * @param grammar its values
 * @param stages when it can be judged
 * @param operators how several values may combine; empty if it takes one value only
 * @param negatable whether a policy may turn it round
 * @param inverted whether it fires on what is missing
 */
public record CriterionCard(
        String name,
        String summary,
        Level level,
        ValueGrammar grammar,
        Set<Stage> stages,
        Set<Policy.Operator> operators,
        boolean negatable,
        boolean inverted) {

    public CriterionCard {
        stages = Set.copyOf(stages);
        operators = Set.copyOf(operators);
    }

    /** A criterion that takes several values and may be negated; what an image alone answers can be judged at build. */
    static CriterionCard of(String name, Level level, ValueGrammar grammar, String summary) {
        Set<Stage> stages = EnumSet.of(Stage.RUNTIME);
        if (!level.isOfRuntime()) {
            stages.add(Stage.DEPLOY);
        }
        if (level.root() == Level.OBJECT) {
            stages.remove(Stage.RUNTIME);
        }
        if (level.isOfImage()) {
            stages.add(Stage.BUILD);
        }
        return new CriterionCard(
                name, summary, level, grammar, stages, EnumSet.allOf(Policy.Operator.class), true, false);
    }

    /** The same for one value only. */
    CriterionCard single() {
        return new CriterionCard(name, summary, level, grammar, stages, Set.of(), negatable, inverted);
    }

    /** The same for values of which one is enough: that all hold cannot be asked. */
    CriterionCard onlyOr() {
        return new CriterionCard(
                name, summary, level, grammar, stages, EnumSet.of(Policy.Operator.OR), negatable, inverted);
    }

    /** The same, firing on what is missing; turning that round again would only confuse. */
    CriterionCard firesOnAbsence() {
        return new CriterionCard(name, summary, level, grammar, stages, operators, false, true);
    }
}
