package dev.breakwater.central.detection.web;

import dev.breakwater.central.detection.Agreement;
import dev.breakwater.central.detection.Agreements;
import dev.breakwater.central.platform.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether central and the sensor of a cluster find the same. */
@RestController
@RequestMapping("/api/v1/clusters/{id}/agreement")
@Tag(name = "Clusters")
class AgreementController {

    private final Agreements agreements;
    private final Readers readers;

    AgreementController(Agreements agreements, Readers readers) {
        this.agreements = agreements;
        this.readers = readers;
    }

    @GetMapping
    @Operation(
            summary = "Whether central and the sensor find the same",
            description =
                    "The sensor judges its own objects by central's policies and tells fingerprints of the verdicts. A workload"
                            + " counts as differing once it did so in two reports.")
    Agreement agreement(@PathVariable UUID id) {
        return agreements.of(id, readers.scope());
    }
}
