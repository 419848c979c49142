package dev.breakwater.central.detection.web;

import dev.breakwater.central.detection.Assignee;
import dev.breakwater.central.detection.DecisionOutcome;
import dev.breakwater.central.detection.Selection;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Decisions over violations. Each takes either a filter ({@code q}) or ids; {@code dryRun=true} answers what would change
 * and changes nothing.
 */
@RestController
@RequestMapping("/api/v1/violations")
@Tag(name = "Violations")
class DecisionController {

    private static final String IF_MATCH = "ETag of the violation, where a single id is given";

    /** @param assignee absent = nobody */
    record Assignment(
            @Nullable String q,
            @Nullable List<UUID> ids,
            @Nullable Assignee assignee,
            @Nullable String reason) {}

    record Remark(
            @Nullable String q,
            @Nullable List<UUID> ids,
            @NotNull String body) {}

    record Reasoned(
            @Nullable String q,
            @Nullable List<UUID> ids,
            @Nullable String reason) {}

    record Acceptance(
            @Nullable String q,
            @Nullable List<UUID> ids,
            @NotNull String reason,
            @NotNull Instant until) {}

    private final Triage triage;
    private final Readers readers;

    DecisionController(Triage triage, Readers readers) {
        this.triage = triage;
        this.readers = readers;
    }

    @PostMapping("/assign")
    @Operation(summary = "Gives violations to a person or a team, or to nobody")
    DecisionOutcome assign(
            @Valid @RequestBody Assignment body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(description = IF_MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch) {
        return triage.assign(
                selection(body.q(), body.ids(), ifMatch),
                body.assignee(),
                text(body.reason()),
                dryRun,
                readers.scope());
    }

    @PostMapping("/comment")
    @Operation(summary = "Writes the same comment to violations; plain text of up to 4,000 characters")
    DecisionOutcome comment(@Valid @RequestBody Remark body, @RequestParam(defaultValue = "false") boolean dryRun) {
        return triage.comment(selection(body.q(), body.ids(), null), body.body(), dryRun, readers.scope());
    }

    @PostMapping("/resolve")
    @Operation(
            summary = "Resolves violations that cannot be judged any more, by the word of somebody who looked",
            description = "One whose cause is still there is refused: mend it, accept it until a date, or exclude it.")
    DecisionOutcome resolve(
            @Valid @RequestBody Reasoned body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(description = IF_MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch) {
        return triage.resolve(selection(body.q(), body.ids(), ifMatch), text(body.reason()), dryRun, readers.scope());
    }

    @PostMapping("/reopen")
    @Operation(summary = "Opens violations that were accepted, or resolved by hand")
    DecisionOutcome reopen(
            @Valid @RequestBody Reasoned body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(description = IF_MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch) {
        return triage.reopen(selection(body.q(), body.ids(), ifMatch), text(body.reason()), dryRun, readers.scope());
    }

    @PostMapping("/accept")
    @Operation(
            summary = "Bears violations until a date",
            description = "With a filter such as `cluster:prod` this accepts what is there, so that what opens from now"
                    + " on is what is new. One that is mended and comes back is new.")
    DecisionOutcome accept(
            @Valid @RequestBody Acceptance body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(description = IF_MATCH) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch) {
        return triage.accept(
                selection(body.q(), body.ids(), ifMatch), body.reason(), body.until(), dryRun, readers.scope());
    }

    @PostMapping("/decisions/{id}/undo")
    @Operation(summary = "Puts back what a decision of the last week changed, where nothing has changed it since")
    DecisionOutcome undo(@PathVariable UUID id) {
        return triage.undo(id, readers.scope());
    }

    private static Selection selection(@Nullable String q, @Nullable List<UUID> ids, @Nullable String ifMatch) {
        Integer decisions = EntityTag.decisions(ifMatch);
        if (decisions != null && (ids == null || ids.size() != 1)) {
            throw new InvalidRequest("If-Match", String.valueOf(ifMatch), "nothing unless a single id is given");
        }
        return new Selection(q, ids, decisions);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
