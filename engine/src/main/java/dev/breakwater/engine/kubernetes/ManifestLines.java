package dev.breakwater.engine.kubernetes;

import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Which line of a document says what: from the path of a field, as evidence names it, to the line as it was written, comments
 * and order kept. For one document, YAML or JSON.
 */
public final class ManifestLines {

    private final @Nullable Node root;

    private ManifestLines(@Nullable Node root) {
        this.root = root;
    }

    /** Reads where things stand; of a document that cannot be read everything stands in its first line. */
    public static ManifestLines of(String document) {
        if (document.length() > Manifests.MOST_CHARACTERS) {
            return new ManifestLines(null);
        }
        try {
            return new ManifestLines(Manifests.yaml().compose(new StringReader(Manifests.tolerable(document))));
        } catch (YAMLException | IllegalArgumentException | StackOverflowError e) {
            return new ManifestLines(null);
        }
    }

    /**
     * The line of a field, or of the nearest thing above it that is there.
     *
     * @param path such as {@code items[2].spec.template.spec.containers[0].image}
     * @return from 1
     */
    public int lineOf(String path) {
        Node at = root;
        if (at == null) {
            return 1;
        }
        int line = line(at);
        String rest = path;
        while (!rest.isEmpty()) {
            Step step = step(at, rest);
            if (step == null) {
                return line;
            }
            line = step.line;
            at = step.node;
            rest = step.rest;
        }
        return line;
    }

    /** One step down: into a field or an element. */
    private record Step(Node node, int line, String rest) {}

    private static @Nullable Step step(Node at, String path) {
        return switch (at) {
            case MappingNode mapping -> field(mapping, path);
            case SequenceNode sequence -> element(sequence.getValue(), path);
            default -> null;
        };
    }

    /** Keys may hold dots, as those of annotations do: the longest that fits is meant. */
    private static @Nullable Step field(MappingNode mapping, String path) {
        @Nullable Step best = null;
        int longest = -1;
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key
                    && key.getValue().length() > longest
                    && begins(path, key.getValue())) {
                longest = key.getValue().length();
                best = new Step(tuple.getValueNode(), line(key), below(path, longest));
            }
        }
        return best;
    }

    private static boolean begins(String path, String key) {
        return path.startsWith(key)
                && (path.length() == key.length()
                        || path.charAt(key.length()) == '.'
                        || path.charAt(key.length()) == '[');
    }

    private static @Nullable Step element(List<Node> elements, String path) {
        int end = path.indexOf(']');
        if (!path.startsWith("[") || end < 2 || end > 9) {
            return null;
        }
        String number = path.substring(1, end);
        if (!number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int index = Integer.parseInt(number);
        return index < elements.size()
                ? new Step(elements.get(index), line(elements.get(index)), below(path, end + 1))
                : null;
    }

    private static String below(String path, int at) {
        return at < path.length() && path.charAt(at) == '.' ? path.substring(at + 1) : path.substring(at);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
