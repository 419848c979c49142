package dev.breakwater.sensor.facts;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;

/** Sixteen bytes that differ when two states of an object differ. */
public record Fingerprint(long high, long low) {

    /** Bytes of a fingerprint on the wire. */
    public static final int BYTES = 16;

    static Fingerprint of(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    /** The next 16 bytes. */
    public static Fingerprint read(ByteBuffer buffer) {
        return new Fingerprint(buffer.getLong(), buffer.getLong());
    }

    /** As it stands on the wire. */
    public ByteString toBytes() {
        return ByteString.copyFrom(
                ByteBuffer.allocate(BYTES).putLong(high).putLong(low).flip());
    }
}
