package dev.breakwater.central.nodes.internal;

import com.github.luben.zstd.Zstd;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.scanner.MachineCodec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Evidence as it is kept: its JSON, compressed. */
final class EvidenceDocument {

    private static final int LEVEL = 6;

    private EvidenceDocument() {}

    static byte[] pack(byte[] json) {
        return Zstd.compress(json, LEVEL);
    }

    static MachineEvidence read(byte[] packed) {
        long size = Zstd.getFrameContentSize(packed);
        if (size < 0 || size > NodeEvidence.MOST_BYTES) {
            throw new IllegalStateException("evidence of " + size + " bytes; at most " + NodeEvidence.MOST_BYTES);
        }
        return MachineCodec.read(Zstd.decompress(packed, (int) size));
    }

    static String hash(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
