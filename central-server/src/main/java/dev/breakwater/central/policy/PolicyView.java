package dev.breakwater.central.policy;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A policy with how it is kept, on one level.
 *
 * @param origin {@code built-in}, {@code console}, or what it is applied from as code
 * @param differs whether it is not as its source gave it last
 */
public record PolicyView(
        UUID id,
        String name,
        Severity severity,
        boolean enabled,
        boolean builtIn,
        Set<Policy.Stage> stages,
        List<String> categories,
        String description,
        String rationale,
        String remediation,
        List<Policy.Section> sections,
        List<Policy.Scope> scopes,
        List<Policy.Exclusion> exclusions,
        List<String> mitre,
        List<String> controls,
        int version,
        Instant updatedAt,
        String updatedBy,
        String origin,
        boolean differs) {

    /** A policy as REST and exports give it. */
    public static PolicyView of(StoredPolicy stored) {
        Policy policy = stored.policy();
        return new PolicyView(
                policy.id(),
                policy.name(),
                policy.severity(),
                policy.enabled(),
                stored.builtIn(),
                policy.stages(),
                policy.categories(),
                policy.description(),
                policy.rationale(),
                policy.remediation(),
                policy.sections(),
                policy.scopes(),
                policy.exclusions(),
                policy.mitre(),
                policy.controls(),
                stored.version(),
                stored.updatedAt(),
                stored.updatedBy(),
                stored.origin(),
                stored.differs());
    }
}
