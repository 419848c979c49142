package dev.breakwater.scanner.layer;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952), members one after the other as eStargz and pigz write them. Java's own stream asks {@code available()}
 * whether another member follows, which a socket may deny, and keeps no bound on names in headers.
 */
final class GzipStream extends InputStream {

    private static final int LONGEST_NAME = 1 << 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private boolean within;
    private boolean ended;

    GzipStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!ended && length > 0) {
            if (!within) {
                if (!startMember()) {
                    ended = true;
                    break;
                }
                within = true;
            }
            int count = inflate(into, offset, length);
            if (count > 0) {
                return count;
            }
        }
        return length == 0 ? 0 : -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(into, offset, length);
            if (count > 0) {
                return count;
            }
            if (inflater.finished()) {
                from = to - inflater.getRemaining();
                endMember();
                return 0;
            }
            if (inflater.needsDictionary() || !inflater.needsInput()) {
                throw damaged();
            }
            if (from == to && !fill()) {
                throw truncated();
            }
            inflater.setInput(buffer, from, to - from);
            from = to;
            return 0;
        } catch (DataFormatException e) {
            throw new ScanFailed(Reason.DAMAGED, "a layer is damaged: its gzip data is none", e);
        }
    }

    /** Reads a header; nothing or zeros as padding after a member are the end. */
    private boolean startMember() throws IOException {
        boolean first = inflater.getBytesRead() == 0 && inflater.getTotalIn() == 0 && !within;
        int magic = octet();
        while (magic == 0 && !first) {
            magic = octet();
        }
        if (magic < 0) {
            return false;
        }
        if (magic != 0x1f || need() != 0x8b || need() != 8) {
            throw damaged();
        }
        int flags = need();
        for (int i = 0; i < 6; i++) {
            need();
        }
        if ((flags & 4) != 0) {
            int extra = need() | need() << 8;
            for (int i = 0; i < extra; i++) {
                need();
            }
        }
        for (int name = flags >> 3 & 3; name != 0; name >>= 1) {
            if ((name & 1) != 0) {
                skipName();
            }
        }
        if ((flags & 2) != 0) {
            need();
            need();
        }
        inflater.reset();
        return true;
    }

    private void skipName() throws IOException {
        for (int i = 0; i < LONGEST_NAME; i++) {
            if (need() == 0) {
                return;
            }
        }
        throw new ScanFailed(Reason.HOSTILE, "a layer has a gzip header without end");
    }

    /** The check sum is not looked at: the digests of the whole say more. */
    private void endMember() throws IOException {
        for (int i = 0; i < 8; i++) {
            need();
        }
        within = false;
    }

    private int need() throws IOException {
        int octet = octet();
        if (octet < 0) {
            throw truncated();
        }
        return octet;
    }

    private int octet() throws IOException {
        return from < to || fill() ? buffer[from++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        from = 0;
        to = Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private static ScanFailed truncated() {
        return new ScanFailed(Reason.DAMAGED, "a layer is truncated");
    }

    private static ScanFailed damaged() {
        return new ScanFailed(Reason.DAMAGED, "a layer is damaged: its gzip data is none");
    }
}
