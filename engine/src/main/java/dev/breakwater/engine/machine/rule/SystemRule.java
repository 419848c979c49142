package dev.breakwater.engine.machine.rule;

import dev.breakwater.engine.image.OperatingSystem;

/** The machine runs this distribution in this version. */
record SystemRule(String id, String version) implements Rule {

    @Override
    public Answer ask(MachineFacts facts) {
        OperatingSystem os = facts.evidence().machine().os();
        if (os == null) {
            return Answer.unknown("os-release", "/etc/os-release", "Which system it runs was not read.");
        }
        boolean same = os.id().equals(id)
                && (os.version().equals(version) || os.version().startsWith(version + "."));
        return Answer.of(
                same,
                new Found(
                        "os-release",
                        os.label(),
                        id + ":" + version,
                        "/etc/os-release",
                        "The machine runs " + os.label() + "."));
    }
}
