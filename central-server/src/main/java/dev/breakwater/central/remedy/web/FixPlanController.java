package dev.breakwater.central.remedy.web;

import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.remedy.FixPlans;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Risk")
class FixPlanController {

    private final FixPlans plans;
    private final Readers readers;

    FixPlanController(FixPlans plans, Readers readers) {
        this.plans = plans;
        this.readers = readers;
    }

    @GetMapping("/fix-plan")
    @Operation(
            summary = "Which upgrades to make first, each with the drop of the score that the risk engine tells",
            description = "q takes the fields cluster, namespace, platform and owner; limit is the number of steps.")
    FixPlans.Plan plan(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "" + FixPlans.USUAL_STEPS) int limit) {
        return plans.plan(PlaceFilter.parseOwned(q), limit, readers.scope());
    }

    @GetMapping("/images/{image}/fix-plan")
    @Operation(
            summary =
                    "Which upgrades to make first in one image, each with the drop of the scores of the workloads that run it",
            description =
                    "The image is named by a digest that it is known by, or by its id; limit is the number of steps.")
    FixPlans.Plan ofImage(
            @PathVariable String image, @RequestParam(defaultValue = "" + FixPlans.USUAL_STEPS) int limit) {
        return plans.ofImage(image, limit, readers.scope());
    }
}
