package dev.breakwater.central.overview.web;

import dev.breakwater.central.overview.ExportFormat;
import dev.breakwater.central.overview.Exports;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ExportParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whole lists, streamed. */
@RestController
@RequestMapping("/api/v1/export")
@Tag(name = "Exports")
class ExportController {

    private final Exports exports;
    private final Readers readers;

    ExportController(Exports exports, Readers readers) {
        this.exports = exports;
        this.readers = readers;
    }

    @GetMapping({"/{list}", "/{folder}/{list}"})
    @Operation(summary = "Everything of a list that matches, as NDJSON (workloads with their details) or as CSV")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    void export(
            @Parameter(
                            description = "Where the list is a part of another: vulnerabilities, compliance",
                            schema = @Schema(allowableValues = {"vulnerabilities", "compliance"}))
                    @PathVariable(required = false)
                    @Nullable
                    String folder,
            @PathVariable
                    @Parameter(
                            description = "Name of the list's collection",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "acceptances",
                                                "audit-log",
                                                "checks",
                                                "clusters",
                                                "components",
                                                "exceptions",
                                                "exclusions",
                                                "findings",
                                                "images",
                                                "namespaces",
                                                "nodes",
                                                "owners",
                                                "policies",
                                                "results",
                                                "scans",
                                                "secrets",
                                                "service-accounts",
                                                "violations",
                                                "vulnerabilities",
                                                "workloads"
                                            }))
                    String list,
            @ParameterObject ExportParameters parameters,
            HttpServletResponse response) {
        exports.write(
                folder == null ? list : folder + "/" + list,
                ExportFormat.of(parameters.format()),
                parameters.filter(),
                parameters.order(),
                readers.scope(),
                (mediaType, fileName) -> {
                    response.setContentType(mediaType);
                    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                    response.setHeader(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(fileName)
                                    .build()
                                    .toString());
                    return response.getWriter();
                });
    }
}
