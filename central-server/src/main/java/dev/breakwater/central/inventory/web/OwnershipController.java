package dev.breakwater.central.inventory.web;

import dev.breakwater.central.inventory.OwnershipRules;
import dev.breakwater.central.inventory.Ownerships;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose a workload is. */
@RestController
@RequestMapping("/api/v1/settings/ownership")
@Tag(name = "Settings")
class OwnershipController {

    private final Ownerships ownerships;

    OwnershipController(Ownerships ownerships) {
        this.ownerships = ownerships;
    }

    @GetMapping
    @Operation(summary = "The rules by which workloads find their teams")
    OwnershipRules rules() {
        return ownerships.rules();
    }

    @PutMapping
    @Operation(summary = "Replaces the rules and finds every workload's team anew")
    OwnershipRules change(@RequestBody OwnershipRules rules) {
        return ownerships.change(rules);
    }
}
