package dev.breakwater.central.fleet.web;

import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.fleet.ClusterView;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.fleet.NewCluster;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clusters and their enrolment. */
@RestController
@RequestMapping("/api/v1/clusters")
@Tag(name = "Clusters")
class ClustersController {

    /**
     * A cluster that is to be let in.
     *
     * @param name a DNS label
     * @param environment such as {@code production}
     */
    record Wanted(@NotNull String name, @Nullable String environment) {}

    private final Clusters clusters;
    private final Readers readers;

    ClustersController(Clusters clusters, Readers readers) {
        this.clusters = clusters;
        this.readers = readers;
    }

    @GetMapping
    Page<ClusterRow> list(@ParameterObject ListParameters parameters) {
        return clusters.list(parameters.request(), readers.scope());
    }

    /** By name or id. */
    @GetMapping("/{cluster}")
    ClusterView get(@PathVariable String cluster) {
        return clusters.get(cluster, readers.scope());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewCluster create(@Valid @RequestBody Wanted wanted) {
        return clusters.create(wanted.name(), wanted.environment() == null ? "" : wanted.environment());
    }

    @PostMapping("/{id}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    NewCluster newToken(@PathVariable UUID id) {
        return clusters.newToken(id);
    }

    @PostMapping("/{id}/tokens/{tokenId}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(@PathVariable UUID id, @PathVariable UUID tokenId) {
        clusters.revokeToken(id, tokenId);
    }

    @PostMapping("/{id}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        clusters.revoke(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @RequestParam String name) {
        clusters.remove(id, name);
    }
}
