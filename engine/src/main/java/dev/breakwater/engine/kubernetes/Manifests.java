package dev.breakwater.engine.kubernetes;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
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
     * @param objects each object with a {@code kind}, in order; items of a list bear the kind that the list says
     * @param places where each object stands in its document, such as {@code items[2]}; empty for the document itself
     * @param problems what could not be read, each one sentence for people; empty = everything was read
     */
    public record Reading(List<JsonNode> objects, List<String> places, List<String> problems) {

        /** Nothing, for a reason. */
        public static Reading failed(String problem) {
            return new Reading(List.of(), List.of(), List.of(problem));
        }

        public Reading {
            objects = List.copyOf(objects);
            places = List.copyOf(places);
            problems = List.copyOf(problems);
        }
    }

    /** Reads what can be read; never fails. Documents before one that is broken are kept. */
    public static Reading read(String text) {
        ObjectCollector found = new ObjectCollector();
        if (text.length() > MOST_CHARACTERS) {
            found.problem(
                    "The document has " + text.length() + " characters; at most " + MOST_CHARACTERS + " are read.");
        } else if (!text.stripLeading().startsWith("{") || !readJson(text, found)) {
            found.clear();
            readYaml(text, found);
        }
        return new Reading(found.objects(), found.places(), found.problems());
    }

    private static boolean readJson(String text, ObjectCollector found) {
        try (MappingIterator<JsonNode> documents =
                JSON.readerFor(JsonNode.class).readValues(text)) {
            for (int number = 1; documents.hasNextValue(); number++) {
                found.add(documents.nextValue(), number);
            }
            return true;
        } catch (JacksonException e) {
            // Flow style YAML begins like JSON.
            return false;
        }
    }

    private static void readYaml(String text, ObjectCollector found) {
        int number = 1;
        try {
            Iterator<Object> documents = yaml().loadAll(tolerable(text)).iterator();
            for (; documents.hasNext(); number++) {
                if (number > MOST_DOCUMENTS) {
                    found.problem("More than " + MOST_DOCUMENTS + " documents; the rest was not read.");
                    return;
                }
                found.add(PlainTree.of(documents.next(), MOST_DEPTH), number);
            }
        } catch (MarkedYAMLException e) {
            found.problem("Document " + number + ": " + reason(e));
        } catch (YAMLException | IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            found.problem(
                    "Document " + number + ": " + message.lines().findFirst().orElse("not readable"));
        } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
            // The parser believes tags: "!!int {}" ends in a cast.
            found.problem("Document " + number + ": a value is not what its tag says");
        }
    }

    /** What the parser expected and found, what it was reading, and where: its own message draws that over many lines. */
    private static String reason(MarkedYAMLException e) {
        String problem = e.getProblem() == null || e.getProblem().isBlank()
                ? "not readable"
                : e.getProblem().strip();
        String context = e.getContext() == null || e.getContext().isBlank()
                ? ""
                : " " + e.getContext().strip();
        @Nullable Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        String place =
                mark == null ? "" : " (line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")";
        return problem + context + place;
    }

    /**
     * A tab at the end of a line is white space in YAML, but SnakeYAML refuses it; a byte order mark inside of joined
     * files means nothing.
     */
    static String tolerable(String text) {
        return text.replaceAll("(?<!\\t)\\t++(?=\\r?\\n|$)", "").replace("\ufeff", "");
    }

    static Yaml yaml() {
        LoaderOptions bounds = new LoaderOptions();
        bounds.setCodePointLimit(MOST_CHARACTERS);
        bounds.setNestingDepthLimit(MOST_DEPTH);
        bounds.setMaxAliasesForCollections(MOST_ALIASES);
        bounds.setAllowRecursiveKeys(false);
        bounds.setWarnOnDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(bounds), new Representer(unused), unused, bounds, new KubernetesScalars());
    }
}
