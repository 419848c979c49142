package dev.breakwater.scanner.language;

import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.Seekable;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The central directory of a zip archive (PKWARE APPNOTE 6.3), visited entry by entry without keeping it: an archive may claim
 * millions of entries, of which a reader wants a handful. Only entries that are opened are inflated. An archive may have
 * something before it, as self-starting jars do.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int END_64 = 0x06064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final long IN_64 = 0xffffffffL;

    /** The largest jars known have some 100,000. */
    private static final int MOST_ENTRIES = 500_000;

    private final Seekable archive;
    private final long directory;
    private final long directorySize;
    private final long before;

    /** One entry. */
    record Entry(String name, int method, boolean encrypted, long packed, long size, long header) {}

    /** Takes one entry after the other. */
    interface Visitor {
        void visit(Entry entry) throws IOException;
    }

    ZipDirectory(Seekable archive) throws IOException {
        this.archive = archive;
        int tail = (int) Math.min(archive.size(), 65_557);
        ByteBuffer end = littleEndian(archive.bytes(archive.size() - tail, tail));
        int at = tail - 22;
        while (at >= 0 && !(end.getInt(at) == END && at + 22 + unsigned(end, at + 20) <= tail)) {
            at--;
        }
        if (at < 0) {
            throw new UnreadableEntry("is not a valid zip archive: it has no directory");
        }
        long endAt = archive.size() - tail + at;
        long size = end.getInt(at + 12) & IN_64;
        long offset = end.getInt(at + 16) & IN_64;
        long last = endAt;
        if (at >= 20 && end.getInt(at - 20) == END_64_LOCATOR && (size == IN_64 || offset == IN_64)) {
            last = end.getLong(at - 12);
            ByteBuffer end64 = littleEndian(archive.bytes(last, 56));
            if (end64.getInt(0) != END_64) {
                throw new UnreadableEntry("is not a valid zip archive: its large directory is not where it says");
            }
            size = end64.getLong(40);
            offset = end64.getLong(48);
        }
        this.directorySize = size;
        this.directory = last - size;
        this.before = directory - offset;
        if (size < 0 || directory < 0 || before < 0) {
            throw new UnreadableEntry("is not a valid zip archive: its directory lies outside it");
        }
    }

    void visit(Visitor visitor) throws IOException {
        int entries = 0;
        try (InputStream in = archive.part(directory, directorySize).stream(0)) {
            InputStream buffered = new BufferedInputStream(in, 1 << 15);
            for (byte[] head = buffered.readNBytes(46); head.length == 46; head = buffered.readNBytes(46)) {
                ByteBuffer entry = littleEndian(head);
                if (entry.getInt(0) != ENTRY) {
                    throw new UnreadableEntry("is not a valid zip archive: its directory is damaged");
                }
                if (++entries > MOST_ENTRIES) {
                    throw new UnreadableEntry("is an archive of more than " + MOST_ENTRIES + " entries");
                }
                byte[] name = buffered.readNBytes(unsigned(entry, 28));
                byte[] extra = buffered.readNBytes(unsigned(entry, 30));
                buffered.skipNBytes(unsigned(entry, 32));
                visitor.visit(entry(entry, new String(name, StandardCharsets.UTF_8), littleEndian(extra)));
            }
        } catch (EOFException cut) {
            throw new UnreadableEntry("is not a valid zip archive: its directory ends within an entry");
        }
    }

    private static Entry entry(ByteBuffer entry, String name, ByteBuffer extra) {
        long packed = entry.getInt(20) & IN_64;
        long size = entry.getInt(24) & IN_64;
        long header = entry.getInt(42) & IN_64;
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
            ByteBuffer field = extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            extra.position(extra.position() + length);
            if (id == 1) {
                size = size == IN_64 && field.remaining() >= 8 ? field.getLong() : size;
                packed = packed == IN_64 && field.remaining() >= 8 ? field.getLong() : packed;
                header = header == IN_64 && field.remaining() >= 8 ? field.getLong() : header;
            }
        }
        boolean encrypted = (entry.getShort(8) & 1) != 0;
        return new Entry(name, unsigned(entry, 10), encrypted, packed, size, header);
    }

    /** The content of an entry as it is stored in the archive, without a copy; for entries that are not packed. */
    Seekable stored(Entry entry) throws IOException {
        ByteBuffer local = littleEndian(archive.bytes(before + entry.header(), 30));
        if (local.getInt(0) != LOCAL) {
            throw new UnreadableEntry("is not a valid zip archive: an entry is not where its directory says");
        }
        long data = before + entry.header() + 30 + unsigned(local, 26) + unsigned(local, 28);
        return archive.part(data, entry.packed());
    }

    /** The content of an entry, inflated as it is read. */
    InputStream open(Entry entry) throws IOException {
        if (entry.encrypted()) {
            throw new UnreadableEntry("holds an encrypted entry");
        }
        InputStream raw = stored(entry).stream(0);
        return switch (entry.method()) {
            case 0 -> raw;
            case 8 -> new Inflating(raw, new Inflater(true));
            default ->
                throw new UnreadableEntry("holds an entry packed by a method that is not known: " + entry.method());
        };
    }

    private static final class Inflating extends InflaterInputStream {

        private final Inflater own;

        Inflating(InputStream raw, Inflater own) {
            super(raw, own, 1 << 13);
            this.own = own;
        }

        @Override
        protected void fill() throws IOException {
            // a raw stream may need one byte more than it has (java.util.zip.Inflater, "nowrap")
            len = in.read(buf, 0, buf.length);
            if (len < 0) {
                Arrays.fill(buf, (byte) 0);
                len = 1;
                if (ended) {
                    throw new UnreadableEntry("holds an entry that ends within its content");
                }
                ended = true;
            }
            own.setInput(buf, 0, len);
        }

        private boolean ended;

        @Override
        public void close() throws IOException {
            super.close();
            own.end();
        }
    }

    private static int unsigned(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
