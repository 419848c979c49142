package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.linked.LinkedTree;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One look at one workload at one instant, by as many sets of policies as like to: what one of them read, the others need not
 * read again, and a question that several ask in the same words is answered once. For one thread.
 */
public final class Judgement {

    private final LinkedTree tree;
    private final Instant asOf;
    private final Map<Question, Finding> answered = new HashMap<>();

    private Judgement(LinkedTree tree, Instant asOf) {
        this.tree = tree;
        this.asOf = asOf;
    }

    /** A look at a workload that nobody watches. */
    public static Judgement of(Workload workload, Instant asOf) {
        return of(workload, Activity.NOT_WATCHED, asOf);
    }

    /** A look at a workload and at what it was seen doing. */
    public static Judgement of(Workload workload, Activity activity, Instant asOf) {
        return new Judgement(LinkedTree.of(workload, activity), asOf);
    }

    /** The workload. */
    public Workload workload() {
        return tree.root().workload();
    }

    /** The instant. */
    public Instant asOf() {
        return asOf;
    }

    /** What is found; to be read only, since others get the same. */
    Finding finding(Question question) {
        Finding found = answered.get(question);
        if (found == null) {
            found = question.section().judge(tree, asOf);
            answered.put(question, found);
        }
        return found;
    }
}
