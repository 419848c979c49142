package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.ImageDetails.Instruction;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfInstruction;
import dev.breakwater.engine.policy.value.KeyValue;
import dev.breakwater.engine.policy.value.TextTest;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.List;
import java.util.Locale;

/** An instruction that built an image, as its history tells. */
final class DockerfileLine extends Criterion<OfInstruction> {

    private static final String ALLOWED = "Allowed: INSTRUCTION=VALUE; INSTRUCTION is one of "
            + String.join(", ", Instruction.KEYWORDS)
            + " or empty for any (FROM is not in an image's history); VALUE is a regular"
            + " expression (RE2) for the whole line, or empty for any.";

    DockerfileLine() {
        super(CriterionCard.of(
                "Dockerfile Line",
                Level.INSTRUCTION,
                new ValueGrammar(ValueGrammar.Form.INSTRUCTION, ALLOWED, List.of(), "RUN=.*curl.*"),
                "An instruction that built the image, by its keyword and what follows."));
    }

    @Override
    public Condition<OfInstruction> condition(String value) {
        int equals = value.indexOf('=');
        if (equals < 0) {
            throw new ValueRejected(ALLOWED);
        }
        String keyword = value.substring(0, equals).strip().toUpperCase(Locale.ROOT);
        if (!keyword.isEmpty() && !Instruction.KEYWORDS.contains(keyword)) {
            throw new ValueRejected(ALLOWED);
        }
        TextTest rest = KeyValue.valueTest(value.substring(equals + 1));
        return (of, asOf) -> Answer.of(
                (keyword.isEmpty() || keyword.equals(of.instruction().keyword().toUpperCase(Locale.ROOT)))
                        && rest.matches(of.instruction().value()));
    }

    @Override
    public Sighting see(OfInstruction of, Policy.Group group) {
        Instruction line = of.instruction();
        String text = line.keyword() + " " + line.value();
        return new Sighting(
                "The image of container " + of.containerName() + " was built with: " + text + ".",
                "history",
                text,
                of.in().path("image"));
    }
}
