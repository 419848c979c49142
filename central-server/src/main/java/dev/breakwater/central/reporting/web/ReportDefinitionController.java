package dev.breakwater.central.reporting.web;

import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDestination;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportJobs;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportSchedule;
import dev.breakwater.central.reporting.Reports;
import dev.breakwater.central.reporting.ScheduleWords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** Reports that are defined once and made again and again. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class ReportDefinitionController {

    record DestinationBody(
            @NotNull String kind,
            @Nullable String target,
            @Nullable Map<@NotNull String, @NotNull String> settings) {}

    record ScheduleBody(
            @NotNull String cron,
            @Nullable String zone,
            @Nullable Boolean enabled) {}

    /**
     * @param packing one signed zip unless given
     * @param version of the definition that was seen; only for a change
     */
    record ReportBody(
            @NotNull String name,
            @NotNull ReportKind kind,
            @Nullable List<@NotNull String> standards,
            @Nullable List<@NotNull String> clusters,
            @Nullable String q,
            @Nullable UUID viewId,
            @NotNull Set<@NotNull ReportFormat> formats,
            @Valid @Nullable ScheduleBody schedule,
            @Nullable Integer keepDays,
            @Valid @Nullable List<@NotNull DestinationBody> destinations,
            ReportDraft.@Nullable Packing packing,
            @Nullable Integer version) {

        ReportDraft draft() {
            return new ReportDraft(
                    name.strip(),
                    kind,
                    Objects.requireNonNullElse(standards, List.of()),
                    Objects.requireNonNullElse(clusters, List.of()),
                    Objects.requireNonNullElse(q, "").strip(),
                    viewId,
                    formats,
                    schedule == null
                            ? null
                            : new ReportSchedule(
                                    schedule.cron(),
                                    Objects.requireNonNullElse(schedule.zone(), "UTC"),
                                    !Boolean.FALSE.equals(schedule.enabled())),
                    keepDays == null ? ReportDraft.USUAL_DAYS : keepDays,
                    Objects.requireNonNullElse(destinations, List.<DestinationBody>of()).stream()
                            .map(to -> new ReportDestination(
                                    to.kind(),
                                    Objects.requireNonNullElse(to.target(), ""),
                                    Objects.requireNonNullElse(to.settings(), Map.of())))
                            .toList(),
                    Objects.requireNonNullElse(packing, ReportDraft.Packing.BUNDLE));
        }
    }

    private final Reports reports;
    private final ReportJobs jobs;
    private final Readers readers;

    ReportDefinitionController(Reports reports, ReportJobs jobs, Readers readers) {
        this.reports = reports;
        this.jobs = jobs;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Reports by filter")
    Page<ReportDefinition> list(@ParameterObject ListParameters parameters) {
        ListRequest request = parameters.request();
        return reports.list(request, readers.scope());
    }

    @GetMapping("/{id}")
    ReportDefinition get(@PathVariable UUID id) {
        return reports.get(id, readers.scope());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Defines a report; it is made with the rights of whoever saves it")
    ResponseEntity<ReportDefinition> create(@Valid @RequestBody ReportBody body) {
        ReportDefinition made = reports.create(body.draft());
        return ResponseEntity.created(URI.create("/api/v1/reports/" + made.id()))
                .body(made);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes a report, if it is still of the version that was seen")
    ReportDefinition update(@PathVariable UUID id, @Valid @RequestBody ReportBody body) {
        ReportDefinition seen = reports.get(id, readers.scope());
        return reports.update(id, body.draft(), body.version() == null ? seen.version() : body.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a report; what was made of it stays until it expires")
    void delete(@PathVariable UUID id) {
        reports.delete(id);
    }

    @PostMapping("/{id}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Makes a report now; the location tells how far it is")
    ResponseEntity<ReportJob> run(@PathVariable UUID id) {
        ReportJob job = jobs.run(id);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/reports/jobs/" + job.id()))
                .body(job);
    }

    @PostMapping(path = "/preview", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "How a report would look, with its first rows, as a page of HTML")
    ResponseEntity<String> preview(@Valid @RequestBody ReportBody body) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .body(reports.preview(body.draft(), readers.scope()));
    }

    @GetMapping("/schedule")
    @Operation(summary = "What a schedule means in words, and its next three moments")
    ScheduleWords schedule(
            @Parameter(description = "Minute, hour, day of the month, month, day of the week", example = "30 7 * * MON")
                    @RequestParam
                    String cron,
            @Parameter(description = "Time zone", example = "Europe/Berlin") @RequestParam(defaultValue = "UTC")
                    String zone) {
        return reports.schedule(cron, zone);
    }
}
