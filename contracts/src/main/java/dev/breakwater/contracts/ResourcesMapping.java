package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.ResourcesFacts;
import dev.breakwater.engine.model.Resources;

/** Requests and limits: cores and bytes on both sides. */
final class ResourcesMapping {

    private ResourcesMapping() {}

    static ResourcesFacts toWire(Resources resources) {
        ResourcesFacts.Builder wire = ResourcesFacts.newBuilder();
        if (resources.cpuRequest() != null) {
            wire.setCpuRequest(Bounds.finite("ResourcesFacts.cpu_request", resources.cpuRequest()));
        }
        if (resources.cpuLimit() != null) {
            wire.setCpuLimit(Bounds.finite("ResourcesFacts.cpu_limit", resources.cpuLimit()));
        }
        if (resources.memoryRequest() != null) {
            wire.setMemoryRequest(resources.memoryRequest());
        }
        if (resources.memoryLimit() != null) {
            wire.setMemoryLimit(resources.memoryLimit());
        }
        return wire.build();
    }

    static Resources fromWire(String owner, boolean present, ResourcesFacts wire) {
        Bounds.present(owner, present);
        return new Resources(
                wire.hasCpuRequest() ? Bounds.finite("ResourcesFacts.cpu_request", wire.getCpuRequest()) : null,
                wire.hasCpuLimit() ? Bounds.finite("ResourcesFacts.cpu_limit", wire.getCpuLimit()) : null,
                wire.hasMemoryRequest() ? wire.getMemoryRequest() : null,
                wire.hasMemoryLimit() ? wire.getMemoryLimit() : null);
    }
}
