package dev.breakwater.central.notification.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.breakwater.central.notification.Deliveries;
import dev.breakwater.central.notification.Delivery;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
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
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was told, to whom, and whether it arrived. */
@RestController
@RequestMapping("/api/v1/notifications/deliveries")
@Tag(name = "Notifications")
class DeliveryController {

    /** @param message as it is sent */
    record Sent(
            Delivery delivery,
            @JsonRawValue @Schema(type = "object") String message) {}

    record Chosen(@NotNull List<@NotNull UUID> ids) {}

    record Replayed(int replayed) {}

    private final Deliveries deliveries;
    private final Readers readers;

    DeliveryController(Deliveries deliveries, Readers readers) {
        this.deliveries = deliveries;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Messages by filter, the newest first")
    Page<Delivery> list(@ParameterObject ListParameters parameters) {
        return deliveries.list(parameters.request(), readers.scope());
    }

    @GetMapping("/{id}")
    Sent get(@PathVariable UUID id) {
        AccessScope scope = readers.scope();
        return new Sent(deliveries.get(id, scope), deliveries.message(id, scope));
    }

    @PostMapping("/{id}/replay")
    @Operation(summary = "Sends a message again, under its id")
    Delivery replay(@PathVariable UUID id) {
        AccessScope scope = readers.scope();
        deliveries.get(id, scope);
        if (deliveries.replay(List.of(id), scope) == 0) {
            throw new Conflict("It is being sent just now, or its target is gone.");
        }
        return deliveries.get(id, scope);
    }

    @PostMapping("/replay")
    @Operation(summary = "Sends up to 1,000 messages again, each under its id; those that cannot be stay as they are")
    Replayed replay(@Valid @RequestBody Chosen chosen) {
        return new Replayed(deliveries.replay(chosen.ids(), readers.scope()));
    }
}
