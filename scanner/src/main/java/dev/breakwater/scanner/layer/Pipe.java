package dev.breakwater.scanner.layer;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Two threads for one layer: one fetches, checks and unpacks, the other reads the tar. Between them are a few chunks, which go
 * round. Whoever waits for a chunk too long says that nothing comes: a registry that falls silent does not hold a scan.
 */
final class Pipe extends InputStream {

    /** Where the bytes of the layer come from. */
    interface Source {

        /** The unpacked bytes; called and read on the writing thread. */
        InputStream open() throws IOException;

        /** Ends a read that waits, from another thread. */
        void abort();
    }

    private static final int CHUNK = 1 << 18;
    private static final int CHUNKS = 6;

    private record Chunk(byte[] bytes, int length, @Nullable Throwable failure) {}

    private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS);
    private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(CHUNKS);
    private final Duration silence;
    private final Deadline deadline;
    private final Thread writer;
    private final ChunkListener listener;
    private final Source source;
    private byte[] chunk = new byte[0];
    private int at;
    private int length;
    private boolean ended;

    /** Sees every chunk once, in order, on the reading thread. */
    interface ChunkListener {
        void chunk(byte[] bytes, int length) throws IOException;
    }

    Pipe(Source source, Duration silence, Deadline deadline, LongConsumer written, ChunkListener listener) {
        this.source = source;
        this.silence = silence;
        this.deadline = deadline;
        this.listener = listener;
        for (int i = 0; i < CHUNKS; i++) {
            empty.add(new byte[CHUNK]);
        }
        this.writer = Thread.ofPlatform().daemon().name("unpack").unstarted(() -> write(written));
        writer.start();
    }

    private void write(LongConsumer written) {
        try {
            Throwable failure = null;
            try (InputStream in = source.open()) {
                while (true) {
                    byte[] bytes = empty.take();
                    int count = in.readNBytes(bytes, 0, bytes.length);
                    if (count > 0) {
                        written.accept(count);
                        full.put(new Chunk(bytes, count, null));
                    }
                    if (count < bytes.length) {
                        break;
                    }
                }
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                failure = e;
            }
            full.put(new Chunk(new byte[0], -1, failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        deadline.check();
        if (chunk.length > 0) {
            empty.add(chunk);
        }
        chunk = new byte[0];
        Chunk next;
        try {
            next = full.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScanFailed(Reason.CANCELLED, "the scan was cancelled", e);
        }
        if (next == null) {
            throw new ScanFailed(Reason.UNREACHABLE, "nothing came for " + silence.toSeconds() + " seconds");
        }
        if (next.length() < 0) {
            ended = true;
            fail(next.failure());
            return false;
        }
        listener.chunk(next.bytes(), next.length());
        chunk = next.bytes();
        length = next.length();
        at = 0;
        return true;
    }

    private static void fail(@Nullable Throwable failure) throws IOException {
        switch (failure) {
            case null -> {}
            case ScanFailed told -> throw told;
            case IOException broken ->
                throw new ScanFailed(Reason.UNREACHABLE, "the layer could not be read: " + broken.getMessage(), broken);
            default -> throw new IllegalStateException("unpacking failed", failure);
        }
    }

    @Override
    public int read() throws IOException {
        return at < length || fill() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        if (at >= length && !fill()) {
            return -1;
        }
        int count = Math.min(wanted, length - at);
        System.arraycopy(chunk, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long rest = wanted;
        while (rest > 0) {
            if (at >= length && !fill()) {
                break;
            }
            int count = (int) Math.min(rest, length - at);
            at += count;
            rest -= count;
        }
        return wanted - rest;
    }

    /** Reads to the end, so that the listener has seen everything. */
    void drain() throws IOException {
        while (fill()) {
            at = length;
        }
    }

    @Override
    public void close() {
        if (!ended) {
            writer.interrupt();
            source.abort();
        }
    }
}
