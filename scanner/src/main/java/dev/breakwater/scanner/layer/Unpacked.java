package dev.breakwater.scanner.layer;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a layer's blob unpacks to. Which compression it is says the data: media types are wrong often enough. */
public final class Unpacked {

    private static final int BUFFER = 1 << 17;

    private Unpacked() {}

    /**
     * The tar within a blob.
     *
     * @throws ScanFailed if it is of a compression that is not read
     */
    public static InputStream of(InputStream blob) throws IOException {
        BufferedInputStream in = new BufferedInputStream(blob, BUFFER);
        in.mark(8);
        byte[] head = in.readNBytes(6);
        in.reset();
        if (startsWith(head, 0x1f, 0x8b)) {
            return new GzipStream(in);
        }
        if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)
                || head.length >= 4 && (head[0] & 0xf0) == 0x50 && startsWith(head, head[0] & 0xff, 0x2a, 0x4d, 0x18)) {
            return new Zstd(in);
        }
        if (startsWith(head, 'B', 'Z', 'h') || startsWith(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            throw new ScanFailed(
                    Reason.UNSUPPORTED, "a layer is compressed by bzip2 or xz; gzip, zstd and none are read");
        }
        return in;
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Says what zstd's own exceptions mean for a scan. */
    private static final class Zstd extends FilterInputStream {

        Zstd(InputStream in) throws IOException {
            super(new ZstdInputStream(in).setContinuous(false));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return in.read(into, offset, length);
            } catch (ZstdIOException e) {
                throw new ScanFailed(Reason.DAMAGED, "a layer is damaged: its zstd data is none", e);
            } catch (ScanFailed e) {
                throw e;
            } catch (IOException e) {
                throw new ScanFailed(Reason.DAMAGED, "a layer is truncated or cannot be read", e);
            }
        }
    }
}
