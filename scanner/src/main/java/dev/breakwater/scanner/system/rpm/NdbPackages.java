package dev.breakwater.scanner.system.rpm;

import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The packages of rpm's own database ndb (rpm source, {@code lib/backend/ndb/rpmpkg.c}): pages of slots that point to blobs. */
final class NdbPackages {

    private static final int MAGIC = 'R' | 'p' << 8 | 'm' << 16 | 'P' << 24;
    private static final int SLOT = 'S' | 'l' << 8 | 'o' << 16 | 't' << 24;
    private static final int BLOB = 'B' | 'l' << 8 | 'b' << 16 | 'S' << 24;
    private static final int PAGE = 4096;
    private static final int SLOT_SIZE = 16;
    private static final int BLOCK = 16;
    private static final int BLOB_HEAD = 16;
    private static final int MOST_PAGES = 4096;

    private NdbPackages() {}

    static boolean is(DatabaseFile file) throws IOException {
        return file.size() >= PAGE && ints(file.read(0, 4)).getInt(0) == MAGIC;
    }

    static void packages(DatabaseFile file, HeaderConsumer headers) throws IOException {
        ByteBuffer head = ints(file.read(0, 32));
        int pages = head.getInt(12);
        if (head.getInt(4) != 0 || pages < 1 || pages > MOST_PAGES) {
            throw new UnreadableEntry("is an ndb database of a version that is not read, or damaged");
        }
        long read = 0;
        for (int page = 0; page < pages; page++) {
            ByteBuffer slots = ints(file.read((long) page * PAGE, PAGE));
            // The head takes the place of the first two slots.
            for (int at = page == 0 ? 2 * SLOT_SIZE : 0; at < PAGE; at += SLOT_SIZE) {
                check(slots.getInt(at) == SLOT);
                int index = slots.getInt(at + 4);
                if (slots.getInt(at + 8) == 0) {
                    continue;
                }
                long from = (slots.getInt(at + 8) & 0xffffffffL) * BLOCK;
                ByteBuffer blob = ints(file.read(from, BLOB_HEAD));
                int length = blob.getInt(12);
                check(blob.getInt(0) == BLOB && blob.getInt(4) == index);
                check(length >= 0 && length <= HeaderConsumer.MOST);
                read += length;
                check(read <= file.size());
                headers.header(file.read(from + BLOB_HEAD, length));
            }
        }
    }

    private static ByteBuffer ints(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void check(boolean holds) throws UnreadableEntry {
        if (!holds) {
            throw new UnreadableEntry("is damaged: its slots do not fit its blobs");
        }
    }
}
