package dev.breakwater.engine.machine.rule;

import dev.breakwater.engine.machine.MachineEvidence.Unit;
import java.util.List;
import java.util.Optional;

/**
 * What the init system starts.
 *
 * @param names of units
 * @param used whether each has to be enabled and run where that is known, or none may be either
 */
record UnitRule(List<String> names, boolean used) implements Rule {

    @Override
    public Answer ask(MachineFacts facts) {
        List<Answer> answers = names.stream().map(name -> one(facts, name)).toList();
        return Answer.all(answers);
    }

    private Answer one(MachineFacts facts, String name) {
        List<Unit> units = facts.evidence().units();
        Optional<Unit> found =
                units.stream().filter(unit -> unit.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            return units.isEmpty() || facts.unread("units")
                    ? Answer.unknown("unit", name, "What the init system starts was not read.")
                    : answer(!used, name, "absent", "There is no unit " + name + ".");
        }
        Unit unit = found.get();
        boolean enabled = unit.enabled().startsWith("enabled");
        boolean active = unit.active().equals("active");
        String state = unit.enabled() + (unit.active().isEmpty() ? "" : ", " + unit.active());
        if (used) {
            boolean off = !unit.enabled().isEmpty()
                    && !enabled
                    && !unit.enabled().equals("static")
                    && !unit.enabled().equals("alias");
            boolean stopped = unit.active().equals("inactive");
            return unit.enabled().isEmpty() && !stopped
                    ? Answer.unknown("unit", name, "Whether " + name + " is enabled is not known.")
                    : answer(!off && !stopped, name, state, name + " is " + state + ".");
        }
        return !enabled && !active && unit.enabled().isEmpty()
                ? Answer.unknown("unit", name, "Whether " + name + " is enabled is not known.")
                : answer(!enabled && !active, name, state, name + " is " + state + ".");
    }

    private Answer answer(boolean holds, String name, String found, String says) {
        return Answer.of(holds, new Found("unit", found, used ? "enabled and active" : "not enabled", name, says));
    }
}
