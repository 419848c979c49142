package dev.breakwater.scanner.system.rpm;

import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/** The values of a Berkeley DB hash table (source of db 4 and 5, {@code dbinc/db_page.h}), as rpm kept its packages until 2020. */
final class BerkeleyHash {

    private static final int MAGIC = 0x00061561;
    private static final int PAGE_HEAD = 26;
    private static final int PAGE_UNSORTED = 2;
    private static final int PAGE_OVERFLOW = 7;
    private static final int PAGE_SORTED = 13;
    private static final int ITEM_INLINE = 1;
    private static final int ITEM_ELSEWHERE = 3;

    private final DatabaseFile file;
    private final ByteOrder order;
    private final int pageSize;
    private final int pages;
    private final BitSet overflows = new BitSet();

    private BerkeleyHash(DatabaseFile file, ByteOrder order) throws IOException {
        this.file = file;
        this.order = order;
        ByteBuffer head = ByteBuffer.wrap(file.read(0, 72)).order(order);
        this.pageSize = head.getInt(20);
        if (head.get(24) != 0) {
            throw new UnreadableEntry("is encrypted");
        }
        if (pageSize < 512 || pageSize > 65536 || Integer.bitCount(pageSize) != 1) {
            throw damaged();
        }
        this.pages = (int) Math.min(Integer.MAX_VALUE, file.size() / pageSize);
    }

    static boolean is(DatabaseFile file) throws IOException {
        return file.size() >= 512 && (magic(file, ByteOrder.LITTLE_ENDIAN) || magic(file, ByteOrder.BIG_ENDIAN));
    }

    private static boolean magic(DatabaseFile file, ByteOrder order) throws IOException {
        return ByteBuffer.wrap(file.read(12, 4)).order(order).getInt() == MAGIC;
    }

    static void packages(DatabaseFile file, HeaderConsumer headers) throws IOException {
        ByteOrder order = magic(file, ByteOrder.LITTLE_ENDIAN) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        new BerkeleyHash(file, order).values(headers);
    }

    private void values(HeaderConsumer headers) throws IOException {
        for (int number = 1; number < pages; number++) {
            ByteBuffer page = page(number);
            int type = page.get(25);
            if (type != PAGE_SORTED && type != PAGE_UNSORTED) {
                continue;
            }
            int entries = page.getShort(20) & 0xffff;
            check(PAGE_HEAD + 2 * entries <= pageSize);
            // Keys and values take turns.
            for (int i = 1; i < entries; i += 2) {
                int at = page.getShort(PAGE_HEAD + 2 * i) & 0xffff;
                int end = page.getShort(PAGE_HEAD + 2 * (i - 1)) & 0xffff;
                check(at >= PAGE_HEAD && at < pageSize && end <= pageSize);
                byte[] value = value(page, at, end);
                if (value.length > 16) {
                    headers.header(value);
                }
            }
        }
    }

    private byte[] value(ByteBuffer page, int at, int end) throws IOException {
        switch (page.get(at)) {
            case ITEM_INLINE -> {
                check(end > at);
                byte[] value = new byte[end - at - 1];
                page.get(at + 1, value);
                return value;
            }
            case ITEM_ELSEWHERE -> {
                check(at + 12 <= pageSize);
                return overflow(page.getInt(at + 4), page.getInt(at + 8));
            }
            default -> {
                return new byte[0];
            }
        }
    }

    private byte[] overflow(int first, int length) throws IOException {
        check(length >= 0 && length <= HeaderConsumer.MOST && length <= file.size());
        ByteArrayOutputStream whole = new ByteArrayOutputStream(Math.min(length, 1 << 20));
        int number = first;
        while (whole.size() < length) {
            check(number > 0 && number < pages && !overflows.get(number));
            overflows.set(number);
            ByteBuffer page = page(number);
            check(page.get(25) == PAGE_OVERFLOW);
            int next = page.getInt(16);
            int held = next == 0 ? page.getShort(22) & 0xffff : pageSize - PAGE_HEAD;
            int count = Math.min(Math.min(held, pageSize - PAGE_HEAD), length - whole.size());
            check(count > 0);
            whole.write(page.array(), PAGE_HEAD, count);
            number = next;
        }
        return whole.toByteArray();
    }

    private ByteBuffer page(int number) throws IOException {
        return ByteBuffer.wrap(file.read((long) number * pageSize, pageSize)).order(order);
    }

    private static void check(boolean holds) throws UnreadableEntry {
        if (!holds) {
            throw damaged();
        }
    }

    private static UnreadableEntry damaged() {
        return new UnreadableEntry("is damaged: its pages do not hang together");
    }
}
