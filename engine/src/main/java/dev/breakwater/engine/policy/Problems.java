package dev.breakwater.engine.policy;

import dev.breakwater.engine.policy.PolicyRejected.Problem;
import java.util.ArrayList;
import java.util.List;

/** Gathers the errors of one policy, so that its writer sees all of them at once. */
final class Problems {

    private static final int SHOWN = 120;

    private final String policy;
    private final List<Problem> found = new ArrayList<>();

    Problems(String policy) {
        this.policy = shown(policy);
    }

    void add(String pointer, String value, String allowed) {
        found.add(new Problem(policy, pointer, shown(value), allowed));
    }

    List<Problem> found() {
        return found;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
