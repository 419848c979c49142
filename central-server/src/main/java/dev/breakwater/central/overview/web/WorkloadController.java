package dev.breakwater.central.overview.web;

import dev.breakwater.central.overview.UnjudgedPolicies;
import dev.breakwater.central.overview.UnjudgedPolicy;
import dev.breakwater.central.overview.WorkloadDetail;
import dev.breakwater.central.overview.WorkloadHistories;
import dev.breakwater.central.overview.WorkloadHistory;
import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workloads with what is known and judged of them. */
@RestController
@RequestMapping("/api/v1/workloads")
@Tag(name = "Workloads")
class WorkloadController {

    private final Workloads workloads;
    private final WorkloadHistories histories;
    private final UnjudgedPolicies unjudged;
    private final Readers readers;

    WorkloadController(Workloads workloads, WorkloadHistories histories, UnjudgedPolicies unjudged, Readers readers) {
        this.workloads = workloads;
        this.histories = histories;
        this.unjudged = unjudged;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Workloads, the riskiest first")
    Page<WorkloadRow> list(@ParameterObject ListParameters parameters) {
        return workloads.list(parameters.request(), readers.scope());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A workload with its containers, ports and volumes")
    WorkloadDetail get(@PathVariable UUID id) {
        return workloads.detail(id, readers.scope());
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "What happened to a workload and its risk, also to one that is gone")
    WorkloadHistory history(@PathVariable UUID id) {
        return histories.of(id, readers.scope());
    }

    /** What could not be judged of a workload. */
    record Unjudged(List<UnjudgedPolicy> items) {}

    @GetMapping("/{id}/unjudged-policies")
    @Operation(summary = "The policies that could not be judged for a workload, and which facts they miss")
    Unjudged unjudged(@PathVariable UUID id) {
        return new Unjudged(unjudged.of(id, readers.scope()));
    }
}
