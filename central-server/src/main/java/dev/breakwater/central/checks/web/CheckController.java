package dev.breakwater.central.checks.web;

import dev.breakwater.central.checks.GateRun;
import dev.breakwater.central.checks.GateRuns;
import dev.breakwater.central.checks.ManifestChecks;
import dev.breakwater.central.checks.ManifestChecks.Target;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import dev.breakwater.manifests.check.ReportJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The gate: what would violate a policy if it were delivered. */
@RestController
@RequestMapping("/api/v1/checks")
@Tag(name = "Checks")
class CheckController {

    private final ManifestChecks checks;
    private final GateRuns runs;
    private final Readers readers;
    private final JsonMapper json;

    CheckController(ManifestChecks checks, GateRuns runs, Readers readers, JsonMapper json) {
        this.checks = checks;
        this.runs = runs;
        this.readers = readers;
        this.json = json;
    }

    @PostMapping(
            value = "/manifests",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/yaml", "application/x-yaml", "text/yaml"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Judges manifests by the enabled deploy policies; the answer has the form of bwctl check -o json",
            description =
                    "What the manifests do not show, and the cluster is not known to lack, is unknown. An object in"
                            + " the answer is named by its place among those sent (index) and its line. Besides it tells the"
                            + " texts of the policies that it names (rules).",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description =
                                    "Manifests as YAML or JSON, one or many, Lists too; at most 8 MiB and 5000 objects",
                            content = {
                                @Content(mediaType = "application/yaml", schema = @Schema(type = "string")),
                                @Content(mediaType = "application/json", schema = @Schema(type = "object"))
                            }))
    ObjectNode manifests(
            HttpServletRequest request,
            @Parameter(description = "Name or id of the cluster that they are for: what is known of it counts too")
                    @RequestParam(defaultValue = "")
                    String cluster,
            @Parameter(description = "The manifests are all that the cluster holds: what is not in them does not exist")
                    @RequestParam(defaultValue = "false")
                    boolean complete,
            @Parameter(description = "Keep the run. Not for analysts") @RequestParam(defaultValue = "false")
                    boolean record,
            @ParameterObject GateParameters gate)
            throws IOException {
        Target target = new Target(cluster, complete);
        if (!record) {
            gate.refuseGiven();
            return ReportJson.withRules(checks.check(text(request), target, readers.scope()));
        }
        GateRuns.Recorded recorded = runs.check(text(request), target, gate.gate(), readers.scope());
        ObjectNode answer = ReportJson.withRules(recorded.report());
        answer.set("run", json.valueToTree(recorded.run()));
        return answer;
    }

    @GetMapping
    @Operation(summary = "The checks that were kept, newest first")
    Page<GateRun> list(@ParameterObject ListParameters parameters) {
        return runs.list(parameters.request(), readers.scope());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A check that was kept, with its gravest findings and its workloads")
    GateRuns.Detail get(@PathVariable UUID id) {
        return runs.get(id, readers.scope());
    }

    private static String text(HttpServletRequest request) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(request.getInputStream().readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidRequest("body", "not UTF-8", "text in UTF-8");
        }
    }
}
