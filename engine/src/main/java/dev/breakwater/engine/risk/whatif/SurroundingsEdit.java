package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.ServiceAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Surroundings in the making, so that a change names only what it changes. */
final class SurroundingsEdit {

    private final Surroundings from;
    Observed<List<Service>> services;
    Observed<List<Ingress>> ingresses;
    Observed<List<NetworkPolicy>> networkPolicies;
    Observed<Optional<ServiceAccount>> serviceAccount;
    Observed<List<RoleBinding>> bindings;
    Map<String, ImageDetails> images;

    SurroundingsEdit(Surroundings from) {
        this.from = from;
        services = from.services();
        ingresses = from.ingresses();
        networkPolicies = from.networkPolicies();
        serviceAccount = from.serviceAccount();
        bindings = from.bindings();
        images = from.images();
    }

    Surroundings build() {
        return new Surroundings(
                from.cluster(),
                from.namespace(),
                services,
                from.endpoints(),
                ingresses,
                networkPolicies,
                serviceAccount,
                bindings,
                from.roles(),
                from.pods(),
                images);
    }
}
