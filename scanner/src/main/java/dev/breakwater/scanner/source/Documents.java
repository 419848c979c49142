package dev.breakwater.scanner.source;

import dev.breakwater.engine.model.Digest;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of manifests and configurations, which may be anything. */
final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Documents() {}

    /**
     * An object.
     *
     * @param what of which it is, for the message
     */
    static JsonNode object(byte[] bytes, String what) throws ScanFailed {
        JsonNode node = any(bytes, what);
        if (!node.isObject()) {
            throw damaged(what + " is no JSON object");
        }
        return node;
    }

    static JsonNode any(byte[] bytes, String what) throws ScanFailed {
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node == null) {
                throw damaged(what + " is empty");
            }
            return node;
        } catch (JacksonException e) {
            throw new ScanFailed(Reason.DAMAGED, what + " is no JSON", e);
        }
    }

    /** A digest of a kind that is known. */
    static String digest(JsonNode node, String what) throws ScanFailed {
        String text = node.path("digest").asString("");
        if (Digest.parse(text).isEmpty()) {
            throw damaged(what + " has no digest that is known (sha256 or sha512)");
        }
        return text;
    }

    /** The digests of the uncompressed layers, bottom first. */
    static List<String> diffIds(JsonNode config) throws ScanFailed {
        List<String> diffIds = new ArrayList<>();
        for (JsonNode each : config.path("rootfs").path("diff_ids")) {
            String diffId = each.asString("");
            if (Digest.parse(diffId).isEmpty()) {
                throw damaged("the configuration names a layer by no digest");
            }
            diffIds.add(diffId);
        }
        return diffIds;
    }

    static ScanFailed damaged(String how) {
        return new ScanFailed(Reason.DAMAGED, "the image is damaged: " + how);
    }
}
