package dev.breakwater.engine.compliance;

import dev.breakwater.engine.compliance.StandardRejected.Problem;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML that people wrote as nodes with their lines, and gathers what is wrong with it. */
final class StandardNodes {

    private static final int SHOWN = 80;
    private static final int DEPTH = 12;

    private final List<Problem> problems = new ArrayList<>();

    /** A mapping with where it stands. */
    record Fields(String at, int line, Map<String, Node> values) {}

    /** The text as a tree; {@code null} if it is none, which is noted. */
    @Nullable
    Node read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(StandardDocument.LONGEST);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEPTH);
        options.setAllowDuplicateKeys(false);
        try {
            Yaml yaml = new Yaml(new SafeConstructor(options));
            if (!plain(yaml.parse(new StringReader(text)))) {
                return null;
            }
            Node node = yaml.compose(new StringReader(text));
            if (node == null) {
                problem(1, "standard", "", "YAML with id, name and sections or extends");
            }
            return node;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problem(line, "standard", String.valueOf(e.getProblem()), "one document of YAML");
            return null;
        } catch (YAMLException e) {
            problem(
                    1,
                    "standard",
                    String.valueOf(e.getMessage()),
                    "up to " + StandardDocument.LONGEST + " characters of YAML");
            return null;
        }
    }

    /** Whether there is nothing but mappings, lists and texts; what else there is, is noted with its line. */
    private boolean plain(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            int line = event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
            if (event instanceof AliasEvent alias) {
                problem(line, "standard", "*" + alias.getAnchor(), "YAML without aliases");
                return false;
            }
            String tag = event instanceof ScalarEvent scalar
                    ? scalar.getTag()
                    : event instanceof CollectionStartEvent start ? start.getTag() : null;
            if (tag != null) {
                problem(line, "standard", tag, "YAML without tags");
                return false;
            }
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEPTH) {
                problem(line, "standard", "nested " + depth + " deep", "at most " + DEPTH + " levels");
                return false;
            }
        }
        return true;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void problem(int line, String field, String value, String allowed) {
        problems.add(
                new Problem(line, field, value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…", allowed));
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The fields of a mapping; those that are not known are noted. */
    Fields fields(Node node, String at, Set<String> known) {
        Map<String, Node> values = new HashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem(line(node), at, shown(node), "a mapping of " + String.join(", ", new TreeSet<>(known)));
            return new Fields(at, line(node), values);
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(name)) {
                problem(line(tuple.getKeyNode()), path(at, name), name, String.join(", ", new TreeSet<>(known)));
            } else if (values.put(name, tuple.getValueNode()) != null) {
                problem(line(tuple.getKeyNode()), path(at, name), name, "each field once");
            }
        }
        return new Fields(at, line(node), values);
    }

    /** A text of a field; empty if it is not there and may be left out. */
    String text(Fields of, String name, boolean required, int longest) {
        Node node = of.values().get(name);
        String at = path(of.at(), name);
        if (node == null) {
            if (required) {
                problem(of.line(), at, "", "1 to " + longest + " characters");
            }
            return "";
        }
        if (!(node instanceof ScalarNode scalar)) {
            problem(line(node), at, shown(node), "a text");
            return "";
        }
        String value = scalar.getValue().strip();
        boolean controls = value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
        if (value.length() > longest || controls || required && value.isEmpty()) {
            problem(line(node), at, value, (required ? "1" : "0") + " to " + longest + " characters");
            return "";
        }
        return value;
    }

    /** The items of a list; none if it is not there. */
    List<Node> items(Fields of, String name, int most) {
        Node node = of.values().get(name);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problem(line(node), path(of.at(), name), shown(node), "a list");
            return List.of();
        }
        if (sequence.getValue().size() > most) {
            problem(line(node), path(of.at(), name), sequence.getValue().size() + " items", "up to " + most + " items");
            return List.of();
        }
        return sequence.getValue();
    }

    static String shown(Node node) {
        return node instanceof ScalarNode scalar
                ? scalar.getValue()
                : node instanceof SequenceNode ? "a list" : "a mapping";
    }

    static String path(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }
}
