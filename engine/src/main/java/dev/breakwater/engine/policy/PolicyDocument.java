package dev.breakwater.engine.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Policies as documents: YAML (one after the other) and JSON (an object, or a list of them), which YAML includes. Reading
 * checks the form only; whether criteria and values can be judged is for {@link CompiledPolicies#compile}.
 */
public final class PolicyDocument {

    /** The most characters that are read at once. */
    public static final int MAX_LENGTH = 2_000_000;

    private static final int MAX_POLICIES = 2_000;
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(20)
            .maxStringLength(20_000)
            .maxNameLength(200)
            .build();
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .streamReadConstraints(BOUNDS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());
    /** Line ends of YAML 1.1 besides the ordinary one: only in quotes do they survive. */
    private static final Pattern ODD_LINE_END = Pattern.compile("[\\r\\x{85}\\x{2028}\\x{2029}\\x{feff}]");

    private static final ObjectMapper QUOTING_YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(BOUNDS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT);

    private PolicyDocument() {}

    /**
     * Reads all policies of a document.
     *
     * @throws PolicyRejected with everything that could not be read
     */
    public static List<Policy> read(String document) {
        return readBeside(document, null, List.of()).stream().map(Read::policy).toList();
    }

    /**
     * A policy of a document.
     *
     * @param beside what stands beside it, by field; texts and numbers only
     */
    public record Read(Policy policy, Map<String, String> beside) {}

    /**
     * Reads all policies of a document in which they may be without an id, and other fields may stand beside theirs.
     *
     * @param idIfNone the id of a policy that names none, {@code null} = it must
     * @param beside the fields that may stand beside its own
     * @throws PolicyRejected with everything that could not be read
     */
    public static List<Read> readBeside(String document, @Nullable UUID idIfNone, List<String> beside) {
        if (document.length() > MAX_LENGTH) {
            throw rejected("", document.length() + " characters", "Allowed: up to " + MAX_LENGTH + " characters.");
        }
        List<Read> policies = new ArrayList<>();
        List<PolicyRejected.Problem> problems = new ArrayList<>();
        for (JsonNode node : nodes(document)) {
            try {
                Map<String, String> more = new LinkedHashMap<>();
                beside.stream()
                        .filter(node::hasNonNull)
                        .forEach(field -> more.put(field, node.path(field).asText()));
                policies.add(new Read(PolicyReader.read(node, idIfNone, beside), more));
            } catch (PolicyRejected e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new PolicyRejected(problems);
        }
        return policies;
    }

    /** A node of a policy, and its JSON pointer in the text, whose first step is the number of the document. */
    record Place(JsonNode node, String pointer) {}

    private static List<JsonNode> nodes(String document) {
        return places(document, DocumentNodes.Places.NOBODY_ASKS).stream()
                .map(Place::node)
                .toList();
    }

    /**
     * The policies of a document before they are read.
     *
     * @throws PolicyRejected if it is no YAML, or more than is read
     */
    static List<Place> places(String document, DocumentNodes.Places places) {
        List<Place> nodes = new ArrayList<>();
        try {
            int number = 0;
            for (JsonNode node : documents(document, places)) {
                String at = "/" + number++;
                if (node.isArray()) {
                    for (int i = 0; i < node.size(); i++) {
                        nodes.add(new Place(node.get(i), at + "/" + i));
                    }
                } else if (!node.isNull()) {
                    nodes.add(new Place(node, at));
                }
            }
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
            String why = e.getOriginalMessage().lines().findFirst().orElse("");
            throw rejected("", "", "Not readable as YAML or JSON" + where + ": " + why);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
        if (nodes.size() > MAX_POLICIES) {
            throw rejected("", nodes.size() + " policies", "Allowed: up to " + MAX_POLICIES + " at once.");
        }
        return nodes;
    }

    /** JSON is YAML but for characters that only JSON takes as they are; so what looks like it is tried as JSON first. */
    private static List<JsonNode> documents(String document, DocumentNodes.Places places) throws IOException {
        if (document.stripLeading().startsWith("{") || document.stripLeading().startsWith("[")) {
            try (JsonParser parser = JSON.createParser(document)) {
                return DocumentNodes.read(parser, places);
            } catch (JsonProcessingException e) {
                // Flow style YAML begins so, too; if it is not that either, the reader gets that error.
            }
        }
        try (JsonParser parser = YAML.createParser(document)) {
            return DocumentNodes.read(parser, places);
        }
    }

    private static PolicyRejected rejected(String pointer, String value, String allowed) {
        return new PolicyRejected(List.of(new PolicyRejected.Problem("", pointer, value, allowed)));
    }

    /** The policies as YAML, one document each. */
    public static String toYaml(Collection<Policy> policies) {
        StringBuilder yaml = new StringBuilder();
        for (Policy policy : policies) {
            Object document = PolicyWriter.toMap(policy);
            boolean odd = ODD_LINE_END.matcher(document.toString()).find();
            yaml.append(write(odd ? QUOTING_YAML : YAML, document));
        }
        return yaml.toString();
    }

    /** The policies as a JSON list. */
    public static String toJson(Collection<Policy> policies) {
        return write(JSON, policies.stream().map(PolicyWriter::toMap).toList());
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts can always be written", e);
        }
    }
}
