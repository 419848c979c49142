package dev.breakwater.engine.risk.whatif;

import java.util.List;
import java.util.UUID;

/**
 * A violation mended in a way that no known change of facts describes, such as another image tag. Only the violation goes;
 * whatever else the mending would bring is not counted.
 */
public record ResolveViolation(UUID policyId, String policyName) implements Change {

    @Override
    public String type() {
        return "resolve-violation";
    }

    @Override
    public List<String> arguments() {
        return List.of(policyId.toString(), policyName);
    }

    @Override
    public String label() {
        return "Mend the violation of “" + policyName + "”";
    }
}
