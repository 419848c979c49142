package dev.breakwater.central.policy.web;

import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.PolicySearch;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The policies and their switch. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies")
class PolicyController {

    /** A policy with how it is kept, on one level. */
    record PolicyView(
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
            String updatedBy) {

        static PolicyView of(StoredPolicy stored) {
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
                    stored.updatedBy());
        }
    }

    private final Policies policies;
    private final PolicySearch search;
    private final Readers readers;

    PolicyController(Policies policies, PolicySearch search, Readers readers) {
        this.policies = policies;
        this.search = search;
        this.readers = readers;
    }

    @GetMapping
    Page<PolicyView> list(@ParameterObject ListParameters parameters) {
        return search.list(parameters.request(), readers.scope()).map(PolicyView::of);
    }

    @GetMapping("/{id}")
    PolicyView get(@PathVariable UUID id) {
        return PolicyView.of(policies.get(id));
    }

    @PostMapping("/{id}/enable")
    PolicyView enable(@PathVariable UUID id) {
        return PolicyView.of(policies.enable(id));
    }

    @PostMapping("/{id}/disable")
    PolicyView disable(@PathVariable UUID id) {
        return PolicyView.of(policies.disable(id));
    }
}
