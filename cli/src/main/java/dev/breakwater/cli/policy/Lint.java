package dev.breakwater.cli.policy;

import dev.breakwater.cli.policy.PolicyFolder.Text;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyLint;
import dev.breakwater.engine.policy.PolicyLint.Linted;
import dev.breakwater.engine.policy.PolicyLint.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What is wrong in files of policies, each by itself and together: ids and names stand once. */
public final class Lint {

    /**
     * Something that is wrong.
     *
     * @param line from 1, 0 = the whole file
     * @param field JSON pointer into the policy
     */
    public record Problem(String file, int line, String policy, String field, String value, String allowed) {

        @Override
        public String toString() {
            String place = file + (line == 0 ? "" : ":" + line) + ": ";
            String what = field.isEmpty() ? "" : field + " is '" + value + "'. ";
            return place + (policy.isEmpty() ? "" : "\"" + policy + "\" ") + what + allowed;
        }
    }

    private record Placed(Policy policy, String where) {}

    private final Map<UUID, Placed> ids = new HashMap<>();
    private final Map<String, Placed> names = new HashMap<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Lint(Collection<Policy> builtIn) {
        builtIn.forEach(policy -> names.put(policy.name(), new Placed(policy, "a built-in policy")));
    }

    /** @param builtIn those whose names are taken already */
    public static Lint of(List<Text> files, Collection<Policy> builtIn) {
        Lint lint = new Lint(builtIn);
        files.forEach(lint::add);
        return lint;
    }

    private void add(Text file) {
        Linted linted = PolicyLint.lint(file.text());
        linted.findings()
                .forEach(finding -> problems.add(new Problem(
                        file.name(),
                        finding.line(),
                        finding.policy(),
                        finding.pointer(),
                        finding.value(),
                        finding.allowed())));
        for (Located located : linted.policies()) {
            Policy policy = located.policy();
            Placed here = new Placed(policy, file.name() + ":" + located.line());
            once(file, located, "/id", policy.id().toString(), ids.putIfAbsent(policy.id(), here), other -> true);
            once(
                    file,
                    located,
                    "/name",
                    policy.name(),
                    names.putIfAbsent(policy.name(), here),
                    other -> !other.id().equals(policy.id()));
            policies.add(policy);
        }
    }

    private void once(
            Text file,
            Located located,
            String field,
            String value,
            @org.jspecify.annotations.Nullable Placed other,
            Function<Policy, Boolean> isProblem) {
        if (other != null && isProblem.apply(other.policy())) {
            problems.add(new Problem(
                    file.name(),
                    located.line(),
                    located.policy().name(),
                    field,
                    value,
                    "Allowed: what no other policy has; it is that of " + other.where() + "."));
        }
    }

    /** What could be read. */
    public List<Policy> policies() {
        return List.copyOf(policies);
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
