package dev.breakwater.central.checks.web;

import dev.breakwater.central.checks.GateRuns;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which gate a workload passed. */
@RestController
@RequestMapping("/api/v1/workloads")
@Tag(name = "Checks")
class WorkloadGateController {

    private final GateRuns runs;
    private final Readers readers;

    WorkloadGateController(GateRuns runs, Readers readers) {
        this.runs = runs;
        this.readers = readers;
    }

    @GetMapping("/{id}/checks")
    @Operation(
            summary = "The kept checks of a workload, newest first; none: no gate is known",
            description = "Of each it says whether what was checked is what runs (same), or only bears its name.")
    Page<GateRuns.Gated> checks(@PathVariable UUID id) {
        return new Page<>(runs.ofWorkload(id, readers.scope()), null);
    }
}
