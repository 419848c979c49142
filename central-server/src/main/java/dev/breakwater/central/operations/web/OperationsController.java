package dev.breakwater.central.operations.web;

import dev.breakwater.central.operations.DiagnosticBundle;
import dev.breakwater.central.operations.HealthSample;
import dev.breakwater.central.operations.SystemHealth;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Central's own health. */
@RestController
@RequestMapping("/api/v1/system")
@Tag(name = "System")
class OperationsController {

    private final SystemHealth health;
    private final DiagnosticBundle bundle;

    OperationsController(SystemHealth health, DiagnosticBundle bundle) {
        this.health = health;
        this.bundle = bundle;
    }

    @GetMapping("/health")
    @Operation(
            summary = "Readings of central's own health, each with its limit and what to do, and the data that grows")
    SystemHealth.Report report() {
        return health.report();
    }

    @GetMapping("/health/{name}/history")
    @Operation(summary = "A reading over the last seven days, one for a quarter of an hour, oldest first")
    Page<HealthSample> history(@PathVariable String name) {
        List<HealthSample> samples = health.history(name);
        if (samples.isEmpty()
                && health.readings().stream()
                        .noneMatch(reading -> reading.name().equals(name))) {
            throw new NotFound("reading", name);
        }
        return new Page<>(samples, null);
    }

    @GetMapping(value = "/diagnostics", produces = "application/zip")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(
            summary =
                    "A zip file for whoever helps: health, versions, settings without values that may be secret, threads")
    void diagnostics(HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=breakwater-diagnostics.zip");
        bundle.write(response.getOutputStream());
    }
}
