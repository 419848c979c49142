package dev.breakwater.scanner.language;

import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.Seekable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sections and segments of an ELF file (System V ABI, gABI chapter 4 and 5), 32 and 64 bits, either byte order. */
final class ElfFile {

    static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};

    private static final int LOADED = 1;
    private static final int WRITABLE = 2;
    private static final int MOST = 20_000;

    private final Seekable file;
    private final boolean wide;
    private final ByteOrder order;
    private final List<Section> sections = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();

    /** A section by name. */
    record Section(String name, int type, long address, long offset, long size) {}

    private record Segment(int type, int flags, long offset, long address, long size) {}

    ElfFile(Seekable file) throws IOException {
        this.file = file;
        byte[] ident = file.bytes(0, 16);
        this.wide = ident[4] == 2;
        this.order = ident[5] == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        if (ident[4] != 1 && ident[4] != 2) {
            throw new UnreadableEntry("is an ELF file of an unknown class");
        }
        ByteBuffer head = buffer(0, wide ? 64 : 52);
        readSegments(word(head, wide ? 32 : 28), head.getShort(wide ? 54 : 42), head.getShort(wide ? 56 : 44));
        readSections(
                word(head, wide ? 40 : 32),
                head.getShort(wide ? 58 : 46),
                head.getShort(wide ? 60 : 48),
                head.getShort(wide ? 62 : 50));
    }

    private void readSegments(long at, short size, short count) throws IOException {
        int most = Math.min(Short.toUnsignedInt(count), MOST);
        int width = Short.toUnsignedInt(size);
        for (int each = 0; each < most && at > 0 && width >= (wide ? 56 : 32); each++) {
            ByteBuffer one = buffer(at + (long) each * width, wide ? 56 : 32);
            segments.add(
                    wide
                            ? new Segment(
                                    one.getInt(0), one.getInt(4), one.getLong(8), one.getLong(16), one.getLong(32))
                            : new Segment(one.getInt(0), one.getInt(24), word(one, 4), word(one, 8), word(one, 16)));
        }
    }

    private void readSections(long at, short size, short count, short names) throws IOException {
        int most = Math.min(Short.toUnsignedInt(count), MOST);
        int width = Short.toUnsignedInt(size);
        if (at <= 0 || width < (wide ? 64 : 40) || Short.toUnsignedInt(names) >= most) {
            return;
        }
        Section table = section(at + (long) Short.toUnsignedInt(names) * width, "");
        for (int each = 0; each < most; each++) {
            long header = at + (long) each * width;
            long name = buffer(header, 4).getInt(0) & 0xffffffffL;
            sections.add(section(header, name < table.size ? text(table.offset + name) : ""));
        }
    }

    private Section section(long at, String name) throws IOException {
        ByteBuffer one = buffer(at, wide ? 64 : 40);
        return wide
                ? new Section(name, one.getInt(4), one.getLong(16), one.getLong(24), one.getLong(32))
                : new Section(name, one.getInt(4), word(one, 12), word(one, 16), word(one, 20));
    }

    Optional<Section> section(String name) {
        return sections.stream().filter(one -> one.name.equals(name)).findFirst();
    }

    byte[] content(Section section, int most) throws IOException {
        if (section.size > most) {
            throw new UnreadableEntry("has a section " + section.name + " of more than " + most + " bytes");
        }
        return file.bytes(section.offset, (int) section.size);
    }

    /** Where in the file the writable data begins, and how long it is; for files whose sections are stripped. */
    Optional<Section> writableData() {
        return segments.stream()
                .filter(one -> one.type == LOADED && (one.flags & WRITABLE) != 0)
                .map(one -> new Section("", 1, one.address, one.offset, one.size))
                .findFirst();
    }

    /** Bytes by their address in memory. */
    byte[] atAddress(long address, int length) throws IOException {
        for (Segment each : segments) {
            if (each.type == LOADED && address >= each.address && address - each.address <= each.size - length) {
                return file.bytes(each.offset + (address - each.address), length);
            }
        }
        throw new UnreadableEntry("points to an address that it does not load");
    }

    byte[] bytes(long at, int length) throws IOException {
        return file.bytes(at, length);
    }

    long size() {
        return file.size();
    }

    private String text(long at) throws IOException {
        byte[] bytes = file.bytes(at, (int) Math.min(64, Math.max(0, file.size() - at)));
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    private long word(ByteBuffer buffer, int at) {
        return wide ? buffer.getLong(at) : buffer.getInt(at) & 0xffffffffL;
    }

    private ByteBuffer buffer(long at, int length) throws IOException {
        return ByteBuffer.wrap(file.bytes(at, length)).order(order);
    }
}
