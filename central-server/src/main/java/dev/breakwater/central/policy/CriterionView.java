package dev.breakwater.central.policy;

import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.engine.policy.criteria.ValueGrammar.Form;
import dev.breakwater.engine.policy.linked.Level;
import java.util.List;

/**
 * A criterion as an editor needs it.
 *
 * @param description what it looks at, one sentence
 * @param object the linked object that it reads
 * @param objectWords the same in words
 * @param subject what a policy that asks it is about: a workload, or another object; criteria of both do not go together
 * @param form the sort of value, by which an editor chooses its field
 * @param allowed what may be given, in words
 * @param choices the values there are, where they can be counted
 * @param example a value that can be used
 * @param operators how several values may combine; empty = it takes one value only
 * @param negatable whether a policy may turn it round
 * @param firesOnAbsence whether it fires on what is missing
 * @param stages when it can be judged
 * @param facts whether what it asks arrives here
 */
public record CriterionView(
        String name,
        String description,
        Level object,
        String objectWords,
        Level subject,
        Form form,
        String allowed,
        List<String> choices,
        String example,
        List<Operator> operators,
        boolean negatable,
        boolean firesOnAbsence,
        List<Stage> stages,
        Facts facts) {

    /** Whether what a criterion asks arrives here. */
    public enum Facts {
        /** Sensors tell it. */
        ARRIVE,
        /** Unknown until somebody looked inside the image, or a pipeline tells it. */
        WHEN_TOLD,
        /** Nobody tells it: a policy that asks it is unknown, or is not judged here. */
        DO_NOT_ARRIVE
    }

    public CriterionView {
        choices = List.copyOf(choices);
        operators = List.copyOf(operators);
        stages = List.copyOf(stages);
    }
}
