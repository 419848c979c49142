package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.criteria.Answer;
import dev.breakwater.engine.policy.value.KeyValue;
import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.engine.policy.value.TextPattern.Bare;
import dev.breakwater.engine.policy.value.TextTest;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A scope with its names compiled. Only namespace labels can be unknown. */
record CompiledScope(
        TextTest cluster,
        TextTest namespace,
        TextTest workload,
        List<KeyValue> labels,
        List<KeyValue> namespaceLabels) {

    private static final int MAX_LABELS = 50;

    static CompiledScope of(Policy.Scope scope, String pointer, Problems problems) {
        return new CompiledScope(
                name(scope.cluster(), pointer + "/cluster", problems),
                name(scope.namespace(), pointer + "/namespace", problems),
                name(scope.workload(), pointer + "/workload", problems),
                labels(scope.labels(), pointer + "/labels", problems),
                labels(scope.namespaceLabels(), pointer + "/namespaceLabels", problems));
    }

    private static TextTest name(String name, String pointer, Problems problems) {
        if (name.isEmpty()) {
            return new TextTest.Anything();
        }
        try {
            return TextPattern.parse(name, Bare.PREFIX);
        } catch (ValueRejected e) {
            problems.add(pointer, name, e.allowed());
            return new TextTest.Anything();
        }
    }

    private static List<KeyValue> labels(List<String> labels, String pointer, Problems problems) {
        if (labels.size() > MAX_LABELS) {
            problems.add(pointer, labels.size() + " labels", "Allowed: up to " + MAX_LABELS + " labels.");
            return List.of();
        }
        List<KeyValue> compiled = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            try {
                compiled.add(KeyValue.parse(labels.get(i)));
            } catch (ValueRejected e) {
                problems.add(pointer + "/" + i, labels.get(i), e.allowed());
            }
        }
        return List.copyOf(compiled);
    }

    Answer test(Workload in) {
        boolean named =
                holds(in.cluster(), in.namespace(), in.name(), in.spec().meta().labels());
        if (!named || namespaceLabels.isEmpty()) {
            return Answer.of(named);
        }
        return switch (in.namespaceLabels()) {
            case Observed.Known<Map<String, String>>(Map<String, String> found) ->
                Answer.of(carries(found, namespaceLabels));
            case Observed.Unknown<Map<String, String>>(UnknownReason reason, String detail) ->
                Answer.unknown(reason, detail);
        };
    }

    /** Whether something that is no workload is in it: scopes that ask for a workload or labels never hold of it. */
    Answer test(String inCluster, String inNamespace) {
        boolean named = workload instanceof TextTest.Anything
                && labels.isEmpty()
                && cluster.matches(inCluster)
                && namespace.matches(inNamespace);
        return named && !namespaceLabels.isEmpty()
                ? Answer.unknown(UnknownReason.NOT_COLLECTED, "The labels of the namespace are not known here.")
                : Answer.of(named);
    }

    /** Whether an object that is no workload is in it: its name and labels are asked as a workload's would be. */
    Answer test(Resource in) {
        boolean named = holds(
                in.cluster(), in.meta().namespace(), in.meta().name(), in.meta().labels());
        return named && !namespaceLabels.isEmpty()
                ? Answer.unknown(UnknownReason.NOT_COLLECTED, "The labels of the namespace are not known here.")
                : Answer.of(named);
    }

    /** Whether everything but the namespace's labels holds. */
    boolean holds(String inCluster, String inNamespace, String name, Map<String, String> carried) {
        return cluster.matches(inCluster)
                && namespace.matches(inNamespace)
                && workload.matches(name)
                && carries(carried, labels);
    }

    static boolean carries(Map<String, String> found, List<KeyValue> wanted) {
        return wanted.stream()
                .allMatch(one -> found.entrySet().stream()
                        .anyMatch(entry ->
                                one.key().matches(entry.getKey()) && one.value().matches(entry.getValue())));
    }
}
