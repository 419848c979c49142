package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfProcess;
import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.engine.policy.value.TextPattern.Bare;
import dev.breakwater.engine.policy.value.TextTest;
import java.util.List;

/** A program above a process: one that started it, directly or through others. */
final class ProcessAncestor extends Criterion<OfProcess> {

    ProcessAncestor() {
        super(CriterionCard.of(
                "Process Ancestor",
                Level.PROCESS,
                new ValueGrammar(ValueGrammar.Form.TEXT, TextPattern.allowed(Bare.REGEX), List.of(), ".*/java"),
                "A program, by its path, that started the process directly or through others."));
    }

    @Override
    public Condition<OfProcess> condition(String value) {
        TextTest test = TextPattern.parse(value, Bare.REGEX);
        return (of, asOf) -> Answer.of(of.process().ancestors().stream().anyMatch(test::matches));
    }

    @Override
    public Sighting see(OfProcess of, Policy.Group group) {
        return Activities.process(
                of, "ancestors", String.join(", ", of.process().ancestors()));
    }
}
