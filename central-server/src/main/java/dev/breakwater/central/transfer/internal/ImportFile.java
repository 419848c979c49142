package dev.breakwater.central.transfer.internal;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.UnreadableBody;
import dev.breakwater.central.system.Carried;
import dev.breakwater.central.transfer.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file that somebody sends: bounded in size, depth and number, nothing in it that is not known, and each item looked
 * at by its section. What is wrong is named by its JSON pointer.
 */
final class ImportFile {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(100_000)
                            .maxNameLength(200)
                            .maxNumberLength(20)
                            .maxDocumentLength(Transfer.LARGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, Carried<?>> sections = new LinkedHashMap<>();

    ImportFile(List<Carried<?>> sections) {
        sections.forEach(section -> this.sections.put(section.name(), section));
    }

    /** The sections that the file has, in our order. */
    List<Content<?>> read(InputStream in) {
        Map<String, Content<?>> found = new LinkedHashMap<>();
        boolean format = false;
        boolean version = false;
        try (JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidRequest("", "something else", "a JSON object, as an export is");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("format")) {
                    format = is(name, parser, Transfer.FORMAT);
                } else if (name.equals("version")) {
                    version = is(name, parser, String.valueOf(Transfer.VERSION));
                } else if (!format || !version) {
                    throw new InvalidRequest("/" + name, "", "only after \"format\" and \"version\"");
                } else {
                    found.put(name, content(section(name), parser));
                }
            }
            if (parser.nextToken() != null) {
                throw new InvalidRequest("", "something after the end of the object", "one JSON object");
            }
        } catch (JacksonException e) {
            throw at("", e);
        }
        if (!format || !version) {
            throw new InvalidRequest(format ? "/version" : "/format", "", format ? "1" : "\"" + Transfer.FORMAT + "\"");
        }
        return sections.keySet().stream()
                .filter(found::containsKey)
                .<Content<?>>map(found::get)
                .toList();
    }

    private static boolean is(String name, JsonParser parser, String wanted) {
        String value = String.valueOf(parser.getString());
        if (!value.equals(wanted)) {
            throw new InvalidRequest("/" + name, value, wanted);
        }
        return true;
    }

    private Carried<?> section(String name) {
        Carried<?> section = sections.get(name);
        if (section == null) {
            throw new InvalidRequest(
                    "/" + name,
                    name,
                    sections.keySet().stream().collect(Collectors.joining(", ", "format, version, ", "")));
        }
        return section;
    }

    private static <T extends Record> Content<T> content(Carried<T> section, JsonParser parser) {
        String place = "/" + section.name();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new InvalidRequest(place, "something else", "a list");
        }
        ObjectReader reader = JSON.readerFor(section.item());
        Map<String, T> items = new TreeMap<>();
        for (int number = 0; parser.nextToken() != JsonToken.END_ARRAY; number++) {
            if (number >= Transfer.MOST_ITEMS) {
                throw new InvalidRequest(place, "more items", "at most " + Transfer.MOST_ITEMS + " items");
            }
            String here = place + "/" + number;
            T item = item(section, reader, parser, here);
            if (items.put(section.key(item), item) != null) {
                throw new InvalidRequest(here, section.key(item), "each of its " + section.what() + " once");
            }
        }
        return new Content<>(section, List.copyOf(items.values()));
    }

    private static <T extends Record> T item(Carried<T> section, ObjectReader reader, JsonParser parser, String here) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new InvalidRequest(here, "something else", "an object");
        }
        try {
            T item = section.item().cast(reader.readValue(parser));
            Given.check(item);
            section.check(item);
            return item;
        } catch (JacksonException e) {
            throw at(here, e);
        } catch (InvalidRequest e) {
            throw new InvalidRequest(here + "/" + e.field(), e.value(), e.allowed());
        }
    }

    private static InvalidRequest at(String here, JacksonException failure) {
        if (failure instanceof StreamConstraintsException) {
            throw new InvalidRequest(
                    here,
                    String.valueOf(failure.getOriginalMessage()),
                    "at most " + (Transfer.LARGEST >> 20) + " MiB, 20 levels, and texts of 100,000 characters");
        }
        // What a record itself refuses says why better than that it could not be made.
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidRequest refused) {
                return new InvalidRequest(here + "/" + refused.field(), refused.value(), refused.allowed());
            }
            if (cause instanceof IllegalArgumentException refused) {
                return new InvalidRequest(here, "something else", String.valueOf(refused.getMessage()));
            }
            if (cause instanceof IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        InvalidRequest error = UnreadableBody.error(failure);
        String field = error.field().equals("body") ? here : here + "/" + error.field();
        return new InvalidRequest(field, error.value(), error.allowed());
    }
}
