package dev.breakwater.engine.compliance;

import java.util.List;
import java.util.stream.Collectors;

/** A standard that cannot be used as written, with every error that was found. */
public final class StandardRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int TOLD = 5;

    private final transient List<Problem> problems;

    /**
     * One error.
     *
     * @param line from 1
     * @param field where it stands, such as {@code sections[0].controls[2].checks[1]}
     * @param value what stands there, shortened
     * @param allowed what may stand there
     */
    public record Problem(int line, String field, String value, String allowed) {}

    public StandardRejected(List<Problem> problems) {
        super(problems.stream()
                .limit(TOLD)
                .map(one -> "line " + one.line() + ", " + one.field() + " is '" + one.value() + "'; allowed: "
                        + one.allowed())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the text. */
    public List<Problem> problems() {
        return problems;
    }
}
