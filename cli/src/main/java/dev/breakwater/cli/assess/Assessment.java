package dev.breakwater.cli.assess;

import dev.breakwater.engine.model.Severity;
import java.time.Instant;
import java.util.List;

/**
 * How a folder of manifests or a cluster stands. What is not known is named, and never counted as good.
 *
 * @param subject what was looked at, in words
 * @param headline the finding, in one sentence
 * @param why what keeps it from the next better grade, each in one sentence
 * @param notKnown what could not be looked at, each in one sentence
 */
record Assessment(
        String subject,
        Instant asOf,
        String headline,
        Grade grade,
        List<String> why,
        List<Figure> figures,
        List<Combination> combinations,
        List<Risky> riskiest,
        List<Practice> practices,
        List<String> notKnown) {

    Assessment {
        why = List.copyOf(why);
        figures = List.copyOf(figures);
        combinations = List.copyOf(combinations);
        riskiest = List.copyOf(riskiest);
        practices = List.copyOf(practices);
        notKnown = List.copyOf(notKnown);
    }

    /** A number with its meaning. */
    record Figure(String value, String what, String more) {}

    /**
     * Things that are worse together.
     *
     * @param traits what comes together, in words
     * @param meaning what somebody who breaks in gains, one sentence
     */
    record Combination(String workload, List<String> traits, String meaning) {

        Combination {
            traits = List.copyOf(traits);
        }
    }

    /**
     * A workload by its score.
     *
     * @param score as people read it: {@code ≥ 3.2}
     * @param reasons the largest, each one sentence with its share
     */
    record Risky(String workload, String score, List<String> reasons) {

        Risky {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A policy that is violated.
     *
     * @param objects how many violate it
     * @param examples some of them
     */
    record Practice(
            String name, Severity severity, String description, String fix, int objects, List<String> examples) {

        Practice {
            examples = List.copyOf(examples);
        }
    }
}
