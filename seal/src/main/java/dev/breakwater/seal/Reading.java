package dev.breakwater.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.zip.CRC32;

/**
 * What is found by reading a file to its end.
 *
 * @param size in bytes
 * @param crc CRC-32
 * @param sha256 hexadecimal
 */
record Reading(long size, long crc, String sha256) {

    static Reading of(SealedBundle.Content content) throws IOException {
        try (InputStream in = content.open()) {
            return of(in, Long.MAX_VALUE, OutputStream.nullOutputStream());
        }
    }

    /**
     * Reads a part of a stream.
     *
     * @param most bytes; fewer if it ends before
     * @param copy gets them
     */
    static Reading of(InputStream in, long most, OutputStream copy) throws IOException {
        MessageDigest digest = Digests.begin();
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        while (size < most) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, most - size));
            if (read < 0) {
                break;
            }
            digest.update(buffer, 0, read);
            crc.update(buffer, 0, read);
            copy.write(buffer, 0, read);
            size += read;
        }
        return new Reading(size, crc.getValue(), Digests.hex(digest.digest()));
    }
}
