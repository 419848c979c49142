package dev.breakwater.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A zip that can be written in one way only: stored, without times, attributes, comments or extra fields (APPNOTE 6.3, the parts
 * of version 1.0). So whoever knows the files knows every byte, and a changed byte shows wherever it stands. The archives that
 * libraries write differ between their releases, which a report read years later must not.
 */
final class PlainZip {

    static final int LOCAL_HEAD = 30;

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 10;
    /** 1 January 1980, the first day that a zip can tell. */
    private static final short DATE = 0x21;

    /** Offsets are told by 32 bits; what would need more is refused. */
    private static final long LARGEST = 0xffff_fffeL;

    private record Entry(byte[] name, int crc, int size, int offset) {}

    private final List<Entry> entries = new ArrayList<>();
    private long written;

    /**
     * The bytes before a file's content. Files are added in their order.
     *
     * @param size of its content, in bytes
     * @param crc its CRC-32
     * @throws IllegalArgumentException if a zip of this form cannot hold so much
     */
    byte[] head(String name, long size, long crc) {
        Entry entry = new Entry(name.getBytes(StandardCharsets.US_ASCII), (int) crc, (int) size, (int) written);
        entries.add(entry);
        ByteBuffer head = little(LOCAL_HEAD + entry.name.length)
                .putInt(LOCAL)
                .putShort(VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(DATE)
                .putInt(entry.crc)
                .putInt(entry.size)
                .putInt(entry.size)
                .putShort((short) entry.name.length)
                .putShort((short) 0)
                .put(entry.name);
        written += head.capacity() + size;
        if (written > LARGEST) {
            throw new IllegalArgumentException("the files are larger than a bundle can hold, which is 4 GiB");
        }
        return head.array();
    }

    /** The bytes after the last file. */
    byte[] tail() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            out.writeBytes(little(46 + entry.name.length)
                    .putInt(CENTRAL)
                    .putShort(VERSION)
                    .putShort(VERSION)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort(DATE)
                    .putInt(entry.crc)
                    .putInt(entry.size)
                    .putInt(entry.size)
                    .putShort((short) entry.name.length)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(entry.offset)
                    .put(entry.name)
                    .array());
        }
        short count = (short) entries.size();
        int size = out.size();
        out.writeBytes(little(22)
                .putInt(END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(count)
                .putShort(count)
                .putInt(size)
                .putInt((int) written)
                .putShort((short) 0)
                .array());
        return out.toByteArray();
    }

    /** How many bytes of content a head announces; nothing is believed of it before the content was read. */
    static long announced(byte[] head) {
        return ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(18) & 0xffffffffL;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
