package dev.breakwater.central.images.web;

import dev.breakwater.central.images.ImageWatch;
import dev.breakwater.central.images.ImageWatches;
import dev.breakwater.central.images.ImageWatches.Draft;
import dev.breakwater.central.images.ImageWatches.Newer;
import dev.breakwater.central.images.ImageWatches.Repository;
import dev.breakwater.central.images.RegistryImage;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
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

/** What registries hold beside what runs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Registries")
class ImageWatchController {

    record Items(List<ImageWatch> items) {}

    /** @param newer {@code null} = none is known */
    record NewerImage(@Nullable Newer newer) {}

    record Body(
            @Schema(description = "A repository with its registry, such as docker.io/library/nginx") @NotNull
            String name,

            @Schema(
                    description =
                            "Tags of which the newest three are looked into though nobody runs them; * for any text")
            @Nullable
            String tags,

            @Nullable String note) {}

    private final ImageWatches watches;
    private final Readers readers;

    ImageWatchController(ImageWatches watches, Readers readers) {
        this.watches = watches;
        this.readers = readers;
    }

    @GetMapping("/image-watches")
    Items list() {
        return new Items(watches.list());
    }

    @PostMapping("/image-watches")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Watches a repository, whether anything of it runs or not")
    ImageWatch create(@Valid @RequestBody Body body) {
        return watches.create(draft(body));
    }

    @PutMapping("/image-watches/{id}")
    @Operation(summary = "Changes which tags are looked into, and the note")
    ImageWatch update(@PathVariable UUID id, @Valid @RequestBody Body body) {
        return watches.update(id, draft(body));
    }

    private static Draft draft(Body body) {
        return new Draft(
                body.name().strip(),
                Objects.requireNonNullElse(body.tags(), "").strip(),
                Objects.requireNonNullElse(body.note(), ""));
    }

    @DeleteMapping("/image-watches/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        watches.delete(id);
    }

    @GetMapping("/repositories")
    @Operation(summary = "The tags of a repository that runs or is watched, with the dates of the newest")
    Repository repository(
            @Parameter(description = "With its registry, such as docker.io/library/nginx") @RequestParam String name) {
        return watches.repository(name, readers.scope());
    }

    @GetMapping("/registry-images")
    @Operation(
            summary = "Tags of the repositories that run or are watched; stale:yes for those that a newer one outdates",
            description =
                    "For who sees everything; others get none. Each tag tells what it names, when that was built, the"
                            + " newest of the same series and since when it is there, and how many workloads run it.")
    Page<RegistryImage> images(@ParameterObject ListParameters parameters) {
        return watches.images(parameters.request(), readers.scope());
    }

    @GetMapping("/images/{id}/newer")
    @Operation(summary = "The newest image of the same series in the registry, and since when it is there")
    NewerImage newer(@PathVariable UUID id) {
        return new NewerImage(watches.newer(id, readers.scope()));
    }
}
