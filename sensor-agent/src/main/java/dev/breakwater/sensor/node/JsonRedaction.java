package dev.breakwater.sensor.node;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Takes secrets out of JSON: by the name of a field, of a variable ({@code NAME=value}) and by how a value looks. */
final class JsonRedaction {

    private static final int DEEPEST = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private final TextRedaction texts;

    JsonRedaction(TextRedaction texts) {
        this.texts = texts;
    }

    /**
     * The document without its secrets.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    JsonNode of(byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            redact("", tree);
            return tree;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("is no JSON", e);
        }
    }

    private void redact(String name, JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String field : List.copyOf(object.propertyNames())) {
                JsonNode inner = object.get(field);
                if (inner instanceof StringNode text) {
                    object.put(field, texts.value(field, text.stringValue()));
                } else {
                    redact(field, inner);
                }
            }
        } else if (node instanceof ArrayNode array) {
            redactAll(name, array);
        }
    }

    private void redactAll(String name, ArrayNode array) {
        List<String> words = new ArrayList<>();
        for (JsonNode element : array) {
            words.add(element instanceof StringNode text ? text.stringValue() : "");
        }
        boolean isCommand =
                List.of("Cmd", "Args", "Entrypoint", "command", "args").contains(name);
        List<String> shown = isCommand ? texts.words(words) : words;
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof StringNode) {
                array.set(i, StringNode.valueOf(isCommand ? shown.get(i) : element(name, words.get(i))));
            } else {
                redact(name, array.get(i));
            }
        }
    }

    private String element(String name, String text) {
        int equals = text.indexOf('=');
        return equals > 0
                ? text.substring(0, equals + 1) + texts.value(text.substring(0, equals), text.substring(equals + 1))
                : texts.value(name, text);
    }
}
