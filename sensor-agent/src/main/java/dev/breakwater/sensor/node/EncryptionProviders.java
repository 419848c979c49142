package dev.breakwater.sensor.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.regex.Pattern;

/**
 * Which providers an API server encrypts with, in which order, of its file of encryption. The file holds keys, so only what is
 * recognised is taken over, and nothing below the name of a provider is.
 */
final class EncryptionProviders {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9.*/_-]{1,253}");
    private static final Pattern PROVIDER = Pattern.compile("identity|aescbc|aesgcm|secretbox|kms");

    private EncryptionProviders() {}

    /**
     * The file with its structure alone.
     *
     * @throws IllegalArgumentException if it is not understood
     */
    static String skeleton(String text) {
        JsonNode tree;
        try {
            tree = YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is no YAML", e);
        }
        if (tree == null || !tree.path("resources").isArray()) {
            throw new IllegalArgumentException("lists no resources");
        }
        StringBuilder skeleton = new StringBuilder("resources:\n");
        for (JsonNode resource : tree.path("resources")) {
            skeleton.append("- resources:\n");
            for (JsonNode name : resource.path("resources")) {
                skeleton.append("  - '").append(known(NAME, name.asText())).append("'\n");
            }
            skeleton.append("  providers:\n");
            for (JsonNode provider : resource.path("providers")) {
                if (provider.size() != 1) {
                    throw new IllegalArgumentException("has a provider that is not understood");
                }
                skeleton.append("  - ")
                        .append(known(PROVIDER, provider.fieldNames().next()))
                        .append(": {}\n");
            }
        }
        return skeleton.toString();
    }

    private static String known(Pattern pattern, String word) {
        if (!pattern.matcher(word).matches()) {
            throw new IllegalArgumentException("has a name that is not understood");
        }
        return word;
    }
}
