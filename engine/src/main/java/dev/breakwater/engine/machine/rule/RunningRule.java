package dev.breakwater.engine.machine.rule;

/** A component runs on the machine. */
record RunningRule(String component) implements Rule {

    @Override
    public Answer ask(MachineFacts facts) {
        Components.Running running = facts.components().of(component);
        return switch (running.state()) {
            case RUNS ->
                Answer.of(
                        true,
                        new Found(
                                component,
                                "runs",
                                "runs",
                                running.instances().getFirst().where(),
                                Components.words(component) + " runs."));
            case ABSENT -> Answer.of(false, new Found(component, "does not run", "runs", "", running.why()));
            case UNKNOWN -> Answer.unknown("processes", "", running.why());
        };
    }
}
