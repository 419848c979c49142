package dev.breakwater.scanner.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a text as it streams, each of bounded length: what goes beyond is left out of the line, not of memory. */
final class Lines {

    private static final int MOST = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 14];
    private byte[] line = new byte[256];
    private int from;
    private int to;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, {@code null} at the end. */
    @Nullable
    String next() throws IOException {
        int length = 0;
        boolean any = false;
        while (true) {
            if (from == to && !fill()) {
                return any ? text(length) : null;
            }
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            length = append(length, end);
            if (end < to) {
                from = end + 1;
                return text(length);
            }
            from = to;
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer, 0, buffer.length));
        return to > 0;
    }

    private int append(int length, int end) {
        int count = Math.min(end - from, MOST - length);
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.min(MOST, Math.max(line.length * 2, length + count)));
        }
        System.arraycopy(buffer, from, line, length, count);
        return length + count;
    }

    private String text(int length) {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.UTF_8);
    }
}
