package dev.breakwater.engine.kubernetes;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads documents with Kubernetes objects, YAML or JSON, one or many, lists taken apart. Bounded in size, depth, nodes
 * and aliases, since a folder of manifests is as hostile as anything else.
 */
public final class Manifests {

    /** The largest document that is read, in characters. */
    public static final int MOST_CHARACTERS = 16 * 1024 * 1024;

    private static final int MOST_DEPTH = 100;
    private static final int MOST_ALIASES = 200;
    private static final int MOST_DOCUMENTS = 50_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Manifests() {}

    /**
     * The objects of a text.
     *
     * @param objects each object with a {@code kind}, in order
     * @param problems what could not be read, each one sentence for people; empty = everything was read
     */
    public record Reading(List<JsonNode> objects, List<String> problems) {

        public Reading {
            objects = List.copyOf(objects);
            problems = List.copyOf(problems);
        }
    }

    /** Reads what can be read; never fails. Documents before one that is broken are kept. */
    public static Reading read(String text) {
        List<JsonNode> objects = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        if (text.length() > MOST_CHARACTERS) {
            problems.add(
                    "The document has " + text.length() + " characters; at most " + MOST_CHARACTERS + " are read.");
        } else if (!text.stripLeading().startsWith("{") || !readJson(text, objects)) {
            objects.clear();
            readYaml(text, objects, problems);
        }
        return new Reading(objects, problems);
    }

    private static boolean readJson(String text, List<JsonNode> objects) {
        try (MappingIterator<JsonNode> documents =
                JSON.readerFor(JsonNode.class).readValues(text)) {
            while (documents.hasNextValue()) {
                addObjects(documents.nextValue(), objects, 0);
            }
            return true;
        } catch (JacksonException e) {
            // Flow style YAML begins like JSON.
            return false;
        }
    }

    private static void readYaml(String text, List<JsonNode> objects, List<String> problems) {
        int documents = 0;
        try {
            for (Object document : yaml().loadAll(tolerable(text))) {
                if (++documents > MOST_DOCUMENTS) {
                    problems.add("More than " + MOST_DOCUMENTS + " documents; the rest was not read.");
                    return;
                }
                addObjects(PlainTree.of(document, MOST_DEPTH), objects, 0);
            }
        } catch (YAMLException | IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            problems.add("Document " + (documents + 1) + ": "
                    + message.lines().findFirst().orElse("not readable")
                    + message.lines()
                            .filter(line -> line.contains("line "))
                            .findFirst()
                            .map(" "::concat)
                            .orElse(""));
        }
    }

    /**
     * A tab at the end of a line is white space in YAML, but SnakeYAML refuses it; a byte order mark inside of joined
     * files means nothing.
     */
    private static String tolerable(String text) {
        return text.replaceAll("(?<!\\t)\\t++(?=\\r?\\n|$)", "").replace("\ufeff", "");
    }

    private static Yaml yaml() {
        LoaderOptions bounds = new LoaderOptions();
        bounds.setCodePointLimit(MOST_CHARACTERS);
        bounds.setNestingDepthLimit(MOST_DEPTH);
        bounds.setMaxAliasesForCollections(MOST_ALIASES);
        bounds.setAllowRecursiveKeys(false);
        bounds.setWarnOnDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(bounds), new Representer(unused), unused, bounds, new KubernetesScalars());
    }

    private static void addObjects(JsonNode document, List<JsonNode> objects, int depth) {
        if (Tree.text(document, "kind").isEmpty()) {
            return;
        }
        boolean list = Tree.text(document, "kind").endsWith("List")
                && Tree.at(document, "items").isArray();
        if (!list) {
            objects.add(document);
        } else if (depth < MOST_DEPTH) {
            for (JsonNode item : Tree.objects(document, "items")) {
                addObjects(item, objects, depth + 1);
            }
        }
    }
}
