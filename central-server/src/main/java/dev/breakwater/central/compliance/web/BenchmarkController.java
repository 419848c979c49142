package dev.breakwater.central.compliance.web;

import dev.breakwater.central.compliance.BenchmarkChoice;
import dev.breakwater.central.compliance.BenchmarkChoices;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.platform.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which version of CIS Kubernetes clusters are held to. */
@RestController
@RequestMapping("/api/v1/compliance/benchmarks")
@Tag(name = "Compliance")
class BenchmarkController {

    record ChoiceBody(@NotBlank String standard) {}

    private final BenchmarkChoices choices;
    private final ComplianceRuns runs;
    private final Readers readers;

    BenchmarkController(BenchmarkChoices choices, ComplianceRuns runs, Readers readers) {
        this.choices = choices;
        this.runs = runs;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Which version of CIS Kubernetes fits each cluster, and which one people chose in its place")
    List<BenchmarkChoice> all() {
        return choices.all(readers.scope());
    }

    @PutMapping("/{cluster}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Holds a cluster to a version of CIS Kubernetes, whatever its nodes run")
    void choose(@PathVariable UUID cluster, @Valid @RequestBody ChoiceBody body) {
        choices.choose(cluster, body.standard());
        runs.run(cluster, "another benchmark was chosen");
    }

    @DeleteMapping("/{cluster}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Holds a cluster to the version of CIS Kubernetes that fits it again")
    void withdraw(@PathVariable UUID cluster) {
        choices.withdraw(cluster);
        runs.run(cluster, "the choice of a benchmark was taken back");
    }
}
