package dev.breakwater.bench.fleet;

import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** How the objects of the fleet are called and which of them belong together. */
record Names(int namespaces, int nodes, int accounts, boolean neglected) {

    private static final Instant FIRST_CREATED = Instant.parse("2026-01-10T08:00:00Z");
    private static final int DIGEST_BYTES = 32;

    /** One in so many namespaces of a neglected fleet is the platform's. */
    private static final int PLATFORM = 12;

    /** The namespace of an account, and of what runs as it; in a neglected fleet a few hold most. */
    String namespace(int index) {
        if (!neglected) {
            return namespaceAt(index % namespaces);
        }
        double place = index % Math.max(1, accounts) * 0.6180339887 % 1;
        return namespaceAt((int) (namespaces * place * place));
    }

    /** The name of the namespace by its number, from 0. */
    String namespaceAt(int number) {
        return (neglected && number % PLATFORM == PLATFORM - 1 ? "kube-%04d" : "team-%04d").formatted(number);
    }

    String node(int index) {
        return "node-%04d.pool.internal".formatted(index % Math.max(1, nodes));
    }

    String account(int index) {
        return accounts == 0 ? "default" : "runner-%05d".formatted(index % accounts);
    }

    static String deployment(int index) {
        return "service-%05d".formatted(index);
    }

    ObjectMeta meta(
            String namespace, String name, Map<String, String> labels, Map<String, Text> annotations, int index) {
        String uid = UUID.nameUUIDFromBytes((namespace + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new ObjectMeta(namespace, name, uid, labels, annotations, FIRST_CREATED.plusSeconds(60L * index));
    }

    /** A digest of its own for each image. */
    static Digest digest(String image) {
        byte[] bytes = new byte[DIGEST_BYTES];
        long state = image.hashCode() * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < DIGEST_BYTES; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            bytes[i] = (byte) (state >>> 56);
        }
        return new Digest("sha256:" + HexFormat.of().formatHex(bytes));
    }
}
