package dev.breakwater.central.overview.web;

import dev.breakwater.central.overview.Coverage;
import dev.breakwater.central.overview.Summary;
import dev.breakwater.central.platform.Readers;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Overview")
class OverviewController {

    private final Summary summary;
    private final Coverage coverage;
    private final Readers readers;

    OverviewController(Summary summary, Coverage coverage, Readers readers) {
        this.summary = summary;
        this.coverage = coverage;
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
}
