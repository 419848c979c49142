package dev.breakwater.central.compliance;

import dev.breakwater.central.platform.InvalidRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The file that goes with an attestation: minutes, a contract, a screenshot. It is kept as it is and never opened; its name and type
 * are words of whoever brought it.
 *
 * @param name without folders
 * @param mediaType such as {@code application/pdf}, {@code application/octet-stream} where none was said
 * @param size in bytes
 * @param sha256 of the content, in hex
 */
public record AttestationFile(String name, String mediaType, int size, String sha256) {

    /** The most bytes of one. */
    public static final int MOST_BYTES = 5 << 20;

    private static final int LONGEST_NAME = 200;
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,80}");
    private static final String ANY = "application/octet-stream";

    /** One with its content. */
    public record Brought(AttestationFile about, byte[] content) {}

    /**
     * Looks at what was brought.
     *
     * @param name as the browser or client said it; folders are left out
     * @param mediaType likewise; what is none is {@code application/octet-stream}
     * @throws InvalidRequest naming what cannot be taken
     */
    public static Brought of(String name, String mediaType, byte[] content) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        if (last.isEmpty()
                || last.length() > LONGEST_NAME
                || last.chars().anyMatch(AttestationFile::cannotBeShown)
                || last.chars().allMatch(letter -> letter == '.')) {
            throw new InvalidRequest("file", last, "a name of 1 to " + LONGEST_NAME + " characters that can be shown");
        }
        if (content.length == 0 || content.length > MOST_BYTES) {
            throw new InvalidRequest("file", content.length + " bytes", "1 to " + MOST_BYTES + " bytes");
        }
        String type = mediaType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return new Brought(
                new AttestationFile(
                        last, MEDIA_TYPE.matcher(type).matches() ? type : ANY, content.length, sha256(content)),
                content);
    }

    /** Signs that move or hide the letters beside them would make a name read as another. */
    private static boolean cannotBeShown(int letter) {
        return Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
