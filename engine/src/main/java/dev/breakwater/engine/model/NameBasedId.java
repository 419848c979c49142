package dev.breakwater.engine.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDv5 (RFC 9562 §5.5) over a list of parts, each length-prefixed so that no two lists give the same name. */
public final class NameBasedId {

    private static final UUID BREAKWATER = UUID.fromString("5b7c9b0e-5a0d-5f53-9e0e-0b6f2f0c7d11");

    private NameBasedId() {}

    public static UUID of(String... parts) {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            name.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
            name.writeBytes(bytes);
        }
        byte[] hash = sha1().digest(prefixed(name.toByteArray()));
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        ByteBuffer buffer = ByteBuffer.wrap(hash);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static byte[] prefixed(byte[] name) {
        return ByteBuffer.allocate(16 + name.length)
                .putLong(BREAKWATER.getMostSignificantBits())
                .putLong(BREAKWATER.getLeastSignificantBits())
                .put(name)
                .array();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
