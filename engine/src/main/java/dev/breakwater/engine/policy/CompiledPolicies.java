package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.model.NameBasedId;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.engine.policy.PolicyRejected.Problem;
import dev.breakwater.engine.policy.linked.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** A set of policies, compiled once and judged often. Free of state: threads may share it. */
public final class CompiledPolicies {

    private final List<Judge> policies;
    /** Those that are judged of workloads, by stage. */
    private final Map<Stage, List<Judge>> ofWorkloads = new EnumMap<>(Stage.class);

    /** Of those of the deploy stage, in their order: whether they ask anything about images. */
    private final List<Boolean> readsImages;

    private CompiledPolicies(List<? extends Judge> policies) {
        this.policies = List.copyOf(policies);
        for (Stage stage : Stage.values()) {
            ofWorkloads.put(
                    stage,
                    this.policies.stream()
                            .filter(judge -> judge.source().enabled()
                                    && judge.source().stages().contains(stage)
                                    && isAbout(judge, Level.WORKLOAD))
                            .toList());
        }
        this.readsImages = Objects.requireNonNull(ofWorkloads.get(Stage.DEPLOY)).stream()
                .map(Judge::readsImages)
                .toList();
    }

    /**
     * Compiles policies; those that are switched off are checked too, but not judged.
     *
     * @throws PolicyRejected with every error of every policy
     */
    public static CompiledPolicies compile(Collection<Policy> policies) {
        List<CompiledPolicy> compiled = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Policy policy : policies) {
            try {
                compiled.add(PolicyCompiler.compile(policy));
            } catch (PolicyRejected e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new PolicyRejected(problems);
        }
        return new CompiledPolicies(compiled);
    }

    /**
     * Compiles policies that were accepted once, perhaps by another version: one that is not accepted any more is unknown
     * about every workload, and the others are judged.
     *
     * @param rejections told of each such policy
     */
    public static CompiledPolicies compileStored(Collection<Policy> policies, Consumer<PolicyRejected> rejections) {
        List<Judge> judges = new ArrayList<>();
        for (Policy policy : policies) {
            try {
                judges.add(PolicyCompiler.compile(policy));
            } catch (PolicyRejected e) {
                rejections.accept(e);
                judges.add(new BrokenPolicy(policy, e));
            }
        }
        return new CompiledPolicies(judges);
    }

    /** What every enabled deploy-time policy says of a workload, in the order in which they were given. */
    public List<Verdict> judge(Workload workload, Instant asOf) {
        return judge(workload, asOf, failure -> {});
    }

    /**
     * The same.
     *
     * @param failures told of each evaluation that broke, for the log of whoever has one
     */
    public List<Verdict> judge(Workload workload, Instant asOf, Consumer<EvaluationFailure> failures) {
        return judge(Stage.DEPLOY, Judgement.of(workload, asOf), failures);
    }

    /**
     * What every enabled runtime policy says of a workload and of what it was seen doing.
     *
     * @param failures told of each evaluation that broke
     */
    public List<Verdict> judge(
            Workload workload, Activity activity, Instant asOf, Consumer<EvaluationFailure> failures) {
        return judge(Stage.RUNTIME, Judgement.of(workload, activity, asOf), failures);
    }

    /**
     * What the enabled runtime policies about requests say of one that concerns no workload, such as the reading of a secret;
     * only those that fire or cannot tell.
     *
     * @param cluster the cluster's name
     */
    public List<Verdict> judge(String cluster, Activity.ApiRequest request, Instant asOf) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Judge judge : policies) {
            Policy source = judge.source();
            if (judge instanceof CompiledPolicy policy
                    && source.enabled()
                    && source.stages().contains(Stage.RUNTIME)) {
                Verdict verdict = policy.judge(cluster, request, asOf);
                if (verdict.outcome() != Verdict.Outcome.CLEAN) {
                    verdicts.add(verdict);
                }
            }
        }
        return verdicts;
    }

    /** What every enabled policy about objects says of one that is no workload. */
    public List<Verdict> judge(Resource resource, Instant asOf) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Judge judge : policies) {
            if (judge instanceof CompiledPolicy policy && policy.source().enabled() && isAbout(judge, Level.OBJECT)) {
                verdicts.add(policy.judge(resource, asOf));
            }
        }
        return verdicts;
    }

    /** A broken policy is about workloads, so that it is unknown somewhere rather than nowhere. */
    private static boolean isAbout(Judge judge, Level subject) {
        return judge instanceof CompiledPolicy policy ? policy.subject() == subject : subject == Level.WORKLOAD;
    }

    /**
     * What every enabled deploy-time policy says of a workload that others look at as well.
     *
     * @param failures told of each evaluation that broke
     */
    public List<Verdict> judge(Judgement of, Consumer<EvaluationFailure> failures) {
        return judge(Stage.DEPLOY, of, failures);
    }

    /**
     * What every enabled deploy-time policy would say if nothing were known of images.
     *
     * @param whole what they say of the workload as it is: those that ask nothing about images say the same
     */
    public List<Verdict> judgeWithoutImages(Workload workload, List<Verdict> whole, Instant asOf) {
        if (workload.images().isEmpty()) {
            return whole;
        }
        List<Judge> judges = Objects.requireNonNull(ofWorkloads.get(Stage.DEPLOY));
        Judgement of = Judgement.of(workload.withoutImages(), asOf);
        List<Verdict> verdicts = new ArrayList<>(judges.size());
        for (int i = 0; i < judges.size(); i++) {
            verdicts.add(readsImages.get(i) ? judge(judges.get(i), of, failure -> {}) : whole.get(i));
        }
        return verdicts;
    }

    private List<Verdict> judge(Stage stage, Judgement of, Consumer<EvaluationFailure> failures) {
        List<Judge> judges = Objects.requireNonNull(ofWorkloads.get(stage));
        List<Verdict> verdicts = new ArrayList<>(judges.size());
        for (Judge judge : judges) {
            verdicts.add(judge(judge, of, failures));
        }
        return verdicts;
    }

    private static Verdict judge(Judge policy, Judgement of, Consumer<EvaluationFailure> failures) {
        try {
            return policy.judge(of);
        } catch (RuntimeException | StackOverflowError e) {
            UUID policyId = policy.source().id();
            Workload workload = of.workload();
            UUID errorId = NameBasedId.of(
                    "evaluation-failure",
                    policyId.toString(),
                    workload.id().toString(),
                    e.getClass().getName());
            failures.accept(new EvaluationFailure(errorId, policyId, workload.id(), e));
            UnknownFact fact = new UnknownFact(
                    "", "the workload", UnknownReason.FAILED, "The evaluation failed, error " + errorId + ".");
            return new Verdict(policyId, Verdict.Outcome.UNKNOWN, List.of(), List.of(fact), null);
        }
    }
}
