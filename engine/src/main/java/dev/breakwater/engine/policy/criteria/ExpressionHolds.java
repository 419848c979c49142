package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.expression.WorkloadExpression;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;
import java.util.List;

/** The escape hatch: an expression over the whole workload, for what no criterion asks. */
final class ExpressionHolds extends Criterion<OfWorkload> {

    ExpressionHolds() {
        super(CriterionCard.of(
                "Expression",
                Level.WORKLOAD,
                new ValueGrammar(
                        ValueGrammar.Form.EXPRESSION,
                        "Allowed: an expression (CEL) over workload that gives true or false, up to "
                                + WorkloadExpression.MAX_LENGTH + " characters; what is unknown is not in workload.",
                        List.of(),
                        "workload.containers.exists(c, c.image.registry == 'docker.io' && !c.image.pinned)"),
                "An expression (CEL) over the workload, for what no criterion asks; slower than criteria, and its violations name"
                        + " no single place."));
    }

    @Override
    public boolean readsImages() {
        return true;
    }

    @Override
    public Condition<OfWorkload> condition(String value) {
        WorkloadExpression expression = WorkloadExpression.compile(value);
        return (of, asOf) -> {
            WorkloadExpression.Result result = expression.test(of.workload());
            return result.answer()
                    .map(Answer::of)
                    .orElseGet(() -> Answer.unknown(UnknownReason.UNRESOLVED, result.why()));
        };
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        String expression = String.join(" ", group.values());
        return new Sighting(
                "The expression " + (group.negated() ? "does not hold: " : "holds: ") + expression + ".",
                "expression",
                expression,
                of.workload().spec().template().path());
    }
}
