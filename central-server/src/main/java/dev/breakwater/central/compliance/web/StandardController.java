package dev.breakwater.central.compliance.web;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.OwnStandard;
import dev.breakwater.central.compliance.OwnStandards;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.engine.compliance.Standard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The standards that are checked, and those that people write. */
@RestController
@RequestMapping("/api/v1/compliance/standards")
@Tag(name = "Compliance")
@PreAuthorize("isAuthenticated()")
class StandardController {

    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";

    private final Compliance compliance;
    private final ComplianceRuns runs;
    private final OwnStandards own;

    StandardController(Compliance compliance, ComplianceRuns runs, OwnStandards own) {
        this.compliance = compliance;
        this.runs = runs;
        this.own = own;
    }

    @GetMapping
    @Operation(summary = "The standards that are checked, with their controls")
    List<Standard> standards() {
        return compliance.standards();
    }

    @GetMapping("/own")
    @Operation(summary = "Standards and profiles that people wrote, with what was deleted")
    List<OwnStandard> own() {
        return own.list();
    }

    @GetMapping("/{id}")
    @Operation(summary = "A standard with its controls")
    Standard standard(@PathVariable String id) {
        return compliance.standards().stream()
                .filter(standard -> standard.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("standard", id));
    }

    @GetMapping("/{id}/document")
    @Operation(summary = "A standard or profile that people wrote, with its YAML and version")
    OwnStandard document(@PathVariable String id) {
        return own.get(id);
    }

    @PostMapping(
            path = "/check",
            consumes = {YAML, JSON})
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "What would be saved; nothing is changed")
    OwnStandard check(@RequestBody String yaml) {
        return own.check(yaml);
    }

    @PostMapping(consumes = {YAML, JSON})
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Takes a standard or profile; its results follow at once")
    OwnStandard create(@RequestBody String yaml) {
        return addUp(own.save(null, null, yaml), "was written");
    }

    @PutMapping(
            path = "/{id}",
            consumes = {YAML, JSON})
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Replaces a standard or profile; with version only if nobody changed it since")
    OwnStandard replace(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestBody String yaml) {
        return addUp(own.save(id, version, yaml), "was changed");
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Deletes a standard or profile; it can be brought back")
    void delete(@PathVariable String id) {
        own.delete(id);
        runs.run("the standard " + id + " was deleted");
    }

    @PostMapping("/{id}/restore")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Brings a deleted standard or profile back")
    OwnStandard restore(@PathVariable String id) {
        return addUp(own.restore(id), "was brought back");
    }

    private OwnStandard addUp(OwnStandard saved, String what) {
        runs.run("the standard " + saved.id() + " " + what);
        return saved;
    }
}
