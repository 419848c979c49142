package dev.breakwater.scanner.structured;

import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * JSON, YAML and TOML read piece by piece: of a document only the fields asked for become trees, one child at a time, so that
 * a lockfile of tens of megabytes costs what its largest entry does.
 */
public final class Structured {

    /** Values of one child that are kept at once; the largest entries of real lockfiles have some hundreds. */
    public static final int OF_AN_ENTRY = 50_000;

    /** The largest table of a TOML document, in characters: it comes as one tree. */
    private static final int LARGEST_TABLE = 256 << 10;

    /** The largest JSON document, in bytes. */
    public static final int LARGEST = 64 << 20;

    /** The largest YAML document, in characters: YAML is slow to parse. */
    public static final int LARGEST_YAML = 24 << 20;

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxDocumentLength(LARGEST)
            .maxNestingDepth(100)
            .maxNameLength(4_096)
            .maxStringLength(1 << 20)
            .maxTokenCount(10_000_000)
            .build();

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(BOUNDS)
            // what npm, bun and NuGet write and read themselves
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(BOUNDS)
            .loadSettings(LoadSettings.builder()
                    .setCodePointLimit(LARGEST_YAML)
                    .setAllowDuplicateKeys(true)
                    .build())
            .build();

    private static final TomlMapper TOML = TomlMapper.builder(
                    TomlFactory.builder().streamReadConstraints(BOUNDS).build())
            .build();

    /** Bytes by which parsers tell character sets apart. */
    private static final int LONGEST_MARK = 4;

    private Structured() {}

    /** Takes one child of a field: of an object its key and value, of an array an empty key and an element. */
    @FunctionalInterface
    public interface Visitor {
        void visit(String key, JsonNode value) throws IOException;
    }

    /**
     * Visits the children of top-level fields; a scalar is visited by the field's own name. Of a document that is an array
     * the elements are visited as those of the field {@code ""}.
     */
    public static void json(InputStream content, int mostValues, Map<String, Visitor> fields) throws IOException {
        walk(JSON, content, mostValues, fields);
    }

    /** As {@link #json}, of YAML; an alias is visited as its name, never expanded. */
    public static void yaml(InputStream content, int mostValues, Map<String, Visitor> fields) throws IOException {
        walk(YAML, content, mostValues, fields);
    }

    /**
     * Visits the tables of an array of tables, {@code [[name]]}, each parsed by itself: as one tree a hostile document of some
     * megabytes would take hundreds.
     *
     * @param names which arrays
     */
    public static void toml(Stream<String> lines, Set<String> names, Visitor visitor) throws IOException {
        StringBuilder table = new StringBuilder();
        String name = "";
        for (String line : (Iterable<String>) lines::iterator) {
            String head = line.startsWith("[[") ? line.strip() : "";
            String begins =
                    head.endsWith("]]") ? head.substring(2, head.length() - 2).strip() : "";
            if (names.contains(begins)) {
                table(name, table, visitor);
                table.setLength(0);
                name = begins;
            }
            if (!name.isEmpty()) {
                if (table.length() + line.length() > LARGEST_TABLE) {
                    throw new UnreadableEntry("has a table of more than " + LARGEST_TABLE + " characters");
                }
                table.append(line).append('\n');
            }
        }
        table(name, table, visitor);
    }

    private static void table(String name, CharSequence table, Visitor visitor) throws IOException {
        if (!name.isEmpty()) {
            for (JsonNode each : TOML.readTree(table.toString()).path(name)) {
                visitor.visit(name, each);
            }
        }
    }

    /** The names of the top-level fields of a JSON object with the text of those that are scalars, for telling formats apart. */
    public static Map<String, String> names(InputStream content) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        try (JsonParser parser = open(JSON, content)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return names;
            }
            for (String field = parser.nextName(); field != null && names.size() < 1_000; field = parser.nextName()) {
                JsonToken value = parser.nextToken();
                names.put(field, value.isScalarValue() ? parser.getString() : "");
                parser.skipChildren();
            }
        }
        return names;
    }

    /**
     * The beginning is read first, so that what fails then is the layer; a parser that cannot begin with it is told of by an
     * {@link IOException} too, and is the document's fault.
     */
    private static JsonParser open(TokenStreamFactory factory, InputStream content) throws IOException {
        InputStream beginning = new ByteArrayInputStream(content.readNBytes(LONGEST_MARK));
        try {
            return factory.createParser(
                    ObjectReadContext.empty(), new SequenceInputStream(beginning, unclosed(content)));
        } catch (JacksonException strange) {
            throw new UnreadableEntry("is in no character set that can be read");
        }
    }

    private static void walk(TokenStreamFactory factory, InputStream content, int most, Map<String, Visitor> fields)
            throws IOException {
        try (JsonParser parser = open(factory, content)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY && fields.containsKey("")) {
                children(parser, "", most, fields.get(""));
                return;
            }
            if (first != JsonToken.START_OBJECT) {
                throw new UnreadableEntry("is not a document with fields");
            }
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                parser.nextToken();
                Visitor visitor = fields.get(field);
                if (visitor == null) {
                    parser.skipChildren();
                } else {
                    children(parser, field, most, visitor);
                }
            }
        }
    }

    private static void children(JsonParser parser, String field, int most, Visitor visitor) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                parser.nextToken();
                visitor.visit(key, tree(parser, new int[] {most}));
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                visitor.visit("", tree(parser, new int[] {most}));
            }
        } else {
            visitor.visit(field, tree(parser, new int[] {1}));
        }
    }

    private static JsonNode tree(JsonParser parser, int[] left) throws IOException {
        if (left[0]-- <= 0) {
            throw new UnreadableEntry("has an entry of too many values");
        }
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new UnreadableEntry("ends within its content");
        }
        return switch (token) {
            case START_OBJECT -> {
                ObjectNode object = nodes.objectNode();
                for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                    parser.nextToken();
                    object.set(key, tree(parser, left));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = nodes.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(tree(parser, left));
                }
                yield array;
            }
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NULL -> nodes.nullNode();
            default -> nodes.stringNode(parser.getString());
        };
    }

    /** The text of a field; empty if there is none or it is no scalar. */
    public static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    /** A stream whose closing leaves the other open: it belongs to the layer. */
    public static InputStream unclosed(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                return in.read(into, from, most);
            }

            @Override
            public void close() {
                // the layer's part
            }
        };
    }
}
