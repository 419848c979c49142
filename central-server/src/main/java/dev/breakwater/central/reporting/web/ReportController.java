package dev.breakwater.central.reporting.web;

import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.reporting.ExecutiveSummaries;
import dev.breakwater.central.reporting.ExecutiveSummary;
import dev.breakwater.central.reporting.ReportedWorkloads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports for people who do not look at the console. */
@RestController
@RequestMapping("/api/v1/reports/summary")
@Tag(name = "Reports")
class ReportController {

    private static final String PLACE =
            "Filter with the fields cluster, namespace and platform. What the platform itself runs is left out unless it names"
                    + " that field; platform:yes,no counts everything";

    private final ExecutiveSummaries summaries;
    private final Readers readers;

    ReportController(ExecutiveSummaries summaries, Readers readers) {
        this.summaries = summaries;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "The executive summary: grade, trend, largest risks, time to fix, decisions")
    ExecutiveSummary summary(@Parameter(description = PLACE) @RequestParam(defaultValue = "") String q) {
        return summaries.summary(ReportedWorkloads.usual(PlaceFilter.parse(q)), readers.scope());
    }

    @GetMapping(path = "/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The executive summary as PDF")
    ResponseEntity<byte[]> pdf(@Parameter(description = PLACE) @RequestParam(defaultValue = "") String q) {
        byte[] pdf = summaries.pdf(summary(q));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"security-summary.pdf\"")
                .body(pdf);
    }
}
