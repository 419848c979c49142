package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;
import java.util.regex.Pattern;

/** Whether a target port can be. */
final class TargetPortInvalid extends FlagCriterion<OfObject> {

    TargetPortInvalid() {
        super("Target Port Invalid", Level.OBJECT, "Whether a service names a target port that no container can have.");
    }

    @Override
    Observed<Boolean> read(OfObject of) {
        return of.resource().content() instanceof Resource.OfService found
                ? Observed.known(found.service().ports().stream()
                        .anyMatch(port -> !port.targetPort().isEmpty() && !isPort(port.targetPort())))
                : Observed.unknown(UnknownReason.NOT_COLLECTED, "");
    }

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static boolean isPort(String port) {
        if (port.chars().allMatch(Character::isDigit)) {
            return port.length() <= 5 && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535;
        }
        return port.length() <= 15
                && NAME.matcher(port).matches()
                && port.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfService;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(
                of.words() + (holds(of) ? " names a target port that cannot be." : " names target ports that can be."),
                "targetPort",
                String.valueOf(holds(of)),
                "spec.ports");
    }
}
