package dev.breakwater.central.images.web;

import dev.breakwater.central.images.ImageFacts;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A pipeline tells of an image. */
@RestController
@RequestMapping("/api/v1/images")
@Tag(name = "Images")
class ImageFactsController {

    record FactsBody(
            @Nullable Instant createdAt,
            @Nullable String user,
            @Nullable Map<String, String> labels,
            @NotBlank String source) {}

    private final ImageFacts facts;

    ImageFactsController(ImageFacts facts) {
        this.facts = facts;
    }

    @PutMapping("/{id}/facts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void record(@PathVariable UUID id, @Valid @RequestBody FactsBody body) {
        facts.record(id, new ImageFacts.Told(body.createdAt(), body.user(), body.labels(), body.source()));
    }
}
