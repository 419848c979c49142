package dev.breakwater.sensor.action;

import dev.breakwater.engine.kubernetes.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Changes the manifest of a node as a person would: one line, everything else as it stands there. */
final class NodeManifest {

    private NodeManifest() {}

    /** The document with {@code spec.unschedulable} set, empty if it is not written in lines that this can change. */
    static Optional<String> unschedulable(String document, boolean unschedulable) {
        List<String> lines = new ArrayList<>(List.of(document.split("\n", -1)));
        int spec = find(lines, 0, lines.size(), "spec:\\s*(#.*)?");
        String line = "  unschedulable: " + unschedulable;
        if (spec < 0) {
            int end = lines.size();
            while (end > 0 && lines.get(end - 1).isBlank()) {
                end--;
            }
            lines.addAll(end, List.of("spec:", line));
        } else {
            int end = find(lines, spec + 1, lines.size(), "[^\\s#].*");
            int present = find(lines, spec + 1, end < 0 ? lines.size() : end, "\\s+unschedulable:.*");
            if (present >= 0) {
                lines.set(
                        present,
                        lines.get(present).replaceFirst("unschedulable:.*", "unschedulable: " + unschedulable));
            } else {
                int first = find(lines, spec + 1, end < 0 ? lines.size() : end, "\\s+[^\\s#].*");
                String indent = first < 0 ? "  " : lines.get(first).replaceFirst("\\S.*", "");
                lines.add(spec + 1, indent + "unschedulable: " + unschedulable);
            }
        }
        String changed = String.join("\n", lines);
        return says(changed, unschedulable) ? Optional.of(changed) : Optional.empty();
    }

    /** Whether it reads as was meant, and is still one whole object. */
    private static boolean says(String document, boolean unschedulable) {
        Manifests.Reading reading = Manifests.read(document);
        if (!reading.problems().isEmpty() || reading.objects().size() != 1) {
            return false;
        }
        JsonNode node = reading.objects().getFirst();
        return node.path("kind").asString("").equals("Node")
                && node.path("spec").path("unschedulable").asBoolean(!unschedulable) == unschedulable;
    }

    private static int find(List<String> lines, int from, int to, String pattern) {
        for (int i = from; i < to; i++) {
            if (lines.get(i).matches(pattern)) {
                return i;
            }
        }
        return -1;
    }
}
