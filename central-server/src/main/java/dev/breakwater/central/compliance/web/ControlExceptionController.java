package dev.breakwater.central.compliance.web;

import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlExceptions;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What does not count as failing for a time. */
@RestController
@RequestMapping("/api/v1/compliance/exceptions")
@Tag(name = "Compliance")
class ControlExceptionController {

    /**
     * An exception that is asked for.
     *
     * @param check one check, or {@code standard} with {@code control} for all of that control
     * @param namespace left out = the whole cluster
     * @param kind with {@code name} one object, left out = every object of the place
     */
    record ControlExceptionBody(
            @Nullable String check,
            @Nullable String standard,
            @Nullable String control,
            @NotNull UUID clusterId,
            @Nullable String namespace,
            @Nullable String kind,
            @Nullable String name,
            @NotBlank String reason,
            @NotNull Instant endsAt) {

        ControlException.Wish wish() {
            return new ControlException.Wish(
                    text(check),
                    text(standard),
                    text(control),
                    clusterId,
                    text(namespace),
                    text(kind),
                    text(name),
                    reason.strip(),
                    endsAt);
        }
    }

    /** What to say of a decision. */
    record ControlExceptionNote(@Nullable String note) {}

    private final ControlExceptions exceptions;
    private final ComplianceRuns runs;
    private final Readers readers;

    ControlExceptionController(ControlExceptions exceptions, ComplianceRuns runs, Readers readers) {
        this.exceptions = exceptions;
        this.runs = runs;
        this.readers = readers;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String said(@Nullable ControlExceptionNote said) {
        return said == null ? "" : text(said.note());
    }

    @GetMapping
    @Operation(summary = "Exceptions of controls, with those that wait and those that are over")
    Page<ControlException> list(@ParameterObject ListParameters parameters) {
        return exceptions.list(parameters.request(), readers.scope());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Asks for an exception; another person has to approve it")
    ControlException request(@Valid @RequestBody ControlExceptionBody body) {
        return exceptions.request(body.wish(), readers.scope());
    }

    @PostMapping("/{id}/approve")
    @Operation(summary = "Lets it hold; not by who asked for it")
    ControlException approve(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable ControlExceptionNote body) {
        ControlException approved = exceptions.approve(id, said(body), readers.scope());
        runs.run(approved.clusterId(), "an exception was approved");
        return approved;
    }

    @PostMapping("/{id}/deny")
    @Operation(summary = "Refuses it")
    ControlException deny(@PathVariable UUID id, @RequestBody(required = false) @Nullable ControlExceptionNote body) {
        return exceptions.deny(id, said(body), readers.scope());
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "Ends it: what it was about counts again")
    ControlException end(@PathVariable UUID id, @RequestBody(required = false) @Nullable ControlExceptionNote body) {
        ControlException ended = exceptions.end(id, said(body), readers.scope());
        runs.run(ended.clusterId(), "an exception was ended");
        return ended;
    }
}
