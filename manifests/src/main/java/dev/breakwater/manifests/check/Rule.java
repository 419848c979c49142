package dev.breakwater.manifests.check;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import java.util.List;
import java.util.UUID;

/** What a report tells of a policy. */
public record Rule(
        UUID id,
        String name,
        Severity severity,
        String description,
        String rationale,
        String remediation,
        List<String> categories) {

    public Rule {
        categories = List.copyOf(categories);
    }

    /** What is told of this policy. */
    public static Rule of(Policy policy) {
        return new Rule(
                policy.id(),
                policy.name(),
                policy.severity(),
                policy.description(),
                policy.rationale(),
                policy.remediation(),
                policy.categories());
    }
}
