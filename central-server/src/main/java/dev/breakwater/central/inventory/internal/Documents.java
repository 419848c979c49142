package dev.breakwater.central.inventory.internal;

import com.github.luben.zstd.Zstd;
import dev.breakwater.contracts.FactCodec;
import dev.breakwater.contracts.WireLimits;
import dev.breakwater.engine.model.ClusterObject;

/** Objects as they are kept: the wire form, compressed. */
final class Documents {

    /** Level 1: for documents of some KB higher levels cost more than they save. */
    private static final int LEVEL = 1;

    private Documents() {}

    static byte[] compress(byte[] encoded) {
        return Zstd.compress(encoded, LEVEL);
    }

    /** The object of a kept document. */
    static ClusterObject read(byte[] document) {
        return FactCodec.decode(Zstd.decompress(document, size(document)));
    }

    private static int size(byte[] document) {
        long size = Zstd.getFrameContentSize(document);
        if (size < 0 || size > WireLimits.OBJECT_BYTES) {
            throw new IllegalStateException("a document of " + size + " bytes; at most " + WireLimits.OBJECT_BYTES);
        }
        return (int) size;
    }
}
