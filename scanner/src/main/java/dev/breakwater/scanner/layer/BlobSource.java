package dev.breakwater.scanner.layer;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.ScanLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The blob of a layer, unpacked and held to what is told of it: neither longer nor shorter than its size, of its digest, and not
 * unpacking to more than is allowed. All of that is judged on the thread that unpacks.
 */
final class BlobSource implements Pipe.Source {

    /** Below this a high expansion harms nobody, and a few zeros make one. */
    private static final long SMALL = 64L << 20;

    private final LayerBlob blob;
    private final ScanLimits limits;
    private final LongConsumer progress;
    private final AtomicLong packed = new AtomicLong();
    private volatile @Nullable InputStream raw;

    BlobSource(LayerBlob blob, ScanLimits limits, LongConsumer progress) {
        this.blob = blob;
        this.limits = limits;
        this.progress = progress;
    }

    /** Bytes of the blob that were read. */
    long packed() {
        return packed.get();
    }

    @Override
    public InputStream open() throws IOException {
        InputStream opened = blob.opener().open();
        raw = opened;
        Counted counted = new Counted(opened);
        return new Held(Unpacked.of(counted), counted);
    }

    @Override
    public void abort() {
        InputStream open = raw;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is left anyway.
            }
        }
    }

    private final class Counted extends FilterInputStream {

        private final @Nullable Digesting digest = blob.digest().isEmpty() ? null : Digesting.of(blob.digest());

        Counted(InputStream in) throws IOException {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            if (count > 0) {
                long all = packed.addAndGet(count);
                if (blob.size() >= 0 && all > blob.size()) {
                    throw new ScanFailed(Reason.DAMAGED, "a layer is longer than the " + blob.size() + " bytes told");
                }
                if (digest != null) {
                    digest.update(into, offset, count);
                }
                progress.accept(count);
            }
            return count;
        }

        /** Reads what no compression asked for, and judges the whole. */
        void finish() throws IOException {
            byte[] rest = new byte[8192];
            while (read(rest, 0, rest.length) >= 0) {
                // Counted and digested.
            }
            if (blob.size() >= 0 && packed.get() < blob.size()) {
                throw new ScanFailed(
                        Reason.DAMAGED, "a layer is truncated: " + packed.get() + " of " + blob.size() + " bytes came");
            }
            if (digest != null) {
                digest.verify("the layer " + blob.digest());
            }
        }
    }

    private final class Held extends FilterInputStream {

        private final Counted counted;
        private long bytes;

        Held(InputStream in, Counted counted) {
            super(in);
            this.counted = counted;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            if (count < 0) {
                counted.finish();
                return count;
            }
            bytes += count;
            if (bytes > limits.layerBytes()) {
                throw new ScanFailed(
                        Reason.TOO_LARGE,
                        "a layer unpacks to more than the " + limits.layerBytes() + " bytes that are read");
            }
            if (bytes > SMALL && bytes / Math.max(1, packed.get()) > limits.expansion()) {
                throw new ScanFailed(
                        Reason.HOSTILE, "a layer unpacks to more than " + limits.expansion() + " times its size");
            }
            return count;
        }
    }
}
