package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfExposure;
import java.util.stream.Stream;

/** How far a port can be reached. */
final class PortExposureMethod extends ChoiceCriterion<OfExposure> {

    PortExposureMethod() {
        super(
                "Port Exposure Method",
                Level.EXPOSURE,
                Stream.of(Exposure.Method.values()).map(Enum::name).toList(),
                "The widest way in which a port can be reached.");
    }

    @Override
    Observed<String> read(OfExposure of) {
        return Observed.known(of.exposure().method().name());
    }

    @Override
    public Sighting see(OfExposure of, Policy.Group group) {
        return new Sighting(Exposures.reach(of.exposure()), "exposure", found(of), Exposures.via(of.exposure()));
    }
}
