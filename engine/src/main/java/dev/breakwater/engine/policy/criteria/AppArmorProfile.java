package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The AppArmor profile of a container. */
final class AppArmorProfile extends TextCriterion<OfContainer> {

    AppArmorProfile() {
        super(
                "AppArmor Profile",
                Level.CONTAINER,
                "The AppArmor profile: runtime/default, unconfined, localhost/name; empty where none is set.",
                "unconfined");
    }

    @Override
    Observed<String> read(OfContainer in) {
        String profile = in.container().security().appArmorProfile();
        return Observed.known(profile == null ? "" : profile);
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "Container " + in.containerName()
                        + (found(in).isEmpty()
                                ? " sets no AppArmor profile."
                                : " runs with AppArmor profile " + found(in) + "."),
                "appArmorProfile",
                found(in),
                in.path("securityContext.appArmorProfile"));
    }
}
