package dev.breakwater.central.overview.web;

import dev.breakwater.central.detection.ViolationTrend;
import dev.breakwater.central.detection.ViolationTrends;
import dev.breakwater.central.overview.Board;
import dev.breakwater.central.overview.Coverage;
import dev.breakwater.central.overview.Overview;
import dev.breakwater.central.overview.Summary;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Overview")
class OverviewController {

    private static final String PLACE = "Filter with the fields cluster, namespace and platform";
    private static final String DAYS = "How many days, today included; 1 to 400";

    private final Summary summary;
    private final Coverage coverage;
    private final Overview overview;
    private final ViolationTrends trends;
    private final Readers readers;

    OverviewController(Summary summary, Coverage coverage, Overview overview, ViolationTrends trends, Readers readers) {
        this.summary = summary;
        this.coverage = coverage;
        this.overview = overview;
        this.trends = trends;
        this.readers = readers;
    }

    /** 200 when what was expected at start is read and judged, 503 with the progress before that. */
    @GetMapping("/summary")
    ResponseEntity<Summary.Figures> summary() {
        Summary.Figures figures = summary.figures(readers.scope());
        return ResponseEntity.status(figures.ready() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(figures);
    }

    @GetMapping("/coverage")
    Coverage.Report coverage() {
        return coverage.report(readers.scope());
    }

    @GetMapping("/overview")
    @Operation(
            summary =
                    "What the overview shows: open violations by severity, category and owner, the riskiest workloads,"
                            + " coverage, clusters, trend")
    Board overview(
            @Parameter(description = PLACE) @RequestParam(defaultValue = "") String q,
            @Parameter(description = DAYS) @RequestParam(defaultValue = "90") int days) {
        return overview.board(PlaceFilter.parse(q), days, readers.scope());
    }

    @GetMapping("/trends/violations")
    @Operation(
            summary = "Open, opened and closed violations of each day, and how long fixing took",
            description = "Days are those of UTC. Days before the first that is known are absent.")
    ViolationTrend violationTrend(
            @Parameter(description = PLACE) @RequestParam(defaultValue = "") String q,
            @Parameter(description = DAYS) @RequestParam(defaultValue = "90") int days) {
        return trends.trend(PlaceFilter.parse(q), days, readers.scope());
    }
}
