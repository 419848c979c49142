package dev.breakwater.central.inventory.internal;

import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import java.util.Map;
import java.util.function.Supplier;

/** What the sensor of a cluster sees, by kind: what it does not see is unknown, not empty. */
record KindSight(Map<String, Sight> byKind) {

    /** What the sensor said of a kind. */
    record Sight(String word, String detail) {}

    <T> Observed<T> observe(ObjectKind kind, Supplier<T> seen) {
        Sight sight = byKind.get(kind.name());
        if (sight == null) {
            return Observed.unknown(
                    UnknownReason.NOT_COLLECTED, "The sensor has not yet said whether it sees " + words(kind) + ".");
        }
        if (sight.word().equals("SEEN")) {
            return Observed.known(seen.get());
        }
        String detail = sight.detail().isBlank() ? "" : " " + sight.detail();
        return Observed.unknown(reason(sight.word()), "The sensor does not see " + words(kind) + "." + detail);
    }

    private static UnknownReason reason(String word) {
        return switch (word) {
            case "NOT_SERVED" -> UnknownReason.NOT_SERVED;
            case "FORBIDDEN" -> UnknownReason.FORBIDDEN;
            case "FAILED" -> UnknownReason.FAILED;
            case "OUT_OF_SIGHT" -> UnknownReason.OUT_OF_SIGHT;
            default -> UnknownReason.NOT_COLLECTED;
        };
    }

    private static String words(ObjectKind kind) {
        return switch (kind) {
            case NAMESPACE -> "namespaces";
            case NODE -> "nodes";
            case SERVICE_ACCOUNT -> "service accounts";
            case ROLE -> "roles";
            case ROLE_BINDING -> "role bindings";
            case SECRET -> "secrets";
            case SERVICE -> "services";
            case ENDPOINTS -> "endpoints";
            case INGRESS -> "ingresses";
            case NETWORK_POLICY -> "network policies";
            case POD -> "pods";
            case WORKLOAD -> "workloads";
        };
    }
}
