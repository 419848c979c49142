package dev.breakwater.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Collection;
import java.util.Set;

/**
 * Whose seals are taken.
 *
 * @param fingerprints of the public keys, as {@link SealKeys#fingerprint} writes them
 */
public record Trust(Set<String> fingerprints) {

    public Trust {
        fingerprints = Set.copyOf(fingerprints);
    }

    /** Those who hold one of these keys. */
    public static Trust of(Collection<PublicKey> keys) {
        return new Trust(Set.copyOf(keys.stream().map(SealKeys::fingerprint).toList()));
    }

    /**
     * As people write it.
     *
     * @param told a fingerprint ({@code SHA256:…}) or the path of a public key
     * @throws IOException if the file holds no public key
     */
    public static Trust of(String told) throws IOException {
        if (told.startsWith("SHA256:")) {
            if (!told.matches("SHA256:[A-Za-z0-9+/]{43}=?")) {
                throw new IOException("'" + told + "' is no fingerprint: SHA256: and 43 characters of Base64");
            }
            return new Trust(Set.of(told.replace("=", "")));
        }
        return new Trust(Set.of(SealKeys.fingerprint(SealKeys.readPublic(Path.of(told)))));
    }

    /** Whether a key is one of them. */
    public boolean holds(PublicKey key) {
        return fingerprints.contains(SealKeys.fingerprint(key));
    }
}
