package dev.breakwater.sensor.facts;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.breakwater.contracts.FactCodec;
import dev.breakwater.contracts.v1.ClusterObjectState;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKind;
import java.util.UUID;

/** One object as it would be sent. */
public final class Fact {

    private final UUID id;
    private final ObjectKind kind;
    private final Fingerprint fingerprint;
    private final byte[] encoded;

    private Fact(UUID id, ObjectKind kind, Fingerprint fingerprint, byte[] encoded) {
        this.id = id;
        this.kind = kind;
        this.fingerprint = fingerprint;
        this.encoded = encoded;
    }

    /**
     * Encodes an object of the named cluster.
     *
     * @throws dev.breakwater.contracts.WireException if a part of it is larger than the wire takes
     */
    public static Fact of(String cluster, ClusterObject object) {
        ClusterObjectState state = FactCodec.toWire(object);
        return new Fact(
                object.key().idIn(cluster),
                object.kind(),
                Fingerprint.of(FactCodec.fingerprint(state)),
                state.toByteArray());
    }

    /** UUIDv5 of the object's identity. */
    public UUID id() {
        return id;
    }

    public ObjectKind kind() {
        return kind;
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /** Bytes on the wire. */
    public int size() {
        return encoded.length;
    }

    /** Kind, namespace and name, for people. */
    public String describe() {
        return object().key().toString();
    }

    /** The object itself. */
    public ClusterObject object() {
        return FactCodec.fromWire(state());
    }

    /** The message that tells it. */
    public ClusterObjectState state() {
        try {
            return ClusterObjectState.parseFrom(encoded);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("bytes that this class wrote are readable", e);
        }
    }
}
