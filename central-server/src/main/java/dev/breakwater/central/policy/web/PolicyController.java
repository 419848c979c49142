package dev.breakwater.central.policy.web;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.PolicySearch;
import dev.breakwater.central.policy.PolicyView;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The policies and their switch. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies")
class PolicyController {

    /**
     * A switch of many.
     *
     * @param ids 1 to 500
     * @param reason for the audit log, may be absent
     */
    record SwitchRequest(
            List<UUID> ids, boolean enabled, @Nullable String reason) {}

    /** Those that were switched; the others were so already. */
    record Switched(List<PolicyView> items) {}

    private static final int MOST_AT_ONCE = 500;
    private static final int LONGEST_REASON = 500;

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

    @GetMapping(produces = PolicyBody.YAML)
    @Operation(
            summary = "The policies as canonical documents",
            description = "Everything that the filter lets through, one YAML document each; pages do not apply.")
    String export(@ParameterObject ListParameters parameters) {
        List<Policy> found = new ArrayList<>();
        String order = parameters.order().isEmpty() ? "name" : parameters.order();
        search.stream(parameters.filter(), order, readers.scope(), row -> found.add(row.policy()));
        return PolicyDocument.toYaml(found);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A policy", description = "The ETag is its version; send it as If-Match to save it anew.")
    ResponseEntity<PolicyView> get(@PathVariable UUID id) {
        return PolicyBody.answer(policies.get(id));
    }

    @GetMapping(path = "/{id}", produces = PolicyBody.YAML)
    @Operation(summary = "A policy as a canonical document")
    ResponseEntity<String> document(@PathVariable UUID id) {
        StoredPolicy stored = policies.get(id);
        return ResponseEntity.ok().eTag(PolicyBody.tag(stored)).body(PolicyDocument.toYaml(List.of(stored.policy())));
    }

    @PostMapping("/{id}/enable")
    PolicyView enable(@PathVariable UUID id) {
        return PolicyView.of(policies.enable(id));
    }

    @PostMapping("/{id}/disable")
    PolicyView disable(@PathVariable UUID id) {
        return PolicyView.of(policies.disable(id));
    }

    @PostMapping("/switch")
    @Operation(summary = "Switches many policies on or off in one change of the set")
    Switched switchAll(@RequestBody SwitchRequest request) {
        if (request.ids() == null || request.ids().isEmpty() || request.ids().size() > MOST_AT_ONCE) {
            int count = request.ids() == null ? 0 : request.ids().size();
            throw new InvalidRequest("ids", count + " ids", "1 to " + MOST_AT_ONCE + " ids of policies");
        }
        String reason = request.reason() == null ? "" : request.reason();
        if (reason.length() > LONGEST_REASON) {
            throw new InvalidRequest("reason", reason, "at most " + LONGEST_REASON + " characters");
        }
        return new Switched(policies.switchAll(request.ids(), request.enabled(), reason).stream()
                .map(PolicyView::of)
                .toList());
    }
}
