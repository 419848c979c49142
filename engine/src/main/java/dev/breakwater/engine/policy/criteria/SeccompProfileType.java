package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.List;

/** The type of seccomp profile. */
final class SeccompProfileType extends ChoiceCriterion<OfContainer> {

    SeccompProfileType() {
        super(
                "Seccomp Profile Type",
                Level.CONTAINER,
                List.of("UNCONFINED", "RUNTIME_DEFAULT", "LOCALHOST", "UNSET"),
                "The type of the container's seccomp profile; UNSET where neither it nor the pod names one, which many nodes run unconfined.");
    }

    @Override
    Observed<String> read(OfContainer in) {
        String type = in.container().security().seccompType();
        return Observed.known(
                switch (type == null ? "" : type) {
                    case "Unconfined" -> "UNCONFINED";
                    case "RuntimeDefault" -> "RUNTIME_DEFAULT";
                    case "Localhost" -> "LOCALHOST";
                    default -> "UNSET";
                });
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "Container " + in.containerName()
                        + (found(in).equals("UNSET")
                                ? " sets no seccomp profile."
                                : " runs with seccomp profile " + found(in) + "."),
                "seccompProfile.type",
                found(in),
                in.path("securityContext.seccompProfile.type"));
    }
}
