package dev.breakwater.central.detection.web;

import dev.breakwater.central.detection.Assignee;
import dev.breakwater.central.detection.Comment;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.detection.ViolationEvent;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/violations")
@Tag(name = "Violations")
class ViolationController {

    /** A violation with what happened to it, newest first, and what was said of it, oldest first. */
    record Detail(ViolationRow violation, List<ViolationEvent> history, List<Comment> comments) {}

    private final Violations violations;
    private final Triage triage;
    private final Readers readers;

    ViolationController(Violations violations, Triage triage, Readers readers) {
        this.violations = violations;
        this.triage = triage;
        this.readers = readers;
    }

    @GetMapping
    Page<ViolationRow> list(@ParameterObject ListParameters parameters) {
        return violations.list(parameters.request(), readers.scope());
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "A violation with its history and comments",
            description = "The ETag counts the decisions of people; send it as If-Match with a decision over this one.")
    ResponseEntity<Detail> get(@PathVariable UUID id) {
        AccessScope scope = readers.scope();
        ViolationRow violation = violations.get(id, scope);
        return ResponseEntity.ok()
                .eTag(EntityTag.of(violation.decisions()))
                .body(new Detail(violation, violations.history(id, scope), triage.comments(id, scope)));
    }

    @GetMapping("/assignees")
    @Operation(summary = "To whom violations can be given: people who can sign in, and teams that own workloads")
    Page<Assignee> assignees() {
        return new Page<>(triage.assignees(), null);
    }
}
