package dev.breakwater.engine.policy;

import dev.breakwater.engine.policy.PolicyDocument.Place;
import dev.breakwater.engine.policy.PolicyRejected.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads policies as their writer wants them read: everything that is wrong, each with its line. */
public final class PolicyLint {

    private static final Pattern LINE = Pattern.compile(" at line (\\d{1,9})");

    /**
     * A policy that could be read.
     *
     * @param line where it begins, from 1
     */
    public record Located(Policy policy, int line) {}

    /**
     * Something that is wrong.
     *
     * @param policy the policy's name as written, may be empty
     * @param pointer JSON pointer into the policy
     * @param line from 1, 0 = the whole text
     */
    public record Finding(String policy, String pointer, int line, String value, String allowed) {}

    /**
     * What a text holds.
     *
     * @param policies those in which nothing is wrong
     */
    public record Linted(List<Located> policies, List<Finding> findings) {

        public Linted {
            policies = List.copyOf(policies);
            findings = List.copyOf(findings);
        }
    }

    private PolicyLint() {}

    /** Reads and compiles every policy of a text. Never fails. */
    public static Linted lint(String text) {
        if (text.length() > PolicyDocument.MAX_LENGTH) {
            String allowed = "Allowed: up to " + PolicyDocument.MAX_LENGTH + " characters.";
            return new Linted(List.of(), List.of(new Finding("", "", 0, text.length() + " characters", allowed)));
        }
        Map<String, Integer> lines = new HashMap<>();
        List<Located> policies = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try {
            for (Place place : PolicyDocument.places(text, lines::put)) {
                try {
                    Policy policy = PolicyReader.read(place.node());
                    PolicyCompiler.compile(policy);
                    policies.add(new Located(policy, lineOf(lines, place.pointer())));
                } catch (PolicyRejected e) {
                    e.problems().stream()
                            .map(problem -> finding(problem, lineOf(lines, place.pointer() + problem.pointer())))
                            .forEach(findings::add);
                }
            }
        } catch (PolicyRejected e) {
            e.problems().forEach(problem -> findings.add(finding(problem, lineIn(problem.allowed()))));
        }
        return new Linted(policies, findings);
    }

    private static Finding finding(Problem problem, int line) {
        return new Finding(problem.policy(), problem.pointer(), line, problem.value(), problem.allowed());
    }

    /** The line of what the pointer says, or of what is nearest above it. */
    private static int lineOf(Map<String, Integer> lines, String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && at.lastIndexOf('/') > 0) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 0);
    }

    private static int lineIn(String words) {
        Matcher line = LINE.matcher(words);
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }
}
