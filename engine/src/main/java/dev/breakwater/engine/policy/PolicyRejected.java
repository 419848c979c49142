package dev.breakwater.engine.policy;

import java.util.List;
import java.util.stream.Collectors;

/** Policies that cannot be judged as written, with every error that was found. */
public final class PolicyRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One error.
     *
     * @param policy the policy's name as written
     * @param pointer JSON pointer into the policy, such as {@code /sections/0/groups/1/values/0}
     * @param value what stands there
     * @param allowed what may stand there, one sentence
     */
    public record Problem(String policy, String pointer, String value, String allowed) {}

    public PolicyRejected(List<Problem> problems) {
        super(problems.stream()
                .limit(5)
                .map(problem -> "policy \"" + problem.policy() + "\" " + problem.pointer() + " = \"" + problem.value()
                        + "\": " + problem.allowed())
                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
