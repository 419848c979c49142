package dev.breakwater.central.detection.web;

import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.central.detection.DryRuns;
import dev.breakwater.central.detection.DryRuns.Progress;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.policy.ApplyPlan;
import dev.breakwater.central.policy.ApplyPlan.Action;
import dev.breakwater.central.policy.ApplyPlan.Step;
import dev.breakwater.central.policy.PoliciesAsCode;
import dev.breakwater.central.policy.PoliciesAsCode.Wish;
import dev.breakwater.engine.policy.PolicyDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What applying policies as code would do to violations. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies")
class PolicyDiffController {

    private static final int LISTED = 20;

    /**
     * A policy with what it would do.
     *
     * @param impact {@code null} where nothing would be done
     */
    record Changed(
            UUID id,
            String policy,
            Action action,
            String why,
            @Nullable DryRunReport impact) {}

    /**
     * What all of them would do.
     *
     * @param opens violations that would be open and are not, over all policies
     * @param closes violations that are open and would not be
     */
    record Diff(String origin, int workloads, int opens, int closes, int unknown, List<Changed> items) {}

    private final PoliciesAsCode code;
    private final DryRuns runs;
    private final Readers readers;

    PolicyDiffController(PoliciesAsCode code, DryRuns runs, Readers readers) {
        this.code = code;
        this.runs = runs;
        this.readers = readers;
    }

    @PostMapping(
            path = "/diff",
            consumes = {"application/json", "application/yaml"})
    @Operation(
            summary = "What applying policies would change, also about violations",
            description =
                    "Takes what POST /api/v1/policies/apply takes, and writes nothing. Each policy that would change is"
                            + " judged over all workloads that the reader may see; lists name the 20 riskiest.")
    Diff diff(
            @RequestBody String body,
            @Parameter(description = "What says where they are written", example = "git:policies") @RequestParam
                    String origin,
            @Parameter(description = "Delete policies of this origin that are not among them")
                    @RequestParam(defaultValue = "false")
                    boolean prune,
            @Parameter(description = "Take over policies that were written in the console or come from elsewhere")
                    @RequestParam(defaultValue = "false")
                    boolean adopt) {
        ApplyPlan plan = code.plan(PolicyDocument.read(body), new Wish(origin, prune, adopt, ""));
        List<Step> changing = plan.steps().stream()
                .filter(step -> step.action() != Action.UNCHANGED && step.action() != Action.REFUSED)
                .toList();
        Map<UUID, DryRunReport> impacts = changing.isEmpty()
                ? Map.of()
                : runs
                        .runAll(
                                changing.stream().map(Step::draft).toList(),
                                LISTED,
                                readers.scope(),
                                Progress.UNWATCHED)
                        .stream()
                        .collect(Collectors.toMap(DryRunReport::policyId, Function.identity()));
        return new Diff(
                plan.origin(),
                impacts.values().stream()
                        .mapToInt(DryRunReport::workloads)
                        .max()
                        .orElse(0),
                impacts.values().stream().mapToInt(DryRunReport::opens).sum(),
                impacts.values().stream().mapToInt(DryRunReport::closes).sum(),
                impacts.values().stream().mapToInt(DryRunReport::unknown).sum(),
                plan.steps().stream()
                        .map(step -> new Changed(
                                step.id(), step.wanted().name(), step.action(), step.why(), impacts.get(step.id())))
                        .toList());
    }
}
