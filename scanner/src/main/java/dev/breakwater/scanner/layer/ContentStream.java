package dev.breakwater.scanner.layer;

import java.io.IOException;
import java.io.InputStream;

/** The content of the entry that a tar stands at. Closing it closes nothing: the archive goes on. */
final class ContentStream extends InputStream {

    private final TarReader tar;

    ContentStream(TarReader tar) {
        this.tar = tar;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        return length == 0 ? 0 : tar.read(into, from, length);
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, tar.left());
    }
}
