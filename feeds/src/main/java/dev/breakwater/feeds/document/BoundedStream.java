package dev.breakwater.feeds.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an exception after so many bytes: an archive may promise little and unpack to much. */
final class BoundedStream extends FilterInputStream {

    private final String what;
    private long left;

    BoundedStream(InputStream in, long most, String what) {
        super(in);
        this.left = most;
        this.what = what;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new MalformedDocument(what);
        }
    }
}
