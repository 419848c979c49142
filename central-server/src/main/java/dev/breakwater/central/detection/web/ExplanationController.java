package dev.breakwater.central.detection.web;

import dev.breakwater.central.detection.Explanations;
import dev.breakwater.central.detection.SeenObject;
import dev.breakwater.central.detection.SuggestedFix;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.policy.StoredPolicy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands behind a violation. */
@RestController
@RequestMapping("/api/v1/violations/{id}")
@Tag(name = "Violations")
class ExplanationController {

    private final Explanations explanations;
    private final Readers readers;

    ExplanationController(Explanations explanations, Readers readers) {
        this.explanations = explanations;
        this.readers = readers;
    }

    @GetMapping("/object")
    @Operation(summary = "The object as it was read, in YAML, with the lines that the evidence stands in")
    SeenObject object(@PathVariable UUID id) {
        return explanations
                .object(id, readers.scope())
                .orElseThrow(() -> new NotFound("object of violation", id.toString()));
    }

    @GetMapping("/fix")
    @Operation(
            summary = "What mends it: in words, and where the manifest can, as a unified diff",
            description = "The diff is applied, read again and judged before it is offered: it is known to close the"
                    + " violation. It is of the object as `object` shows it.")
    SuggestedFix fix(@PathVariable UUID id) {
        return explanations.fix(id, readers.scope());
    }

    @GetMapping("/policy")
    @Operation(summary = "The policy as it was when the violation last changed")
    StoredPolicy policy(@PathVariable UUID id) {
        return explanations.policy(id, readers.scope());
    }
}
