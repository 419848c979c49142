package dev.breakwater.central.images.web;

import dev.breakwater.central.images.Scan;
import dev.breakwater.central.images.Scans;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
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

/** The jobs that look inside images. */
@RestController
@RequestMapping("/api/v1/scans")
@Tag(name = "Scans")
class ScanController {

    record Wanted(
            @Schema(description = "Digests, ids of images, or names; at most 1000") @Nullable
            List<@NotNull String> images,

            @Schema(description = "A filter of the list of images, in place of them") @Nullable
            String q) {}

    /**
     * What was queued.
     *
     * @param queued how many
     * @param items the jobs, if they were named singly
     */
    record Queued(int queued, List<Scan> items) {}

    private final Scans scans;
    private final Readers readers;

    ScanController(Scans scans, Readers readers) {
        this.scans = scans;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "The last or present scan of each image, with its progress or the reason why it failed")
    Page<Scan> list(@ParameterObject ListParameters parameters) {
        return scans.list(parameters.request(), readers.scope());
    }

    @GetMapping("/{id}")
    Scan get(@PathVariable UUID id) {
        return scans.get(id, readers.scope());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Queues images to be looked into, also those that were already")
    Queued request(@Valid @RequestBody Wanted wanted) {
        if (wanted.q() != null && wanted.images() == null) {
            return new Queued(scans.requestMatching(wanted.q(), readers.scope()), List.of());
        }
        if (wanted.images() == null || wanted.q() != null) {
            throw new InvalidRequest("images", "", "either images or q");
        }
        List<Scan> queued = scans.request(wanted.images());
        return new Queued(queued.size(), queued);
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Takes a scan back that waits or runs")
    Scan cancel(@PathVariable UUID id) {
        return scans.cancel(id);
    }
}
