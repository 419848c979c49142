package dev.breakwater.central.platform;

/**
 * Keeps what central must keep secret but read again: sealed under the key of the installation ({@code BREAKWATER_MASTER_KEY}).
 * An interface of {@code platform}, so that every capability can keep secrets and none sees the key.
 */
public interface StoredSecrets {

    /**
     * Encrypts a secret.
     *
     * @param purpose what it is for; it opens for the same only, so that one cannot be put in the place of another
     */
    byte[] seal(byte[] secret, String purpose);

    /**
     * Decrypts what {@link #seal} made for the same purpose.
     *
     * @throws IllegalStateException if it was sealed under another key or for another purpose, or was changed
     */
    byte[] open(byte[] sealed, String purpose);
}
