package dev.breakwater.central.detection.web;

import dev.breakwater.central.detection.ViolationGroup;
import dev.breakwater.central.detection.ViolationGroups;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Violations gathered, with counts. */
@RestController
@RequestMapping("/api/v1/violations")
@Tag(name = "Violations")
class GroupController {

    private final ViolationGroups groups;
    private final Readers readers;

    GroupController(ViolationGroups groups, Readers readers) {
        this.groups = groups;
        this.readers = readers;
    }

    @GetMapping("/by-policy")
    @Operation(summary = "Violations by policy; the filter is that of the list, the sort is weight, rows or label")
    Page<ViolationGroup> byPolicy(@ParameterObject ListParameters parameters) {
        return groups.list(ViolationGroups.By.POLICY, parameters.request(), readers.scope());
    }

    @GetMapping("/by-workload")
    @Operation(summary = "Violations by workload; the filter is that of the list, the sort is weight, rows or label")
    Page<ViolationGroup> byWorkload(@ParameterObject ListParameters parameters) {
        return groups.list(ViolationGroups.By.WORKLOAD, parameters.request(), readers.scope());
    }
}
