package dev.breakwater.scanner;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps layers in memory, packed, up to a number of bytes; those not used for longest go first. */
public final class MemoryLayerCache implements LayerCache {

    private final long most;
    private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param most bytes to keep */
    public MemoryLayerCache(long most) {
        this.most = most;
    }

    @Override
    public Optional<LayerContents> get(String diffId, String revision) {
        byte[] packed;
        synchronized (kept) {
            packed = kept.get(diffId + "@" + revision);
        }
        return packed == null ? Optional.empty() : LayerCodec.ofBytes(packed);
    }

    @Override
    public void put(LayerContents contents, String revision) {
        byte[] packed = LayerCodec.toBytes(contents);
        synchronized (kept) {
            byte[] before = kept.put(contents.diffId() + "@" + revision, packed);
            bytes += packed.length - (before == null ? 0 : before.length);
            Iterator<byte[]> oldest = kept.values().iterator();
            while (bytes > most && oldest.hasNext()) {
                bytes -= oldest.next().length;
                oldest.remove();
            }
        }
    }
}
