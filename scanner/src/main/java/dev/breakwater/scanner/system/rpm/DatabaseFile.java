package dev.breakwater.scanner.system.rpm;

import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A database, to be read in any order: in memory if it is small, else in a temporary file that nobody else can open, since it
 * has no name any more.
 */
final class DatabaseFile implements AutoCloseable {

    private static final int IN_MEMORY = 16 << 20;
    private static final long MOST = 512L << 20;

    private final ByteBuffer memory;
    private final @Nullable FileChannel file;
    private final long size;

    private DatabaseFile(ByteBuffer memory, @Nullable FileChannel file, long size) {
        this.memory = memory;
        this.file = file;
        this.size = size;
    }

    static DatabaseFile of(EntryContent content) throws IOException {
        long told = content.facts().size();
        if (told > MOST) {
            throw new UnreadableEntry("is larger than the " + MOST + " bytes that are read of a database");
        }
        if (told <= IN_MEMORY) {
            byte[] bytes = content.stream().readNBytes(IN_MEMORY);
            return of(bytes);
        }
        Path path = Files.createTempFile("breakwater", ".spool");
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(path);
        }
        try {
            return new DatabaseFile(ByteBuffer.allocate(0), file, copy(content.stream(), file));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    static DatabaseFile of(byte[] bytes) {
        return new DatabaseFile(ByteBuffer.wrap(bytes), null, bytes.length);
    }

    private static long copy(InputStream in, FileChannel file) throws IOException {
        byte[] chunk = new byte[1 << 16];
        long size = 0;
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            size += count;
            if (size > MOST) {
                throw new UnreadableEntry("is larger than the " + MOST + " bytes that are read of a database");
            }
            ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, count);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        }
        return size;
    }

    long size() {
        return size;
    }

    /**
     * Bytes from an offset on.
     *
     * @throws UnreadableEntry if it has not as many
     */
    byte[] read(long from, int length) throws IOException {
        if (from < 0 || length < 0 || from > size - length) {
            throw new UnreadableEntry("is damaged: it points beyond its end");
        }
        byte[] bytes = new byte[length];
        if (file == null) {
            memory.get((int) from, bytes);
            return bytes;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, from + buffer.position()) < 0) {
                throw new UnreadableEntry("is damaged: it ends early");
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
