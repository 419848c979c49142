package dev.breakwater.central.images.web;

import dev.breakwater.central.images.Verifier;
import dev.breakwater.central.images.Verifier.Kind;
import dev.breakwater.central.images.VerifierDraft;
import dev.breakwater.central.images.VerifierTest;
import dev.breakwater.central.images.Verifiers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whose signatures on images count. */
@RestController
@RequestMapping("/api/v1/signature-verifiers")
@Tag(name = "Signatures")
class VerifierController {

    record Items(List<Verifier> items) {}

    record Body(
            @Schema(description = "By which policies name it: letters, digits and . _ : / @ -") @NotNull
            String name,

            @NotNull Kind kind,

            @Schema(description = "Public keys, or certificates of authorities") @NotNull
            String pem,

            @Schema(
                    description =
                            "Whom a certificate must name: mail address, URI, host name or subject; * for any text; absent = anybody")
            @Nullable
            List<@NotNull String> subjects,

            @Schema(
                    description =
                            "Who must have vouched for that: identity provider, or issuer of the certificate; * for any text; absent = any")
            @Nullable
            List<@NotNull String> issuers,

            @Schema(
                    description =
                            "Public keys of transparency logs that are believed when they say that something was signed while a certificate was valid")
            @Nullable
            String logsPem,

            @Schema(
                    description = "Repositories that it speaks of, with their registry; * for any text; absent = all",
                    example = "[\"registry.example.com/shop/*\"]")
            @Nullable
            List<@NotNull String> images,

            @Nullable String note) {

        VerifierDraft draft() {
            return new VerifierDraft(
                    name.strip(),
                    kind,
                    pem.strip(),
                    stripped(subjects),
                    stripped(issuers),
                    Objects.requireNonNullElse(logsPem, "").strip(),
                    stripped(images),
                    Objects.requireNonNullElse(note, ""));
        }

        private static List<String> stripped(@Nullable List<String> values) {
            return values == null
                    ? List.of()
                    : values.stream().map(String::strip).toList();
        }
    }

    record Image(
            @Schema(description = "With its registry, such as registry.example.com/shop/web:1.2") @NotNull
            String image) {}

    record Tried(
            @Valid @NotNull Body verifier,

            @Schema(description = "With its registry, such as registry.example.com/shop/web:1.2") @NotNull
            String image) {}

    private final Verifiers verifiers;

    VerifierController(Verifiers verifiers) {
        this.verifiers = verifiers;
    }

    @GetMapping
    @Operation(
            summary =
                    "The signature verifiers, with how many running images each verified, did not, or is not known of")
    Items list() {
        return new Items(verifiers.list());
    }

    @GetMapping("/{id}")
    Verifier get(@PathVariable UUID id) {
        return verifiers.get(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Verifier create(@Valid @RequestBody Body body) {
        return verifiers.create(body.draft());
    }

    @PutMapping("/{id}")
    Verifier update(@PathVariable UUID id, @Valid @RequestBody Body body) {
        return verifiers.update(id, body.draft());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        verifiers.delete(id);
    }

    @PostMapping("/{id}/test")
    @Operation(summary = "Looks for signatures of an image, and tells what the verifier says of them")
    VerifierTest test(@PathVariable UUID id, @Valid @RequestBody Image body) {
        return verifiers.test(id, body.image().strip());
    }

    @PostMapping("/test")
    @Operation(summary = "The same before the verifier is kept")
    VerifierTest test(@Valid @RequestBody Tried body) {
        return verifiers.test(body.verifier().draft(), body.image().strip());
    }
}
