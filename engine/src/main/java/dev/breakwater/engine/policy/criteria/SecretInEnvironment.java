package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfEnv;

/** Whether a literal value in an environment variable is, or looks like, a secret. */
final class SecretInEnvironment extends FlagCriterion<OfEnv> {

    SecretInEnvironment() {
        super(
                "Secret In Environment",
                Level.ENV,
                "Whether a variable holds a secret as a literal: one that the sensor took out, one with a name such as"
                        + " DB_PASSWORD, or an address with a password in it. References to secrets do not count.");
    }

    @Override
    Observed<Boolean> read(OfEnv of) {
        EnvVar variable = of.variable();
        Text value = variable.value();
        return Observed.known(variable.source() == EnvVar.Source.RAW
                && value != null
                && SecretNames.looksSecret(variable.name(), value));
    }

    @Override
    public Sighting see(OfEnv of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName() + (holds(of) ? " holds a secret in" : " holds no secret in")
                        + " the environment variable " + of.variable().name() + ".",
                "env",
                of.variable().name(),
                of.path());
    }
}
