package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfProcess;
import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.engine.policy.value.TextPattern.Bare;
import dev.breakwater.engine.policy.value.TextTest;
import java.util.List;

/** The arguments of a process; a bare value is an expression that has to match somewhere in them. */
final class ProcessArguments extends Criterion<OfProcess> {

    ProcessArguments() {
        super(CriterionCard.of(
                "Process Arguments",
                Level.PROCESS,
                new ValueGrammar(ValueGrammar.Form.TEXT, TextPattern.allowed(Bare.PART), List.of(), "--insecure"),
                "The arguments of a process that ran in a container."));
    }

    @Override
    public Condition<OfProcess> condition(String value) {
        TextTest test = TextPattern.parse(value, Bare.PART);
        return (of, asOf) -> Answer.of(read(of), test::matches);
    }

    private static Observed<String> read(OfProcess of) {
        Text arguments = of.process().arguments();
        String plain = arguments.value();
        return plain == null
                ? Observed.unknown(UnknownReason.OUT_OF_SIGHT, "The arguments did not leave the cluster.")
                : Observed.known(plain);
    }

    @Override
    public Sighting see(OfProcess of, Policy.Group group) {
        return Activities.process(of, "arguments", of.process().arguments().shown());
    }
}
