package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How sensitive what runs in a namespace is: as its label says, or by the rule for the namespaces of the cluster itself. */
final class NamespaceSensitivity extends RankCriterion<OfWorkload> {

    private static final List<String> SCALE = List.of("PUBLIC", "INTERNAL", "CONFIDENTIAL", "RESTRICTED");
    private static final List<String> LABELS =
            List.of("breakwater.dev/sensitivity", "data-classification", "sensitivity");

    NamespaceSensitivity() {
        super(
                "Namespace Sensitivity",
                Level.WORKLOAD,
                SCALE,
                "How sensitive the namespace is, by its label breakwater.dev/sensitivity, data-classification or sensitivity;"
                        + " kube-* and openshift-* are RESTRICTED; unknown where no label says it.");
    }

    @Override
    Observed<String> read(OfWorkload of) {
        Workload workload = of.workload();
        return switch (workload.namespaceLabels()) {
            case Observed.Unknown<Map<String, String>>(UnknownReason reason, String detail) ->
                ruled(workload)
                        .<Observed<String>>map(Observed::known)
                        .orElseGet(() -> Observed.unknown(reason, detail));
            case Observed.Known<Map<String, String>>(Map<String, String> labels) ->
                labelled(labels)
                        .or(() -> ruled(workload))
                        .<Observed<String>>map(Observed::known)
                        .orElseGet(() -> Observed.unknown(
                                UnknownReason.UNRESOLVED,
                                "Namespace " + workload.namespace() + " does not say how sensitive it is."));
        };
    }

    private static Optional<String> labelled(Map<String, String> labels) {
        for (String label : LABELS) {
            String level = labels.getOrDefault(label, "").strip().toUpperCase(Locale.ROOT);
            if (SCALE.contains(level)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ruled(Workload workload) {
        String name = workload.namespace();
        return name.startsWith("kube-") || name.startsWith("openshift-") ? Optional.of("RESTRICTED") : Optional.empty();
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        return new Sighting(
                "Namespace " + of.workload().namespace() + " is of sensitivity " + found(of) + ".",
                "namespace",
                found(of),
                "metadata.namespace");
    }
}
