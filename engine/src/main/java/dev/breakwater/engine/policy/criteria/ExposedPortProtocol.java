package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfExposure;
import dev.breakwater.engine.policy.value.TextPattern.Bare;

/** The protocol of a port. */
final class ExposedPortProtocol extends TextCriterion<OfExposure> {

    ExposedPortProtocol() {
        super("Exposed Port Protocol", Level.EXPOSURE, "The protocol of a port: TCP, UDP or SCTP.", "TCP", Bare.PREFIX);
    }

    @Override
    Observed<String> read(OfExposure of) {
        return Observed.known(of.exposure().protocol());
    }

    @Override
    public Sighting see(OfExposure of, Policy.Group group) {
        return new Sighting(
                "The workload listens on " + Exposures.port(of.exposure()) + ".",
                "protocol",
                found(of),
                Exposures.via(of.exposure()));
    }
}
