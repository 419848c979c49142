package dev.breakwater.central.fleet.internal.authority;

import dev.breakwater.central.platform.StoredSecrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what central must keep secret but read again: AES-256-GCM, a fresh nonce for each secret. A sealed secret is one
 * byte of format version, 12 bytes of nonce, then cipher text with tag; it is bound to a purpose, so that one cannot be put
 * in the place of another.
 */
public final class MasterKey implements StoredSecrets {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte VERSION = 1;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private MasterKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * @param base64 32 bytes in base64
     * @throws IllegalStateException that names the setting and says how to make a key; never shows the value
     */
    public static MasterKey ofBase64(String base64) {
        if (base64.isBlank()) {
            throw unusable("is not set");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw unusable("is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw unusable("has " + bytes.length + " bytes");
        }
        return new MasterKey(bytes);
    }

    @Override
    public byte[] seal(byte[] secret, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String purpose) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
            throw new IllegalStateException("stored secret '" + purpose + "' has an unknown format");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(sealed).get(1, nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "stored secret '" + purpose
                            + "' does not open: BREAKWATER_MASTER_KEY (breakwater.master-key) is not the "
                            + "key that this database was set up with",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static IllegalStateException unusable(String why) {
        return new IllegalStateException("BREAKWATER_MASTER_KEY (breakwater.master-key) " + why
                + "; allowed: 32 random bytes in base64, such as 'openssl rand -base64 32' prints. Keep it: without it the "
                + "stored secrets cannot be read.");
    }
}
