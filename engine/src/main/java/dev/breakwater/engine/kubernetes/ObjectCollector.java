package dev.breakwater.engine.kubernetes;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gathers the objects of documents and takes lists apart. What is no object of Kubernetes is a problem: skipped in
 * silence, it would look as if it had been read.
 */
final class ObjectCollector {

    private static final int MOST_DEPTH = 100;
    private static final int MOST_PROBLEMS = 50;
    private static final String LIST = "List";

    private final List<JsonNode> objects = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    List<JsonNode> objects() {
        return objects;
    }

    /** Where each object stands in its document, empty for the document itself. */
    List<String> places() {
        return places;
    }

    List<String> problems() {
        return problems;
    }

    /** Forgets everything, to begin anew. */
    void clear() {
        objects.clear();
        places.clear();
        problems.clear();
    }

    /**
     * Takes in a document; one that is empty or holds comments only is none.
     *
     * @param number from 1
     */
    void add(JsonNode document, int number) {
        if (!document.isNull() && !document.isMissingNode()) {
            add(document, "", "Document " + number + ": ", 0);
        }
    }

    void problem(String problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        } else if (problems.size() == MOST_PROBLEMS) {
            problems.add("More than " + MOST_PROBLEMS + " problems; the others are not listed.");
        }
    }

    private void add(JsonNode object, String place, String where, int depth) {
        String kind = Tree.text(object, "kind");
        if (!object.isObject()) {
            problem(where + "not a Kubernetes object but " + Shapes.word(object));
        } else if (kind.isEmpty()) {
            problem(where + "no kind: not a Kubernetes object");
        } else if (!kind.endsWith(LIST) || !object.has("items")) {
            objects.add(object);
            places.add(place);
        } else if (depth >= MOST_DEPTH) {
            problem(where + "lists within lists, more than " + MOST_DEPTH + " deep");
        } else {
            addItems(object, kind, place, where, depth);
        }
    }

    private void addItems(JsonNode list, String kind, String place, String where, int depth) {
        JsonNode items = list.path("items");
        if (!items.isArray() && !items.isNull()) {
            problem(where + "the items of the " + kind + " are " + Shapes.word(items) + ", not a list");
            return;
        }
        String itemKind = kind.substring(0, kind.length() - LIST.length());
        String apiVersion = Tree.text(list, "apiVersion");
        int number = 0;
        for (JsonNode item : items) {
            number++;
            if (item instanceof ObjectNode object && !itemKind.isEmpty()) {
                // An API server leaves out of each item what the list says of all.
                complete(object, "kind", itemKind);
                complete(object, "apiVersion", apiVersion);
            }
            String itemPlace = (place.isEmpty() ? "" : place + ".") + "items[" + (number - 1) + "]";
            add(item, itemPlace, where + "item " + number + " of the " + kind + ": ", depth + 1);
        }
    }

    private static void complete(ObjectNode object, String field, String value) {
        JsonNodeType type = object.path(field).getNodeType();
        if (type == JsonNodeType.MISSING || type == JsonNodeType.NULL) {
            object.put(field, value);
        }
    }
}
