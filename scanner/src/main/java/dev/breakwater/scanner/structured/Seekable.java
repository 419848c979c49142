package dev.breakwater.scanner.structured;

import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/**
 * Content that can be read at any place: small ones in memory, larger ones in a private file that has no name any more when it
 * is written.
 */
public final class Seekable implements Closeable {

    /** The largest content that is kept in memory, in bytes. */
    static final int IN_MEMORY = 8 << 20;

    private final byte[] memory;
    private final FileChannel file;
    private final long from;
    private final long size;
    private final boolean owner;

    private Seekable(byte[] memory, FileChannel file, long from, long size, boolean owner) {
        this.memory = memory;
        this.file = file;
        this.from = from;
        this.size = size;
        this.owner = owner;
    }

    /** Content that is in memory already. */
    public static Seekable of(byte[] content) {
        return new Seekable(content, null, 0, content.length, true);
    }

    /**
     * All that a stream still gives.
     *
     * @param head what was read of it before
     * @param most the most bytes that are taken
     * @throws UnreadableEntry if there are more
     */
    public static Seekable copy(byte[] head, InputStream rest, long expected, long most) throws IOException {
        int room = (int) Math.min(IN_MEMORY, Math.min(most, Math.max(expected, head.length)));
        byte[] start = Arrays.copyOf(head, Math.max(room, head.length));
        int filled = head.length + rest.readNBytes(start, head.length, start.length - head.length);
        byte[] more = filled < start.length ? new byte[0] : rest.readNBytes(1);
        if (more.length == 0) {
            return new Seekable(start, null, 0, filled, true);
        }
        return spooled(start, more, rest, most);
    }

    private static Seekable spooled(byte[] start, byte[] more, InputStream rest, long most) throws IOException {
        Path named = Files.createTempFile(
                "breakwater",
                ".entry",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        FileChannel channel;
        try {
            channel = FileChannel.open(named, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(named);
        }
        try {
            write(channel, start, start.length);
            write(channel, more, more.length);
            byte[] block = new byte[1 << 17];
            long size = start.length + 1L;
            for (int read = rest.read(block); read >= 0; read = rest.read(block)) {
                size += read;
                if (size > most) {
                    throw new UnreadableEntry("is larger than the " + most + " bytes that are read of such a file");
                }
                write(channel, block, read);
            }
            return new Seekable(null, channel, 0, size, true);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private static void write(FileChannel channel, byte[] block, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(block, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Bytes. */
    public long size() {
        return size;
    }

    /** A part of this, which ends with this. */
    public Seekable part(long at, long length) throws UnreadableEntry {
        check(at, length);
        return new Seekable(memory, file, from + at, length, false);
    }

    /** Some bytes. */
    public byte[] bytes(long at, int length) throws IOException {
        check(at, length);
        byte[] bytes = new byte[length];
        readFully(at, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** All of it from a place on, as a stream. */
    public InputStream stream(long at) throws UnreadableEntry {
        check(at, 0);
        return new InputStream() {
            private long next = at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int start, int most) throws IOException {
                if (most == 0) {
                    return 0;
                }
                int length = (int) Math.min(most, size - next);
                if (length <= 0) {
                    return -1;
                }
                readFully(next, ByteBuffer.wrap(into, start, length));
                next += length;
                return length;
            }
        };
    }

    private void readFully(long at, ByteBuffer into) throws IOException {
        if (memory != null) {
            into.put(memory, (int) (from + at), into.remaining());
            return;
        }
        long place = from + at;
        while (into.hasRemaining()) {
            int read = file.read(into, place);
            if (read < 0) {
                throw new UnreadableEntry("ends within its content");
            }
            place += read;
        }
    }

    private void check(long at, long length) throws UnreadableEntry {
        if (at < 0 || length < 0 || at > size - length) {
            throw new UnreadableEntry("points to a place outside itself");
        }
    }

    @Override
    public void close() throws IOException {
        if (owner && file != null) {
            file.close();
        }
    }
}
