package dev.breakwater.engine.policy;

import java.util.List;

/** A section as it is asked. Two are equal if they ask the same in the same words, whatever policy they are of. */
final class Question {

    private final List<Policy.Group> groups;
    private final CompiledSection section;
    /** Counted once: it is looked up for each policy and workload. */
    private final int hash;

    Question(Policy.Section source, CompiledSection section) {
        this.groups = source.groups();
        this.section = section;
        this.hash = groups.hashCode();
    }

    CompiledSection section() {
        return section;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Question question && hash == question.hash && groups.equals(question.groups);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
