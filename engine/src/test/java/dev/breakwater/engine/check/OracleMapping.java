package dev.breakwater.engine.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The declared mapping of rules of other projects to policies of this one. */
final class OracleMapping {

    private record Entry(String source, Pattern controls, Pattern rules, Policy policy) {}

    private final List<Entry> entries = new ArrayList<>();

    static OracleMapping read() throws IOException {
        OracleMapping mapping = new OracleMapping();
        try (InputStream in = OracleMapping.class.getResourceAsStream("oracle.yaml")) {
            for (JsonNode node : new ObjectMapper(new YAMLFactory()).readTree(in)) {
                mapping.entries.add(new Entry(
                        node.path("source").asText(),
                        Pattern.compile(node.path("controls").asText(".*")),
                        Pattern.compile(node.path("rules").asText(".*")),
                        policy(node)));
            }
        }
        return mapping;
    }

    /** The policy for a rule, none if nothing is declared for it. */
    Optional<Policy> of(String source, String control, String rule) {
        return entries.stream()
                .filter(entry -> entry.source().equals(source))
                .filter(entry -> entry.controls().matcher(control).matches())
                .filter(entry -> entry.rules().matcher(rule).matches())
                .map(Entry::policy)
                .findFirst();
    }

    private static Policy policy(JsonNode node) throws IOException {
        String name = node.path("policy").asText();
        Policy builtIn = Stream.concat(BuiltInPolicies.all().stream(), BuiltInPolicies.ofObjects().stream())
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no policy " + name));
        if (!node.has("sections")) {
            return builtIn.switchedOn();
        }
        ObjectMapper json = new ObjectMapper();
        ObjectNode document = (ObjectNode)
                json.readTree(PolicyDocument.toJson(List.of(builtIn))).get(0);
        document.set("sections", node.get("sections"));
        document.putArray("stages").add("DEPLOY");
        return PolicyDocument.read(json.writeValueAsString(document)).getFirst().switchedOn();
    }
}
