package dev.breakwater.central.images;

import org.jspecify.annotations.Nullable;

/**
 * A registry as somebody wants it.
 *
 * @param secret password or token; {@code null} = the one that is kept, empty = none
 */
public record RegistryDraft(
        String host,
        String mirrorOf,
        Registry.ScannedBy scannedBy,
        String username,
        String caPem,
        boolean plainHttp,
        @Nullable String secret) {

    @Override
    public String toString() {
        return "RegistryDraft[" + host + ", secret not shown]";
    }
}
