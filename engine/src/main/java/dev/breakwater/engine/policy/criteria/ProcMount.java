package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.List;

/** How /proc is mounted in a container. */
final class ProcMount extends ChoiceCriterion<OfContainer> {

    ProcMount() {
        super(
                "Proc Mount",
                Level.CONTAINER,
                List.of("DEFAULT", "UNMASKED"),
                "Whether the runtime masks sensitive parts of /proc (DEFAULT, also where nothing is set) or not (UNMASKED).");
    }

    @Override
    Observed<String> read(OfContainer in) {
        String mount = in.container().security().procMount();
        boolean masked = mount == null || mount.isEmpty() || mount.equalsIgnoreCase("Default");
        return Observed.known(masked ? "DEFAULT" : "UNMASKED");
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "Container " + in.containerName()
                        + (found(in).equals("UNMASKED") ? " sees /proc unmasked." : " sees /proc masked."),
                "procMount",
                found(in),
                in.path("securityContext.procMount"));
    }
}
