package dev.breakwater.central.inventory.web;

import dev.breakwater.central.inventory.ClusterGrants;
import dev.breakwater.central.inventory.Inventory;
import dev.breakwater.central.inventory.NamespaceRow;
import dev.breakwater.central.inventory.SecretRow;
import dev.breakwater.central.inventory.ServiceAccountRow;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Inventory")
class InventoryController {

    private final Inventory inventory;
    private final ClusterGrants grants;
    private final Readers readers;

    InventoryController(Inventory inventory, ClusterGrants grants, Readers readers) {
        this.inventory = inventory;
        this.grants = grants;
        this.readers = readers;
    }

    @GetMapping("/namespaces")
    Page<NamespaceRow> namespaces(@ParameterObject ListParameters parameters) {
        return inventory.namespaces(parameters.request(), readers.scope());
    }

    @GetMapping("/secrets")
    Page<SecretRow> secrets(@ParameterObject ListParameters parameters) {
        return inventory.secrets(parameters.request(), readers.scope());
    }

    @GetMapping("/service-accounts")
    Page<ServiceAccountRow> serviceAccounts(@ParameterObject ListParameters parameters) {
        return inventory.serviceAccounts(parameters.request(), readers.scope());
    }

    @GetMapping("/secrets/{id}/readers")
    @Operation(summary = "Who may read a secret through the API of its cluster, and by which grants")
    ClusterGrants.Answer readersOfSecret(@PathVariable UUID id) {
        return grants.readersOfSecret(id, readers.scope());
    }

    @GetMapping("/service-accounts/{id}/grants")
    @Operation(summary = "What a service account may do, and by which grants")
    ClusterGrants.Answer grantsOfServiceAccount(@PathVariable UUID id) {
        return grants.ofServiceAccount(id, readers.scope());
    }
}
