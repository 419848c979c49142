package dev.breakwater.central.detection.web;

import dev.breakwater.central.detection.ViolationEvent;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/violations")
@Tag(name = "Violations")
class ViolationController {

    /** A violation with what happened to it. */
    record Detail(ViolationRow violation, List<ViolationEvent> history) {}

    private final Violations violations;
    private final Readers readers;

    ViolationController(Violations violations, Readers readers) {
        this.violations = violations;
        this.readers = readers;
    }

    @GetMapping
    Page<ViolationRow> list(@ParameterObject ListParameters parameters) {
        return violations.list(parameters.request(), readers.scope());
    }

    @GetMapping("/{id}")
    Detail get(@PathVariable UUID id) {
        return new Detail(violations.get(id, readers.scope()), violations.history(id, readers.scope()));
    }
}
