package dev.breakwater.contracts;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.breakwater.contracts.v1.ClusterObjectState;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.Secret;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.ServiceAccount;
import dev.breakwater.engine.model.WorkloadSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Facts to the wire and back. The round trip is exact: what is read equals what was written. Whatever the bytes are, nothing
 * but a {@link WireException} comes out of reading them.
 */
public final class FactCodec {

    /** Bytes of a fingerprint. */
    public static final int FINGERPRINT_BYTES = 16;

    private FactCodec() {}

    /**
     * The message for an object.
     *
     * @throws WireException if a part of it is beyond {@link WireLimits}
     */
    public static ClusterObjectState toWire(ClusterObject object) {
        ClusterObjectState.Builder state = ClusterObjectState.newBuilder();
        switch (object) {
            case Namespace namespace -> state.setNamespace(NodeMapping.toWire(namespace));
            case Node node -> state.setNode(NodeMapping.toWire(node));
            case ServiceAccount account -> state.setServiceAccount(RbacMapping.toWire(account));
            case Role role -> state.setRole(RbacMapping.toWire(role));
            case RoleBinding binding -> state.setRoleBinding(RbacMapping.toWire(binding));
            case Secret secret -> state.setSecret(SecretMapping.toWire(secret));
            case Service service -> state.setService(ServiceMapping.toWire(service));
            case Endpoints endpoints -> state.setEndpoints(ServiceMapping.toWire(endpoints));
            case Ingress ingress -> state.setIngress(ServiceMapping.toWire(ingress));
            case NetworkPolicy policy -> state.setNetworkPolicy(NetworkMapping.toWire(policy));
            case Pod pod -> state.setPod(PodMapping.toWire(pod));
            case WorkloadSpec workload -> state.setWorkload(WorkloadMapping.toWire(workload));
        }
        ClusterObjectState wire = state.build();
        checkSize(wire.getSerializedSize());
        return wire;
    }

    /**
     * The object that a message tells of.
     *
     * @throws WireException if it is of an unknown kind, lacks a part, or a part is not readable or beyond {@link WireLimits}
     */
    public static ClusterObject fromWire(ClusterObjectState state) {
        checkSize(state.getSerializedSize());
        return switch (state.getObjectCase()) {
            case NAMESPACE -> NodeMapping.fromWire(state.getNamespace());
            case NODE -> NodeMapping.fromWire(state.getNode());
            case SERVICE_ACCOUNT -> RbacMapping.fromWire(state.getServiceAccount());
            case ROLE -> RbacMapping.fromWire(state.getRole());
            case ROLE_BINDING -> RbacMapping.fromWire(state.getRoleBinding());
            case SECRET -> SecretMapping.fromWire(state.getSecret());
            case SERVICE -> ServiceMapping.fromWire(state.getService());
            case ENDPOINTS -> ServiceMapping.fromWire(state.getEndpoints());
            case INGRESS -> ServiceMapping.fromWire(state.getIngress());
            case NETWORK_POLICY -> NetworkMapping.fromWire(state.getNetworkPolicy());
            case POD -> PodMapping.fromWire(state.getPod());
            case WORKLOAD -> WorkloadMapping.fromWire(state.getWorkload());
            case OBJECT_NOT_SET ->
                throw new WireException("ClusterObjectState.object", "not set", "an object of a kind of this version");
        };
    }

    /** The bytes of an object, the same for equal objects whatever the order of their maps. */
    public static byte[] encode(ClusterObject object) {
        return encode(toWire(object));
    }

    /**
     * The object that {@link #encode} wrote.
     *
     * @throws WireException if the bytes are not such an object
     */
    public static ClusterObject decode(byte[] bytes) {
        checkSize(bytes.length);
        try {
            return fromWire(ClusterObjectState.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new WireException("ClusterObjectState", bytes.length + " unreadable bytes", "a protobuf message", e);
        }
    }

    /** Tells whether two states of an object differ: the first 16 bytes of SHA-256 over {@link #encode}. */
    public static byte[] fingerprint(ClusterObject object) {
        return fingerprint(toWire(object));
    }

    /** The fingerprint of an object that was mapped already. */
    public static byte[] fingerprint(ClusterObjectState state) {
        return fingerprint(encode(state));
    }

    /** The fingerprint of bytes that {@link #encode} made. */
    public static byte[] fingerprint(byte[] encoded) {
        return Arrays.copyOf(sha256().digest(encoded), FINGERPRINT_BYTES);
    }

    /** The bytes of a message, the same whatever the order of its maps; what this version does not know stays in them. */
    public static byte[] encode(ClusterObjectState state) {
        byte[] bytes = new byte[state.getSerializedSize()];
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            state.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("an array of the message's own size holds it", e);
        }
        out.checkNoSpaceLeft();
        return bytes;
    }

    private static void checkSize(int bytes) {
        if (bytes > WireLimits.OBJECT_BYTES) {
            throw new WireException(
                    "ClusterObjectState", "of " + bytes + " bytes", "at most " + WireLimits.OBJECT_BYTES);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
