package dev.breakwater.central.nodes.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.breakwater.central.nodes.DrainPlans;
import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.ListedNode;
import dev.breakwater.central.nodes.Machines;
import dev.breakwater.central.nodes.NodeDetail;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.central.nodes.NodeEvidence.Receipt;
import dev.breakwater.central.nodes.NodeLooks;
import dev.breakwater.central.nodes.Nodes;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.node.DrainPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The machines behind nodes. */
@RestController
@RequestMapping("/api/v1/nodes")
@Tag(name = "Nodes")
class NodesController {

    private static final String TAKES = "Takes what a look at a node found, in place of what was there";
    private static final String WHAT =
            "The document that `sensor-agent --node` writes, at most 16 MiB. Evidence of another machine than the node's, or"
                    + " older than what is held, is refused unless an administrator forces it. For administrators and tokens of nodes.";

    /** The evidence of a node with what is known about it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EvidenceAnswer(EvidenceState state, List<Receipt> receipts, MachineEvidence evidence) {}

    /**
     * A plan with what has to be agreed to.
     *
     * @param unseen why the plan is not all there is, empty = it is
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PlanAnswer(
            DrainPlan plan, String unseen, boolean losesPods, boolean mayLoseData, String disruptionBudgets) {}

    private final Nodes nodes;
    private final DrainPlans plans;
    private final NodeLooks looks;
    private final NodeEvidence evidence;
    private final Machines machines;
    private final Readers readers;

    NodesController(
            Nodes nodes, DrainPlans plans, NodeLooks looks, NodeEvidence evidence, Machines machines, Readers readers) {
        this.nodes = nodes;
        this.plans = plans;
        this.looks = looks;
        this.evidence = evidence;
        this.machines = machines;
        this.readers = readers;
    }

    @GetMapping
    @Operation(
            summary = "Nodes, and machines without a cluster, with what looks at them found",
            description = "Numbers of checks and vulnerabilities are null where they are unknown: `looked` says why.")
    Page<ListedNode> nodes(@ParameterObject ListParameters parameters) {
        return nodes.page(parameters.request(), readers.scope());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A node: what its kubelet says, how fresh its evidence is, and what became of it")
    NodeDetail node(@PathVariable UUID id) {
        return nodes.get(id, readers.scope());
    }

    @GetMapping("/{id}/drain-plan")
    @Operation(
            summary = "What emptying a node would do, before anything is done",
            description =
                    "Each pod with its fate: LOST (nothing makes it anew), NOWHERE (no other node fits), INTERRUPTED (no"
                            + " second replica elsewhere), MOVES, ENDED, STAYS. Made of the inventory.")
    PlanAnswer drainPlan(@PathVariable UUID id) {
        DrainPlans.Planned planned = plans.of(id, readers.scope());
        return new PlanAnswer(
                planned.plan(), planned.unseen(), planned.losesPods(), planned.mayLoseData(), DrainPlans.BUDGETS);
    }

    @GetMapping("/{id}/evidence")
    @Operation(summary = "What a look at a node found, and what was received before")
    EvidenceAnswer evidence(@PathVariable UUID id) {
        NodeEvidence.Held held = evidence.of(id, readers.scope());
        return new EvidenceAnswer(held.state(), evidence.receipts(id, readers.scope()), held.evidence());
    }

    @PostMapping(path = "/{id}/evidence", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = TAKES,
            description = WHAT,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    EvidenceState accept(
            @PathVariable UUID id,
            @Parameter(description = "Take it though it is another machine's, or older than what is held")
                    @RequestParam(defaultValue = "false")
                    boolean force,
            HttpServletRequest request)
            throws IOException {
        return evidence.accept(id, request.getInputStream().readAllBytes(), force);
    }

    /**
     * What an agent is to do.
     *
     * @param order the order to look, {@code null} = there is none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LookAnswer(@Nullable UUID order) {}

    @PostMapping("/looks")
    @Operation(
            summary = "Whether somebody wants the machine of a node looked at anew",
            description =
                    "For the agent on the machine, which asks again and again. The evidence that it brings ends the order.")
    LookAnswer look(
            @Parameter(description = "Name or id of the cluster") @RequestParam String cluster,
            @Parameter(description = "Name of the node") @RequestParam String node) {
        return new LookAnswer(looks.asked(evidence.nodeOf(cluster, node)).orElse(null));
    }

    @PostMapping(path = "/evidence", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = TAKES + ", found by its name, or as that of a machine without a cluster",
            description = WHAT,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    EvidenceState acceptByName(
            @Parameter(
                            description =
                                    "Name or id of the cluster; without it and a node: a machine that belongs to no cluster")
                    @RequestParam(defaultValue = "")
                    String cluster,
            @Parameter(description = "Name of the node") @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "false") boolean force,
            HttpServletRequest request)
            throws IOException {
        if (cluster.isBlank() != node.isBlank()) {
            throw new InvalidRequest(
                    "cluster, node",
                    cluster + ", " + node,
                    "the names of both, or of none for a machine without a cluster");
        }
        byte[] json = request.getInputStream().readAllBytes();
        return cluster.isBlank()
                ? machines.accept(json, force)
                : evidence.accept(evidence.nodeOf(cluster, node), json, force);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Forgets a machine without a cluster, or a node that vanished, with its evidence",
            description = "A node that its cluster has is refused: it would come back at once. For administrators.")
    void forget(@PathVariable UUID id) {
        machines.forget(id);
    }
}
