package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what may be told of a secret. Values are looked at for certificates and registry names and then forgotten. */
final class SecretTranslation {

    private final Metadata metadata;
    private final JsonMapper json;

    SecretTranslation(Metadata metadata, JsonMapper json) {
        this.metadata = metadata;
        this.json = json;
    }

    Secret of(JsonNode secret) {
        Map<String, String> values = values(secret);
        return new Secret(
                metadata.namespaced(secret),
                Tree.textOr(secret, "type", "Opaque"),
                List.copyOf(keys(secret)),
                values.entrySet().stream()
                        .flatMap(entry -> Certificates.in(entry.getKey(), entry.getValue()).stream())
                        .toList(),
                List.copyOf(registries(values)));
    }

    private static TreeSet<String> keys(JsonNode secret) {
        TreeSet<String> keys = new TreeSet<>();
        Stream.of("data", "stringData")
                .flatMap(field -> Tree.at(secret, field).propertyNames().stream())
                .map(Tree::clean)
                .forEach(keys::add);
        return keys;
    }

    /** The values in clear; {@code stringData} wins, as in Kubernetes. What is not base64 is left out. */
    private static Map<String, String> values(JsonNode secret) {
        Map<String, String> values = new TreeMap<>();
        Tree.textMap(secret, "data").forEach((key, value) -> {
            try {
                byte[] decoded = Base64.getMimeDecoder().decode(value);
                values.put(key, new String(decoded, StandardCharsets.ISO_8859_1));
            } catch (IllegalArgumentException e) {
                values.remove(key);
            }
        });
        values.putAll(Tree.textMap(secret, "stringData"));
        return values;
    }

    private TreeSet<String> registries(Map<String, String> values) {
        TreeSet<String> hosts = new TreeSet<>();
        addHosts(hosts, Tree.at(parsed(values.get(".dockerconfigjson")), "auths"));
        addHosts(hosts, parsed(values.get(".dockercfg")));
        return hosts;
    }

    private static void addHosts(TreeSet<String> hosts, JsonNode registries) {
        for (String address : registries.propertyNames()) {
            String host = Tree.clean(address).replaceFirst("^[a-z]+://", "").replaceFirst("/.*$", "");
            // A name before the host would be a credential.
            hosts.add(host.substring(host.lastIndexOf('@') + 1));
        }
    }

    private JsonNode parsed(@Nullable String text) {
        try {
            return text == null ? json.missingNode() : json.readTree(text);
        } catch (JacksonException e) {
            return json.missingNode();
        }
    }
}
