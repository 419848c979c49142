package dev.breakwater.scanner.system.rpm;

import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** The rows of the table {@code Packages} of an SQLite database (sqlite.org, "Database File Format"): the blobs in it. */
final class SqliteTable {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LEAF = 13;
    private static final int INTERIOR = 5;

    private final DatabaseFile file;
    private final int pageSize;
    private final int usable;
    private final int pages;

    private SqliteTable(DatabaseFile file) throws IOException {
        this.file = file;
        ByteBuffer head = ByteBuffer.wrap(file.read(0, 100));
        int told = head.getShort(16) & 0xffff;
        this.pageSize = told == 1 ? 65536 : told;
        this.usable = pageSize - (head.get(20) & 0xff);
        if (pageSize < 512 || Integer.bitCount(pageSize) != 1 || usable < 480) {
            throw new UnreadableEntry("is damaged: its pages have a size that none has");
        }
        this.pages = (int) Math.min(Integer.MAX_VALUE, file.size() / pageSize);
    }

    static boolean is(DatabaseFile file) throws IOException {
        return file.size() >= 100 && java.util.Arrays.equals(file.read(0, MAGIC.length), MAGIC);
    }

    static void packages(DatabaseFile file, HeaderConsumer headers) throws IOException {
        SqliteTable database = new SqliteTable(file);
        int[] root = new int[1];
        database.rows(1, record -> {
            List<byte[]> columns = database.columns(record, 4);
            if (columns.size() == 4
                    && text(columns.get(0)).equals("table")
                    && text(columns.get(1)).equals("Packages")) {
                root[0] = (int) number(columns.get(3));
            }
        });
        if (root[0] == 0) {
            throw new UnreadableEntry("has no table of packages");
        }
        database.rows(root[0], record -> {
            List<byte[]> columns = database.columns(record, 2);
            if (columns.size() == 2 && columns.get(1).length > 0) {
                headers.header(columns.get(1));
            }
        });
    }

    /** All records of a table, each page visited once. */
    private void rows(int root, HeaderConsumer records) throws IOException {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            int number = open.pop();
            ByteBuffer page = page(number, seen);
            int at = number == 1 ? 100 : 0;
            int kind = page.get(at);
            int cells = page.getShort(at + 3) & 0xffff;
            int pointers = at + (kind == INTERIOR ? 12 : 8);
            if (kind != INTERIOR && kind != LEAF || pointers + 2 * cells > pageSize) {
                throw damaged();
            }
            if (kind == INTERIOR) {
                open.push(page.getInt(at + 8));
            }
            for (int i = cells - 1; i >= 0 && kind == INTERIOR; i--) {
                int cell = page.getShort(pointers + 2 * i) & 0xffff;
                check(cell + 4 <= pageSize);
                open.push(page.getInt(cell));
            }
            for (int i = 0; i < cells && kind == LEAF; i++) {
                int cell = page.getShort(pointers + 2 * i) & 0xffff;
                check(cell < pageSize);
                records.header(record(page.position(cell), seen));
            }
        }
    }

    private ByteBuffer page(int number, BitSet seen) throws IOException {
        if (number < 1 || number > pages || seen.get(number)) {
            throw damaged();
        }
        seen.set(number);
        return ByteBuffer.wrap(file.read((long) (number - 1) * pageSize, pageSize));
    }

    /** The payload of a cell, with what overflows to pages of its own. */
    private byte[] record(ByteBuffer page, BitSet seen) throws IOException {
        long size = varint(page);
        varint(page);
        if (size < 0 || size > HeaderConsumer.MOST || size > file.size()) {
            throw damaged();
        }
        int most = usable - 35;
        int local = (int) size;
        if (size > most) {
            int least = (usable - 12) * 32 / 255 - 23;
            int fitting = least + (int) ((size - least) % (usable - 4));
            local = fitting <= most ? fitting : least;
        }
        check(page.remaining() >= local + (local < size ? 4 : 0));
        byte[] start = new byte[local];
        page.get(start);
        if (local == size) {
            return start;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream((int) Math.min(size, 1 << 20));
        whole.write(start);
        int next = page.getInt();
        while (whole.size() < size) {
            ByteBuffer overflow = page(next, seen);
            next = overflow.getInt();
            int count = (int) Math.min(usable - 4, size - whole.size());
            whole.write(overflow.array(), 4, count);
        }
        return whole.toByteArray();
    }

    /** The first columns of a record, as they are stored. */
    private List<byte[]> columns(byte[] record, int most) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(record);
        long headSize = varint(head);
        check(headSize >= 1 && headSize <= record.length);
        List<byte[]> columns = new ArrayList<>(most);
        long at = headSize;
        while (head.position() < headSize && columns.size() < most) {
            long type = varint(head);
            long size = size(type);
            check(size >= 0 && at + size <= record.length);
            columns.add(type == 9 ? new byte[] {1} : java.util.Arrays.copyOfRange(record, (int) at, (int) (at + size)));
            at += size;
        }
        return columns;
    }

    private static long size(long type) {
        if (type >= 12) {
            return (type - 12) / 2;
        }
        return switch ((int) type) {
            case 1, 2, 3, 4 -> type;
            case 5 -> 6;
            case 6, 7 -> 8;
            default -> 0;
        };
    }

    private static long varint(ByteBuffer from) throws UnreadableEntry {
        long value = 0;
        for (int i = 0; i < 9; i++) {
            if (!from.hasRemaining()) {
                throw damaged();
            }
            byte octet = from.get();
            if (i == 8) {
                return value << 8 | octet & 0xff;
            }
            value = value << 7 | octet & 0x7f;
            if (octet >= 0) {
                return value;
            }
        }
        return value;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long number(byte[] bytes) {
        long value = 0;
        for (byte each : bytes) {
            value = value << 8 | each & 0xff;
        }
        return value;
    }

    private static void check(boolean holds) throws UnreadableEntry {
        if (!holds) {
            throw damaged();
        }
    }

    private static UnreadableEntry damaged() {
        return new UnreadableEntry("is damaged: its tables do not hang together");
    }
}
