package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.OwnershipRules;
import dev.breakwater.central.inventory.OwnershipRules.Rule;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells whose a workload is, and whether it is the platform's. */
record Classification(OwnershipRules ownership, List<String> platformNamespaces) {

    private static final int TEAM_LENGTH = 200;

    /** What a namespace brings to the question. */
    record NamespaceFacts(Map<String, String> labels, Map<String, String> annotations) {

        static final NamespaceFacts NONE = new NamespaceFacts(Map.of(), Map.of());
    }

    boolean isPlatform(String namespace) {
        return platformNamespaces.stream().anyMatch(pattern -> matches(pattern, namespace));
    }

    /** The team of a workload, empty = nobody. */
    String teamOf(ObjectMeta workload, NamespaceFacts namespace) {
        for (Rule rule : ownership.rules()) {
            String found = find(rule, workload, namespace);
            if (found != null && !found.isBlank()) {
                String team = rule.team().isBlank() ? found.strip() : rule.team();
                return team.length() <= TEAM_LENGTH ? team : team.substring(0, TEAM_LENGTH);
            }
        }
        return "";
    }

    private static @Nullable String find(Rule rule, ObjectMeta workload, NamespaceFacts namespace) {
        return switch (rule.source()) {
            case LABEL -> workload.labels().get(rule.key());
            case ANNOTATION -> plain(workload.annotations().get(rule.key()));
            case NAMESPACE_LABEL -> namespace.labels().get(rule.key());
            case NAMESPACE_ANNOTATION -> namespace.annotations().get(rule.key());
            case NAMESPACE_NAME -> matches(rule.key(), workload.namespace()) ? rule.team() : null;
        };
    }

    private static @Nullable String plain(@Nullable Text text) {
        return text == null ? null : text.value();
    }

    /** {@code *} stands for any run of characters. */
    static boolean matches(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(text);
        }
        if (!text.startsWith(pattern.substring(0, star))) {
            return false;
        }
        String rest = pattern.substring(star + 1);
        if (rest.isEmpty()) {
            return true;
        }
        for (int i = star; i <= text.length(); i++) {
            if (matches(rest, text.substring(i))) {
                return true;
            }
        }
        return false;
    }
}
