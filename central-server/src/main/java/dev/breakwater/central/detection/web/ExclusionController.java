package dev.breakwater.central.detection.web;

import dev.breakwater.central.detection.ExclusionPreview;
import dev.breakwater.central.detection.ExclusionPreviews;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import dev.breakwater.central.policy.ExclusionRow;
import dev.breakwater.central.policy.Exclusions;
import dev.breakwater.central.policy.NewExclusion;
import dev.breakwater.engine.policy.Policy.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where policies are silent, and what that silences. Above the policies, since it tells of violations. */
@RestController
@RequestMapping("/api/v1/exclusions")
@Tag(name = "Policies")
class ExclusionController {

    /** Where; names take the forms of policy scopes, absent = any. */
    record Where(
            @Schema(example = "\"prod-eu\"") @Nullable String cluster,
            @Schema(example = "\"payments\"") @Nullable String namespace,
            @Nullable String workload,
            @Nullable List<String> labels,
            @Nullable List<String> namespaceLabels) {

        Scope toScope() {
            return new Scope(
                    text(cluster),
                    text(namespace),
                    text(workload),
                    labels == null ? List.of() : labels,
                    namespaceLabels == null ? List.of() : namespaceLabels);
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** @param expiresAt absent = until it is removed */
    record Wanted(
            @NotNull UUID policyId,
            @NotNull Where scope,
            @NotNull String reason,
            @Nullable Instant expiresAt) {}

    /** @param silenced how many violations it silences now */
    record Silencing(ExclusionRow exclusion, int silenced) {}

    /** @param exclusion absent in a trial run */
    record Answer(@Nullable ExclusionRow exclusion, ExclusionPreview silences) {}

    private final Exclusions exclusions;
    private final ExclusionPreviews previews;
    private final Readers readers;

    ExclusionController(Exclusions exclusions, ExclusionPreviews previews, Readers readers) {
        this.exclusions = exclusions;
        this.previews = previews;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Where policies are silent, by whom, why and until when; what is over stays in the list")
    Page<Silencing> list(@ParameterObject ListParameters parameters) {
        AccessScope scope = readers.scope();
        Page<ExclusionRow> page = exclusions.list(parameters.request(), scope);
        Map<UUID, Integer> silenced =
                previews.silenced(page.items().stream().map(ExclusionRow::id).toList(), scope);
        return page.map(row -> new Silencing(row, silenced.getOrDefault(row.id(), 0)));
    }

    @GetMapping("/{id}")
    Silencing get(@PathVariable UUID id) {
        return silencing(exclusions.get(id, readers.scope()));
    }

    @PostMapping
    @Operation(
            summary = "Silences a policy in a scope",
            description = "Answers what falls silent; with `dryRun=true` that alone, and nothing is changed.")
    ResponseEntity<Answer> create(
            @Valid @RequestBody Wanted body, @RequestParam(defaultValue = "false") boolean dryRun) {
        AccessScope scope = readers.scope();
        NewExclusion wanted =
                new NewExclusion(body.policyId(), body.scope().toScope(), body.reason(), body.expiresAt());
        ExclusionPreview silences = previews.of(wanted, scope);
        return dryRun
                ? ResponseEntity.ok(new Answer(null, silences))
                : ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Answer(exclusions.create(wanted, scope), silences));
    }

    @PostMapping("/{id}/remove")
    @Operation(summary = "Lets the policy speak again")
    Silencing remove(@PathVariable UUID id) {
        return silencing(exclusions.remove(id, readers.scope()));
    }

    private Silencing silencing(ExclusionRow row) {
        return new Silencing(
                row, previews.silenced(List.of(row.id()), readers.scope()).getOrDefault(row.id(), 0));
    }
}
