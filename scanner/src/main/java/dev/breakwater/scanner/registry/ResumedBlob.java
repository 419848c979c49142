package dev.breakwater.scanner.registry;

import dev.breakwater.scanner.ScanFailed;
import java.io.IOException;
import java.io.InputStream;

/** A blob that goes on where its connection broke. */
final class ResumedBlob extends InputStream {

    private static final int MOST_BREAKS = 3;

    private final RegistryClient client;
    private final String repository;
    private final String digest;
    private volatile InputStream in;
    private volatile boolean closed;
    private long at;
    private int breaks;

    ResumedBlob(RegistryClient client, String repository, String digest) throws IOException {
        this.client = client;
        this.repository = repository;
        this.digest = digest;
        this.in = client.blob(repository, digest, 0);
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
                at += Math.max(0, count);
                return count;
            } catch (ScanFailed e) {
                throw e;
            } catch (IOException e) {
                in.close();
                if (closed || ++breaks > MOST_BREAKS) {
                    throw new ScanFailed(
                            ScanFailed.Reason.DAMAGED, "a layer breaks off after " + at + " bytes, again and again", e);
                }
                in = client.blob(repository, digest, at);
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        in.close();
    }
}
