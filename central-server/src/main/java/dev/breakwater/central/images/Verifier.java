package dev.breakwater.central.images;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose signatures on images count.
 *
 * @param name by which policies name it
 * @param pem public keys or certificates of authorities; nothing secret
 * @param subjects whom a certificate must name (mail address, URI, host name, subject), {@code *} for any text; empty = anybody
 * @param issuers who must have vouched for that (identity provider, or issuer of the certificate), likewise
 * @param logsPem public keys of transparency logs that are believed when they say that something was signed while a certificate
 *     was valid; empty = none
 * @param images repositories that it speaks of, such as {@code registry.example.com/shop/*}; empty = all
 * @param trusted what the PEM text holds
 * @param verified of how many images that run it verified a signature
 * @param unverified of how many it did not
 * @param unknown of how many it is not known
 * @param version rises with each change; what an earlier one verified counts no more
 */
public record Verifier(
        UUID id,
        String name,
        Kind kind,
        String pem,
        List<String> subjects,
        List<String> issuers,
        String logsPem,
        List<String> images,
        String note,
        List<Trusted> trusted,
        int verified,
        int unverified,
        int unknown,
        int version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {

    /** By what a signature is verified. */
    public enum Kind {
        /** A public key, as {@code cosign generate-key-pair} makes it. */
        KEY,
        /** A certificate that an authority issued. */
        CERTIFICATE
    }

    /**
     * A key or a certificate of an authority.
     *
     * @param what the algorithm of a key (of a log where it is one's), the subject of a certificate
     * @param fingerprint SHA-256 of its DER form, hexadecimal
     * @param endsAt of a certificate
     */
    public record Trusted(
            String what, String fingerprint, @Nullable Instant endsAt) {}
}
