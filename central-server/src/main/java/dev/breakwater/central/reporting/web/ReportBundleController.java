package dev.breakwater.central.reporting.web;

import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.reporting.SealedReports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports as evidence. */
@RestController
@RequestMapping("/api/v1/reports/jobs/{id}/bundle")
@Tag(name = "Reports")
class ReportBundleController {

    private final SealedReports reports;
    private final Readers readers;

    ReportBundleController(SealedReports reports, Readers readers) {
        this.reports = reports;
        this.readers = readers;
    }

    @GetMapping(produces = "application/zip")
    @Operation(summary = "All files of a report with their signed manifest, as one file for bwctl report verify")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    void bundle(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        SealedReports.Bundle bundle = reports.bundle(id, readers.scope());
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(bundle.name(), StandardCharsets.US_ASCII)
                        .build()
                        .toString());
        bundle.content().to(response.getOutputStream());
    }
}
