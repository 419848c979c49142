package dev.breakwater.central.policy.web;

import dev.breakwater.central.platform.Page;
import dev.breakwater.central.policy.CriteriaCatalogue;
import dev.breakwater.central.policy.CriterionView;
import dev.breakwater.engine.policy.PolicySchema;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What policies can be made of. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies")
class CriteriaController {

    @GetMapping("/criteria")
    @Operation(
            summary = "Everything that a policy can ask",
            description =
                    "With its values, how they combine, when it can be judged, and whether its facts arrive here.")
    Page<CriterionView> criteria() {
        return new Page<>(CriteriaCatalogue.all(), null);
    }

    @GetMapping(path = "/schema", produces = "application/schema+json")
    @Operation(summary = "The JSON Schema of a policy document")
    String schema() {
        return PolicySchema.json();
    }
}
