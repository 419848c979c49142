package dev.breakwater.scanner.signature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a registry holds of signatures of an image, to be kept and verified as often as those who are trusted change.
 *
 * @param digest of what was looked at: the index if the name has one, else the manifest
 * @param signatures at most {@value #MOST}, of {@value #MOST_BYTES} bytes in all
 * @param unread how many more there are that were left out, or are of a form that is not read
 */
public record FoundSignatures(String digest, List<SignedPayload> signatures, int unread) {

    /** The most signatures of one image. */
    public static final int MOST = 100;

    /** The most bytes that they take together. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int MOST_PACKED = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public FoundSignatures {
        signatures = List.copyOf(signatures);
    }

    /** None at all. */
    public static FoundSignatures none(String digest) {
        return new FoundSignatures(digest, List.of(), 0);
    }

    /** These and others of the same digest, as from another repository. */
    public FoundSignatures and(FoundSignatures other) {
        List<SignedPayload> all = new ArrayList<>(signatures);
        int left = unread + other.unread;
        int bytes = all.stream().mapToInt(SignedPayload::size).sum();
        for (SignedPayload each : other.signatures) {
            bytes += each.size();
            if (all.size() < MOST && bytes <= MOST_BYTES) {
                all.add(each);
            } else {
                left++;
            }
        }
        return new FoundSignatures(digest, all, left);
    }

    /** For keeping and for sending. */
    public byte[] pack() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /**
     * What {@link #pack} made.
     *
     * @throws IllegalArgumentException if it is something else, or more than may be kept
     */
    public static FoundSignatures unpack(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] json = in.readNBytes(MOST_PACKED + 1);
            if (json.length > MOST_PACKED) {
                throw new IllegalArgumentException("signatures of more than " + MOST_PACKED + " bytes");
            }
            FoundSignatures found = JSON.readValue(json, FoundSignatures.class);
            if (found.signatures.size() > MOST || found.unread < 0) {
                throw new IllegalArgumentException("more than " + MOST + " signatures");
            }
            return found;
        } catch (IOException | JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("signatures that cannot be read", e);
        }
    }
}
