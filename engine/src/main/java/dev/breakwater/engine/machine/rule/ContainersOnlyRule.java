package dev.breakwater.engine.machine.rule;

import com.google.re2j.Pattern;
import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import dev.breakwater.engine.machine.rule.HostPrograms.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Beside its containers a machine runs only what a node consists of: its operating system, the cluster's own programs, the runtime,
 * and agents that watch it. Told by the names of programs.
 *
 * @param parts the names of programs that a node consists of
 * @param other names that are known to be work of another sort, with what they are
 */
record ContainersOnlyRule(List<Pattern> parts, Map<Pattern, String> other) implements Rule {

    private static final String FIELD = "programs outside of containers";
    private static final String EXPECTED = "those of the node itself";

    /** Whatever lies there belongs to the system. */
    private static final Pattern OF_SYSTEM = Pattern.compile("/(?:usr/)?lib/(?:systemd|polkit-1|udev|snapd)/.*");

    @Override
    public Answer ask(MachineFacts facts) {
        Optional<Answer> none = HostPrograms.withoutContainers(facts);
        if (none.isPresent()) {
            return none.get();
        }
        List<RunningProcess> processes = facts.evidence().processes();
        Map<String, Found> foreign = new LinkedHashMap<>();
        int outside = 0;
        for (Program program : HostPrograms.outside(processes)) {
            outside++;
            if (OF_SYSTEM.matcher(program.path()).matches() || matches(parts, program.name())) {
                continue;
            }
            foreign.computeIfAbsent(program.name(), name -> found(program));
        }
        if (!foreign.isEmpty()) {
            return new Answer(Answer.State.FAILS, new ArrayList<>(foreign.values()));
        }
        return facts.unread("processes")
                ? Answer.unknown("processes", "", "Only a part of the programs that run could be read.")
                : Answer.of(
                        true,
                        new Found(
                                FIELD,
                                String.valueOf(outside),
                                EXPECTED,
                                "",
                                "All " + outside + " programs outside of containers belong to the node."));
    }

    private Found found(Program program) {
        String what = other.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(program.name()).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        String where = program.path().isEmpty() ? program.name() : program.path();
        return new Found(
                FIELD,
                program.name(),
                EXPECTED,
                where,
                what.isEmpty()
                        ? program.name() + " runs outside of containers and is not known as a part of a node."
                        : program.name() + " (" + what + ") runs outside of containers.");
    }

    private static boolean matches(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
