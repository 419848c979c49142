package dev.breakwater.engine.policy.expression;

import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.value.ValueRejected;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Optional;

/**
 * A compiled expression over a workload. It has no loops of its own, its regular expressions are linear (RE2), its nesting
 * and the elements that it may go through are bounded: it always ends, and soon. Free of state: threads may share it.
 */
public final class WorkloadExpression {

    /** The longest expression, in characters. */
    public static final int MAX_LENGTH = 1_000;

    private static final int MOST_DEPTH = 50;
    private static final int MOST_ELEMENTS = 20_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(MOST_DEPTH)
            .comprehensionMaxIterations(MOST_ELEMENTS)
            .maxRegexProgramSize(1_000)
            .build();
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("workload", SimpleType.DYN)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final CelRuntime.Program program;

    private WorkloadExpression(CelRuntime.Program program) {
        this.program = program;
    }

    /**
     * Compiles an expression.
     *
     * @throws ValueRejected if it is none, is too long, or gives anything but true or false
     */
    public static WorkloadExpression compile(String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new ValueRejected("Allowed: an expression (CEL) over workload, up to " + MAX_LENGTH + " characters.");
        }
        try {
            CelAbstractSyntaxTree tree = COMPILER.compile(text).getAst();
            if (!tree.getResultType().equals(SimpleType.BOOL)
                    && !tree.getResultType().equals(SimpleType.DYN)) {
                throw new ValueRejected("Allowed: an expression (CEL) that gives true or false; this one gives "
                        + tree.getResultType().name() + ".");
            }
            return new WorkloadExpression(RUNTIME.createProgram(tree));
        } catch (CelValidationException | CelEvaluationException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("not readable");
            throw new ValueRejected("Allowed: an expression (CEL) over workload; this is none: " + why);
        }
    }

    /** What the evaluation gave: the answer, or why there is none. */
    public record Result(Optional<Boolean> answer, String why) {}

    /**
     * Evaluates it. A fact that is unknown is not there, so that asking for it has no answer; where the other side of an
     * {@code &&} or {@code ||} decides already, there is one all the same.
     */
    public Result test(Workload workload) {
        return test(facts(workload));
    }

    /** What expressions see of a workload: where many are asked of one, it is made once. */
    public static Map<String, Object> facts(Workload workload) {
        return Map.of("workload", WorkloadMap.of(workload));
    }

    /** Evaluates it over {@link #facts}. */
    public Result test(Map<String, Object> facts) {
        try {
            Object answer = program.eval(facts);
            return answer instanceof Boolean bool
                    ? new Result(Optional.of(bool), "")
                    : new Result(Optional.empty(), "The expression gave no answer of true or false.");
        } catch (CelEvaluationException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new Result(Optional.empty(), "The expression has no answer: " + why);
        }
    }
}
