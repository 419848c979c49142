package dev.breakwater.central.vulnerabilities.web;

import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import dev.breakwater.central.vulnerabilities.ExceptionPreview;
import dev.breakwater.central.vulnerabilities.ExceptionRequest;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Kind;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import dev.breakwater.central.vulnerabilities.Exceptions;
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

/** What people decide of vulnerabilities. */
@RestController
@RequestMapping("/api/v1/exceptions")
@Tag(name = "Exceptions")
class ExceptionController {

    /** Where an exception holds; a part that is left out means any, so that {@code {}} means everywhere. */
    record PlaceBody(
            @Nullable String cluster,
            @Nullable String namespace,
            @Nullable String label,
            @Nullable String image,
            @Nullable String component) {

        Place place() {
            return new Place(text(cluster), text(namespace), text(label), text(image), text(component));
        }
    }

    /** An exception that is asked for. */
    record ExceptionBody(
            @NotNull Kind kind,
            @NotBlank String vulnerability,
            @NotNull PlaceBody place,
            @NotBlank String reason,
            @Nullable String justification,
            @Nullable Instant endsAt,
            @Nullable Boolean untilFixed) {

        ExceptionRequest request() {
            return new ExceptionRequest(
                    kind,
                    vulnerability.strip(),
                    place.place(),
                    reason,
                    text(justification),
                    endsAt,
                    untilFixed != null && untilFixed);
        }
    }

    /** What to say of a decision. */
    record ExceptionNote(@Nullable String note) {}

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private final Exceptions exceptions;
    private final Readers readers;

    ExceptionController(Exceptions exceptions, Readers readers) {
        this.exceptions = exceptions;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Exceptions, with those that wait and those that are over")
    Page<ExceptionRow> list(@ParameterObject ListParameters parameters) {
        return exceptions.list(parameters.request(), readers.scope());
    }

    @GetMapping("/{id}")
    ExceptionRow get(@PathVariable UUID id) {
        return exceptions.get(id, readers.scope());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Asks for an exception; another person has to approve it",
            description =
                    "`place` says where it holds and has to be there: `{}` means everywhere. 409 if the same waits or holds already.")
    ExceptionRow request(@Valid @RequestBody ExceptionBody body) {
        return exceptions.request(body.request(), readers.scope());
    }

    @PostMapping("/preview")
    @Operation(summary = "What an exception would hide; nothing is changed")
    ExceptionPreview preview(@Valid @RequestBody ExceptionBody body) {
        return exceptions.preview(body.request(), readers.scope());
    }

    @GetMapping("/{id}/preview")
    @Operation(summary = "What an exception would hide, or hides now")
    ExceptionPreview preview(@PathVariable UUID id) {
        return exceptions.preview(id, readers.scope());
    }

    @PostMapping("/{id}/approve")
    @Operation(summary = "Lets it hold; not by who asked for it")
    ExceptionRow approve(@PathVariable UUID id, @RequestBody(required = false) @Nullable ExceptionNote note) {
        return exceptions.approve(id, said(note), readers.scope());
    }

    @PostMapping("/{id}/deny")
    @Operation(summary = "Refuses it; the note says why and has to be there")
    ExceptionRow deny(@PathVariable UUID id, @RequestBody(required = false) @Nullable ExceptionNote note) {
        return exceptions.deny(id, said(note), readers.scope());
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "Ends it: what it hid counts again")
    ExceptionRow end(@PathVariable UUID id, @RequestBody(required = false) @Nullable ExceptionNote note) {
        return exceptions.end(id, said(note), readers.scope());
    }

    private static String said(@Nullable ExceptionNote note) {
        return note == null ? "" : text(note.note());
    }
}
