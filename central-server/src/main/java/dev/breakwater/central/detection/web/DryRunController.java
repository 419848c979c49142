package dev.breakwater.central.detection.web;

import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.central.detection.DryRuns;
import dev.breakwater.central.detection.DryRuns.Progress;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.policy.WrittenPolicy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a policy would do before it is saved. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies")
class DryRunController {

    private final DryRuns runs;
    private final Readers readers;

    DryRunController(DryRuns runs, Readers readers) {
        this.runs = runs;
        this.readers = readers;
    }

    @PostMapping(
            path = "/dry-run",
            consumes = {"application/json", "application/yaml"})
    @Operation(
            summary = "What a policy would do once it is saved",
            description =
                    "The body is a canonical document. With the id of a saved policy the answer is compared with its"
                            + " violations, else with nothing. All workloads that the reader may see are judged; nothing is written.")
    DryRunReport run(@RequestBody String body) {
        return runs.run(WrittenPolicy.read(body).policy(), readers.scope(), Progress.UNWATCHED);
    }
}
