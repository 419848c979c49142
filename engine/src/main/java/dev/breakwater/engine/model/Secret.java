package dev.breakwater.engine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may leave the cluster of a secret: never a value.
 *
 * @param type such as {@code kubernetes.io/tls}
 * @param keys the names of its entries, sorted
 * @param certificates facts of the X.509 certificates in it
 * @param registries registry hosts named in a pull secret
 */
public record Secret(
        ObjectMeta meta, String type, List<String> keys, List<Certificate> certificates, List<String> registries)
        implements ClusterObject {

    /**
     * One certificate of a secret.
     *
     * @param key the entry that holds it
     */
    public record Certificate(
            String key,
            String subject,
            String issuer,
            @Nullable Instant notBefore,
            @Nullable Instant notAfter) {}

    public Secret {
        keys = List.copyOf(keys);
        certificates = List.copyOf(certificates);
        registries = List.copyOf(registries);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.SECRET;
    }

    @Override
    public String kindName() {
        return "Secret";
    }
}
