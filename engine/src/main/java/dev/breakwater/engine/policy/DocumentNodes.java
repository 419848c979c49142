package dev.breakwater.engine.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads documents as trees in which numbers stay the text that was written: the image tag 1.10 is not 1.1. */
final class DocumentNodes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DocumentNodes() {}

    /** Told of where each value begins, while it is read. */
    interface Places {

        Places NOBODY_ASKS = (pointer, line) -> {};

        /**
         * A value.
         *
         * @param pointer JSON pointer into the text, its first step the number of the document
         * @param line from 1
         */
        void found(String pointer, int line);
    }

    /** All documents one after the other. */
    static List<JsonNode> read(JsonParser parser) throws IOException {
        return read(parser, Places.NOBODY_ASKS);
    }

    /** The same, telling where everything stands. */
    static List<JsonNode> read(JsonParser parser, Places places) throws IOException {
        boolean asked = places != Places.NOBODY_ASKS;
        List<JsonNode> documents = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            documents.add(node(parser, token, asked ? "/" + documents.size() : "", places));
        }
        return documents;
    }

    /** Deep nesting is refused by the parser before it is reached here. */
    private static JsonNode node(JsonParser parser, JsonToken token, String pointer, Places places) throws IOException {
        if (places != Places.NOBODY_ASKS) {
            places.found(pointer, parser.currentTokenLocation().getLineNr());
        }
        return switch (token) {
            case START_OBJECT -> object(parser, pointer, places);
            case START_ARRAY -> array(parser, pointer, places);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_STRING,
                    VALUE_NUMBER_INT,
                    VALUE_NUMBER_FLOAT,
                    VALUE_EMBEDDED_OBJECT,
                    FIELD_NAME,
                    END_OBJECT,
                    END_ARRAY,
                    NOT_AVAILABLE -> NODES.textNode(parser.getText());
        };
    }

    private static ObjectNode object(JsonParser parser, String pointer, Places places) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String at = places == Places.NOBODY_ASKS ? "" : pointer + "/" + name;
            // Where the name stands: a value may begin a line below it.
            int line = parser.currentTokenLocation().getLineNr();
            object.set(name, node(parser, parser.nextToken(), at, places));
            if (places != Places.NOBODY_ASKS) {
                places.found(at, line);
            }
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser, String pointer, Places places) throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            String at = places == Places.NOBODY_ASKS ? "" : pointer + "/" + array.size();
            array.add(node(parser, token, at, places));
        }
        return array;
    }
}
