package dev.breakwater.central.overview.web;

import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Busy;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ExportParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whole lists, streamed. Written on the request's own thread: a dispatch to another one would have to sign the reader in
 * again.
 */
@RestController
@RequestMapping("/api/v1/export")
@Tag(name = "Exports")
class ExportController {

    /** Exports at a time; each holds a database connection for as long as its reader takes. */
    private static final int AT_A_TIME = 4;

    private final Workloads workloads;
    private final Violations violations;
    private final Readers readers;
    private final JsonMapper json;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    ExportController(Workloads workloads, Violations violations, Readers readers, JsonMapper json) {
        this.workloads = workloads;
        this.violations = violations;
        this.readers = readers;
        this.json = json;
    }

    @GetMapping("/workloads")
    @Operation(summary = "All workloads that match, with their details as NDJSON or as CSV")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    void workloads(@ParameterObject ExportParameters parameters, HttpServletResponse response) {
        AccessScope scope = readers.scope();
        export(
                "workloads",
                WorkloadColumns.NAMES,
                parameters,
                response,
                out -> workloads.stream(
                        parameters.filter(),
                        parameters.order(),
                        scope,
                        block -> block.forEach(detail -> out.write(detail, WorkloadColumns.of(detail.workload())))));
    }

    @GetMapping("/violations")
    @Operation(summary = "All violations that match, as NDJSON or as CSV")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    void violations(@ParameterObject ExportParameters parameters, HttpServletResponse response) {
        AccessScope scope = readers.scope();
        export(
                "violations",
                ViolationColumns.NAMES,
                parameters,
                response,
                out -> violations.stream(
                        parameters.filter(),
                        parameters.order(),
                        scope,
                        row -> out.write(row, ViolationColumns.of(row))));
    }

    private void export(
            String name,
            List<String> columns,
            ExportParameters parameters,
            HttpServletResponse response,
            Consumer<ExportWriter> source) {
        ExportFormat format = ExportFormat.of(parameters.format());
        if (!places.tryAcquire()) {
            throw new Busy("There are " + AT_A_TIME + " exports already.");
        }
        try {
            ExportWriter out = new ExportWriter(response, format, name, columns, json);
            source.accept(out);
            out.close();
        } finally {
            places.release();
        }
    }
}
