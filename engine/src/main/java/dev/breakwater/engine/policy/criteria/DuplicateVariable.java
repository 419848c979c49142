package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a variable is declared twice. */
final class DuplicateVariable extends FlagCriterion<OfContainer> {

    DuplicateVariable() {
        super(
                "Duplicate Environment Variable",
                Level.CONTAINER,
                "Whether a container declares a variable of the same name twice, so that the last one wins in silence.");
    }

    @Override
    Observed<Boolean> read(OfContainer of) {
        List<EnvVar> variables = of.container().env();
        Set<String> seen = HashSet.newHashSet(variables.size());
        for (EnvVar variable : variables) {
            if (!variable.name().endsWith("*") && !seen.add(variable.name())) {
                return Observed.known(true);
            }
        }
        return Observed.known(false);
    }

    private static List<String> doubles(OfContainer of) {
        Set<String> seen = new HashSet<>();
        return of.container().env().stream()
                .map(EnvVar::name)
                .filter(name -> !name.endsWith("*") && !seen.add(name))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName()
                        + (holds(of)
                                ? " declares twice: " + String.join(", ", doubles(of)) + "."
                                : " declares no variable twice."),
                "env",
                String.join(", ", doubles(of)),
                of.path("env"));
    }
}
