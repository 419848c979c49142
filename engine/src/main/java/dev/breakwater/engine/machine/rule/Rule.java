package dev.breakwater.engine.machine.rule;

import java.util.stream.Stream;

/** One question about a machine. It never throws for what a machine says. */
public interface Rule {

    Answer ask(MachineFacts facts);

    /** The paths, or patterns of paths, that have to be looked at for an answer. */
    default Stream<String> paths() {
        return Stream.empty();
    }
}
