package dev.breakwater.seal;

import dev.breakwater.seal.SealRefused.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signature that stands beside what it signs. What is signed is never the content alone but the pre-authentication encoding of
 * DSSE v1 over its type and its exact bytes: no canonical form of JSON is needed, and the signature of one sort of thing
 * is never one of another.
 *
 * @param type media type of what is signed
 * @param algorithm {@code Ed25519}
 * @param keyId fingerprint of the key, as {@link SealKeys#fingerprint} writes it
 * @param publicKey its SubjectPublicKeyInfo, so that a fingerprint is enough to trust it
 * @param signature 64 bytes
 */
public record Seal(String type, String algorithm, String keyId, byte[] publicKey, byte[] signature) {

    private static final String ED25519 = "Ed25519";

    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Seal {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(keyId, "keyId");
        publicKey = publicKey.clone();
        signature = signature.clone();
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** Signs exact bytes. */
    public static Seal of(String type, byte[] content, KeyPair key) {
        try {
            return new Seal(
                    type,
                    ED25519,
                    SealKeys.fingerprint(key.getPublic()),
                    key.getPublic().getEncoded(),
                    SealKeys.sign(key.getPrivate(), signed(type, content)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("an Ed25519 key signs", unusable);
        }
    }

    /**
     * Reads a seal, in exactly the form that {@link #bytes} writes.
     *
     * @throws SealRefused if it is none
     */
    public static Seal read(byte[] json) throws SealRefused {
        try {
            Seal seal = JSON.readValue(json, Seal.class);
            if (Arrays.equals(seal.bytes(), json)) {
                return seal;
            }
        } catch (JacksonException | IllegalArgumentException | NullPointerException malformed) {
            throw new SealRefused(Reason.MALFORMED, "the signature is none that this release reads");
        }
        throw new SealRefused(Reason.CHANGED, "the file of the signature is not written as it was signed");
    }

    /** As a file, in JSON. */
    public byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    /**
     * Asks whether this is the seal of a content, by somebody who is trusted.
     *
     * @return the key that signed
     * @throws SealRefused if it is not: changed comes before unknown
     */
    public PublicKey require(String wantedType, byte[] content, Trust trust) throws SealRefused {
        try {
            PublicKey key = SealKeys.publicKey(publicKey);
            String fingerprint = SealKeys.fingerprint(key);
            if (!type.equals(wantedType)
                    || !algorithm.equals(ED25519)
                    || !keyId.equals(fingerprint)
                    || !SealKeys.holds(key, signed(type, content), signature)) {
                throw new SealRefused(
                        Reason.CHANGED, "the signature does not hold: what it signs, or the signature, was changed");
            }
            if (!trust.holds(key)) {
                throw new SealRefused(
                        Reason.UNKNOWN_SIGNER,
                        "it is signed by " + fingerprint + ", which is not trusted; trusted is "
                                + String.join(", ", trust.fingerprints()));
            }
            return key;
        } catch (GeneralSecurityException malformed) {
            throw new SealRefused(Reason.CHANGED, "the signature holds no Ed25519 key and signature");
        }
    }

    /** {@code DSSEv1 <length of type> <type> <length of content> <content>} (the encoding PAE of DSSE v1). */
    private static byte[] signed(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + name.length + 40);
        out.writeBytes(("DSSEv1 " + name.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(name);
        out.writeBytes((" " + content.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content);
        return out.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seal seal && Arrays.equals(bytes(), seal.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "Seal[" + type + " by " + keyId + "]";
    }
}
