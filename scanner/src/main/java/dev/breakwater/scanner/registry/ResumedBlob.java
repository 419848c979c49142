package dev.breakwater.scanner.registry;

import dev.breakwater.scanner.ScanFailed;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A blob that goes on where its connection broke. What arrived just before a break may be lost to the client with it, so a break without
 * progress says little by itself; some in a row, or very many in all, end it.
 */
final class ResumedBlob extends InputStream {

    private static final int MOST_IN_A_ROW = 5;
    private static final int MOST_BREAKS = 30;

    private final RegistryClient client;
    private final String repository;
    private final String digest;
    private volatile InputStream in;
    private volatile boolean closed;
    private long at;
    private int breaks;
    private int inARow;

    ResumedBlob(RegistryClient client, String repository, String digest) throws IOException {
        this.client = client;
        this.repository = repository;
        this.digest = digest;
        this.in = opened();
    }

    private InputStream opened() throws IOException {
        try {
            return client.blob(repository, digest, 0);
        } catch (ScanFailed e) {
            if (!brokeOff(e)) {
                throw e;
            }
            return resumed(e);
        }
    }

    /** Whether an answer was under way: not so where nobody listens, answers in time or is trusted, which have types of their own. */
    private static boolean brokeOff(ScanFailed e) {
        Throwable cause = e.getCause();
        return e.reason() == ScanFailed.Reason.UNREACHABLE
                && (cause instanceof EOFException || cause != null && cause.getClass() == IOException.class);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (true) {
            try {
                int count = in.read(into, from, length);
                if (count > 0) {
                    at += count;
                    inARow = 0;
                }
                return count;
            } catch (ScanFailed e) {
                throw e;
            } catch (IOException e) {
                in.close();
                in = resumed(e);
            }
        }
    }

    private InputStream resumed(IOException first) throws IOException {
        IOException cause = first;
        while (true) {
            breaks++;
            inARow++;
            if (closed || inARow > MOST_IN_A_ROW || breaks > MOST_BREAKS) {
                throw new ScanFailed(
                        ScanFailed.Reason.DAMAGED, "a layer breaks off after " + at + " bytes, again and again", cause);
            }
            try {
                return client.blob(repository, digest, at);
            } catch (ScanFailed e) {
                if (!brokeOff(e)) {
                    throw e;
                }
                cause = e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        in.close();
    }
}
