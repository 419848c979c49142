package dev.breakwater.central.nodes.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.breakwater.central.nodes.NodeActions;
import dev.breakwater.central.nodes.NodeActions.Offer;
import dev.breakwater.central.nodes.NodeActions.Wish;
import dev.breakwater.central.nodes.NodeOrder;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.engine.model.NodeAction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is ordered to be done to nodes. */
@RestController
@RequestMapping("/api/v1/nodes/{id}/actions")
@Tag(name = "Nodes")
class NodeActionsController {

    /** What can be ordered, and what was. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ActionsAnswer(List<Offer> offers, List<NodeOrder> orders) {}

    /** What is to be done. */
    record ActionRequest(
            @Schema(
                    allowableValues = {"CORDON", "UNCORDON", "DRAIN", "LOOK"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String action,

            @Schema(description = "Why, 1 to 500 characters", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @Schema(description = "DRAIN: evict pods that nothing makes anew, too") @Nullable
            Boolean losePods,

            @Schema(description = "DRAIN: evict pods that keep data on the node, too") @Nullable
            Boolean loseData) {}

    private final NodeActions actions;
    private final Readers readers;

    NodeActionsController(NodeActions actions, Readers readers) {
        this.actions = actions;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "What can be done to a node, and what was ordered to be done, newest first")
    ActionsAnswer actions(@PathVariable UUID id) {
        return new ActionsAnswer(actions.offers(id, readers.scope()), actions.of(id, readers.scope()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Orders that something be done to a node",
            description =
                    "Isolates it (CORDON), takes that back (UNCORDON), empties it (DRAIN), or has its machine looked at"
                            + " anew (LOOK). The sensor of the cluster, or the agent on the machine, has the last word: what came of it"
                            + " is in the list of orders. The same order once more while it is on its way answers that one. For"
                            + " administrators.")
    NodeOrder order(@PathVariable UUID id, @RequestBody ActionRequest request) {
        String wanted = request.action() == null ? "" : request.action();
        NodeAction action = NodeAction.of(wanted)
                .orElseThrow(() -> new InvalidRequest(
                        "action",
                        wanted,
                        String.join(
                                ", ",
                                Arrays.stream(NodeAction.values())
                                        .map(NodeAction::name)
                                        .toList())));
        return actions.order(
                id,
                new Wish(
                        action,
                        request.reason() == null ? "" : request.reason(),
                        Boolean.TRUE.equals(request.losePods()),
                        Boolean.TRUE.equals(request.loseData())));
    }

    @DeleteMapping("/{order}")
    @Operation(summary = "Takes back an order that the sensor does not have yet")
    NodeOrder withdraw(@PathVariable UUID id, @PathVariable UUID order) {
        return actions.withdraw(id, order);
    }
}
