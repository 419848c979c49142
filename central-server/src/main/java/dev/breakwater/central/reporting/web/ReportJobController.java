package dev.breakwater.central.reporting.web;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportJobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The making of reports, and their files. */
@RestController
@RequestMapping("/api/v1/reports/jobs")
@Tag(name = "Reports")
class ReportJobController {

    private final ReportJobs jobs;
    private final Readers readers;

    ReportJobController(ReportJobs jobs, Readers readers) {
        this.jobs = jobs;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Reports that were or are made, the newest first")
    Page<ReportJob> list(@ParameterObject ListParameters parameters) {
        return jobs.list(parameters.request(), readers.scope());
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far the making of a report is, and its files")
    ReportJob get(@PathVariable UUID id) {
        return jobs.get(id, readers.scope());
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Ends the making of a report")
    ReportJob cancel(@PathVariable UUID id) {
        return jobs.cancel(id);
    }

    @PostMapping("/{id}/retry")
    @Operation(summary = "Makes a report that failed again, or brings it again where it did not arrive")
    ReportJob retry(@PathVariable UUID id) {
        return jobs.retry(id);
    }

    @GetMapping("/{id}/download")
    @Operation(summary = "A file of a report, by its form or by its name")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> download(
            @PathVariable UUID id,
            @Parameter(description = "pdf, csv, json, html or oscal") @RequestParam(required = false) @Nullable
                    String format,
            @Parameter(description = "Name of the file, for what lies beside the report")
                    @RequestParam(required = false)
                    @Nullable
                    String file)
            throws IOException {
        if ((format == null) == (file == null)) {
            throw new InvalidRequest("format", String.valueOf(format), "a form, or else the name of a file");
        }
        RenderedFile found = format != null
                ? jobs.file(id, ReportFormat.of(format), readers.scope())
                : jobs.file(id, String.valueOf(file), readers.scope());
        ReportFile told = found.file();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(told.mediaType()))
                .contentLength(told.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(told))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("Digest", "sha-256=" + base64(told.sha256()))
                .body(new InputStreamResource(found.open()));
    }

    private static String disposition(ReportFile file) {
        return ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.US_ASCII)
                .build()
                .toString();
    }

    private static String base64(String hex) {
        return java.util.Base64.getEncoder()
                .encodeToString(java.util.HexFormat.of().parseHex(hex));
    }
}
