package dev.breakwater.central.images.web;

import dev.breakwater.central.images.Registries;
import dev.breakwater.central.images.Registry;
import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.RegistryDraft;
import dev.breakwater.central.images.RegistryTest;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where images are fetched from. Secrets are written, never read. */
@RestController
@RequestMapping("/api/v1/registries")
@Tag(name = "Registries")
class RegistryController {

    record Items(List<Registry> items) {}

    record Body(
            @NotNull String host,

            @Schema(description = "The host that it is asked before; absent = it stands for itself") @Nullable
            String mirrorOf,

            @Schema(description = "Absent = CENTRAL") @Nullable
            ScannedBy scannedBy,

            @Nullable String username,

            @Schema(description = "Certificates to trust besides those of the Java runtime") @Nullable
            String caPem,

            @Nullable Boolean plainHttp,

            @Schema(
                    description = "Password or token; absent = the one that is kept",
                    accessMode = Schema.AccessMode.WRITE_ONLY)
            @Nullable
            String secret) {

        RegistryDraft draft() {
            return new RegistryDraft(
                    host.strip(),
                    Objects.requireNonNullElse(mirrorOf, "").strip(),
                    Objects.requireNonNullElse(scannedBy, ScannedBy.CENTRAL),
                    Objects.requireNonNullElse(username, ""),
                    Objects.requireNonNullElse(caPem, ""),
                    Boolean.TRUE.equals(plainHttp),
                    secret);
        }
    }

    private final Registries registries;

    RegistryController(Registries registries) {
        this.registries = registries;
    }

    @GetMapping
    @Operation(summary = "The registries, with how many images come from each and how many could not be looked into")
    Items list() {
        return new Items(registries.list());
    }

    @GetMapping("/{id}")
    Registry get(@PathVariable UUID id) {
        return registries.get(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Registry create(@Valid @RequestBody Body body) {
        return registries.create(body.draft());
    }

    @PutMapping("/{id}")
    Registry update(@PathVariable UUID id, @Valid @RequestBody Body body) {
        return registries.update(id, body.draft());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        registries.delete(id);
    }

    @PostMapping("/{id}/test")
    @Operation(summary = "Calls a registry as it is kept, and tells what it said")
    RegistryTest test(@PathVariable UUID id) {
        return registries.test(id);
    }

    @PostMapping("/test")
    @Operation(summary = "Calls a registry before it is kept")
    RegistryTest test(@Valid @RequestBody Body body, @RequestParam(required = false) @Nullable UUID id) {
        return registries.test(body.draft(), id);
    }
}
