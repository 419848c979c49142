package dev.breakwater.central.policy.web;

import dev.breakwater.central.policy.ApplyPlan;
import dev.breakwater.central.policy.ApplyPlan.Action;
import dev.breakwater.central.policy.PoliciesAsCode;
import dev.breakwater.central.policy.PoliciesAsCode.Wish;
import dev.breakwater.engine.policy.PolicyDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Policies as code. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies")
class ApplyController {

    /** What was done to a policy, or would be. */
    record Applied(UUID id, String policy, Action action, String why) {}

    /**
     * What was done, or would be.
     *
     * @param applied whether it was done
     */
    record ApplyReport(boolean applied, String origin, List<Applied> items) {}

    private final PoliciesAsCode code;

    ApplyController(PoliciesAsCode code) {
        this.code = code;
    }

    @PostMapping(
            path = "/apply",
            consumes = {PolicyBody.JSON, PolicyBody.YAML})
    @Operation(
            summary = "Applies policies that are written elsewhere, all or none",
            description =
                    "The body is canonical documents, each with its id. What an origin applied is changed by that origin"
                            + " alone. POST /api/v1/policies/diff tells before what it would do to violations.")
    ApplyReport apply(
            @RequestBody String body,
            @Parameter(description = "What says where they are written", example = "git:policies") @RequestParam
                    String origin,
            @Parameter(description = "Delete policies of this origin that are not among them")
                    @RequestParam(defaultValue = "false")
                    boolean prune,
            @Parameter(description = "Take over policies that were written in the console or come from elsewhere")
                    @RequestParam(defaultValue = "false")
                    boolean adopt,
            @Parameter(description = "Only tell what would be done") @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "Why, for versions and the audit log") @RequestParam(required = false) @Nullable
                    String reason) {
        Wish wish = new Wish(origin, prune, adopt, reason == null ? "" : reason);
        var policies = PolicyDocument.read(body);
        ApplyPlan plan = dryRun ? code.plan(policies, wish) : code.apply(policies, wish);
        return new ApplyReport(
                !dryRun,
                plan.origin(),
                plan.steps().stream()
                        .map(step -> new Applied(step.id(), step.wanted().name(), step.action(), step.why()))
                        .toList());
    }
}
