package dev.breakwater.scanner.layer;

import dev.breakwater.scanner.LayerContents;
import dev.breakwater.scanner.ScanLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Reads one layer: fetched and unpacked on one thread, walked over on another, both digests verified. */
public final class LayerReader {

    private final LayerWalk.Readers readers;
    private final ScanLimits limits;
    private final Duration silence;

    /** @param silence how long a source may send nothing */
    public LayerReader(LayerWalk.Readers readers, ScanLimits limits, Duration silence) {
        this.readers = readers;
        this.limits = limits;
        this.silence = silence;
    }

    /**
     * What is in a layer, and how many bytes its blob has.
     *
     * @param progress told of every few bytes of the blob
     * @throws dev.breakwater.scanner.ScanFailed with the reason, if it cannot be read to its end or is not what was told
     */
    public Read read(LayerBlob blob, Deadline deadline, LongConsumer progress) throws IOException {
        Digesting diffId = Digesting.of(blob.diffId());
        BlobSource source = new BlobSource(blob, limits, progress);
        AtomicLong bytes = new AtomicLong();
        try (Pipe pipe = new Pipe(
                source, silence, deadline, bytes::addAndGet, (chunk, length) -> diffId.update(chunk, 0, length))) {
            LayerWalk walk = new LayerWalk(readers, limits, deadline);
            walk.over(new TarReader(pipe));
            pipe.drain();
            diffId.verify("the content of a layer");
            return new Read(walk.contents(blob.diffId(), bytes.get()), source.packed());
        }
    }

    /**
     * A layer that was read.
     *
     * @param size bytes of its blob
     */
    public record Read(LayerContents contents, long size) {}
}
