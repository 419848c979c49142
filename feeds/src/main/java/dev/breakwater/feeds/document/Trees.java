package dev.breakwater.feeds.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads JSON, YAML and TOML as {@link Tree}. Nesting and lengths are bounded; anchors of YAML are not followed. */
public final class Trees {

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxStringLength(8 << 20)
            .maxNameLength(4096)
            .build();

    private static final TokenStreamFactory JSON =
            JsonFactory.builder().streamReadConstraints(BOUNDS).build();
    private static final TokenStreamFactory YAML =
            YAMLFactory.builder().streamReadConstraints(BOUNDS).build();
    private static final TomlMapper TOML = new TomlMapper();

    private Trees() {}

    /** @throws MalformedDocument with what is wrong and the line */
    public static Tree json(byte[] document) throws IOException {
        return read(JSON.createParser(ObjectReadContext.empty(), document));
    }

    /** The first document of a YAML stream. @throws MalformedDocument with what is wrong and the line */
    public static Tree yaml(byte[] document) throws IOException {
        return read(YAML.createParser(ObjectReadContext.empty(), document));
    }

    /** @throws MalformedDocument with what is wrong and the line */
    public static Tree toml(String document) throws IOException {
        try {
            return read(TOML.treeAsTokens(TOML.readTree(document)));
        } catch (JacksonException malformed) {
            throw MalformedDocument.of(malformed);
        }
    }

    /** Takes the parts of a large document. */
    public interface PartVisitor {

        /** @param field the field of the document, of each item of a list once more */
        void visit(String field, Tree part) throws IOException;
    }

    /**
     * Shows the fields of a JSON object one by one, and of fields that are lists each item, so that the whole is never held.
     *
     * @throws MalformedDocument with what is wrong and the line; what came before was visited
     */
    public static void jsonParts(InputStream document, PartVisitor visitor) throws IOException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedDocument("is no object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        visitor.visit(field, new Tree(value(parser)));
                    }
                } else {
                    visitor.visit(field, new Tree(value(parser)));
                }
            }
        } catch (JacksonException malformed) {
            throw MalformedDocument.of(malformed);
        }
    }

    private static Tree read(JsonParser parser) throws IOException {
        try (parser) {
            return parser.nextToken() == null ? Tree.NOTHING : new Tree(value(parser));
        } catch (JacksonException malformed) {
            throw MalformedDocument.of(malformed);
        } catch (RuntimeException unexpected) {
            throw new MalformedDocument(String.valueOf(unexpected.getMessage()));
        }
    }

    /** The value at which a parser stands. */
    static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<@Nullable Object> list(JsonParser parser) {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }
}
