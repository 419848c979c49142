package dev.breakwater.bench.fleet;

import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.ServiceAccount;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Service accounts, each with a role and the binding that grants it. */
final class Grants {

    private final Names names;

    Grants(Names names) {
        this.names = names;
    }

    ServiceAccount account(int index) {
        return new ServiceAccount(
                names.meta(
                        names.namespace(index),
                        names.account(index),
                        Map.of("managed-by", "pipeline"),
                        Map.of(),
                        index),
                index % 2 == 0 ? Boolean.FALSE : null,
                List.of("registry-pull"),
                List.of());
    }

    Role role(int index, SplittableRandom random) {
        Role.Rule reading = new Role.Rule(
                List.of(""), List.of("configmaps", "endpoints"), List.of(), List.of("get", "list", "watch"), List.of());
        Role.Rule leading = new Role.Rule(
                List.of("coordination.k8s.io"), List.of("leases"), List.of(), List.of("get", "update"), List.of());
        Role.Rule secrets =
                new Role.Rule(List.of(""), List.of("secrets"), List.of(), List.of("get", "list"), List.of());
        return new Role(
                names.meta(names.namespace(index), name(index), Map.of(), Map.of(), index),
                random.nextInt(25) == 0 ? List.of(reading, leading, secrets) : List.of(reading, leading),
                List.of());
    }

    RoleBinding binding(int index) {
        String namespace = names.namespace(index);
        return new RoleBinding(
                names.meta(namespace, name(index), Map.of(), Map.of(), index),
                "Role",
                name(index),
                List.of(new RoleBinding.Subject("ServiceAccount", namespace, names.account(index))));
    }

    private String name(int index) {
        return names.account(index) + "-access";
    }
}
