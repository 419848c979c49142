package dev.breakwater.scanner.layer;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar as it streams: POSIX (pax), GNU and the older forms, as tools that build images write them. Holds a header and
 * one bounded extension in memory, whatever the archive says of itself. Formats: POSIX.1-2017 pax, GNU tar manual "Basic Tar Format".
 */
public final class TarReader {

    private static final int BLOCK = 512;

    private final InputStream in;
    private final byte[] header = new byte[BLOCK];
    private final TarExtensions extensions = new TarExtensions();
    private long left;
    private long padding;
    private boolean ended;

    /** @param in read in blocks and skipped over, so cheap at both */
    public TarReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next entry, after the rest of the one before was skipped; {@code null} at the end.
     *
     * @throws ScanFailed if the archive is damaged
     */
    @Nullable
    TarEntry next() throws IOException {
        extensions.startEntry();
        while (!ended) {
            skip(left);
            left = 0;
            if (!isPadded() || !readHeader()) {
                ended = true;
                return null;
            }
            long size = number(124, 12);
            char kind = (char) (header[156] & 0xff);
            if (size < 0) {
                throw damaged("an entry with a negative size");
            }
            if (TarExtensions.isOne(kind)) {
                extensions.take(kind, extension(size));
                continue;
            }
            return entry(kind, size);
        }
        return null;
    }

    private TarEntry entry(char kind, long declared) throws IOException {
        String name = extensions.path() == null ? plainName() : extensions.path();
        TarEntry.Type type = type(kind, name);
        boolean hasContent = type == TarEntry.Type.FILE || type == TarEntry.Type.OTHER && "346".indexOf(kind) < 0;
        long size = hasContent ? extensions.size(declared) : 0;
        boolean sparse = kind == 'S' || extensions.isSparse();
        if (kind == 'S') {
            skipOldSparseHeaders();
        }
        left = size;
        padding = (BLOCK - size % BLOCK) % BLOCK;
        return new TarEntry(
                type,
                extensions.sparseName() == null ? name : extensions.sparseName(),
                extensions.target() == null ? text(157, 100) : extensions.target(),
                size,
                (int) (number(100, 8) & 07777),
                extensions.owner(number(108, 8)),
                sparse);
    }

    private static TarEntry.Type type(char kind, String name) {
        return switch (kind) {
            case '0', '\0', '7' -> name.endsWith("/") ? TarEntry.Type.FOLDER : TarEntry.Type.FILE;
            case 'S' -> TarEntry.Type.FILE;
            case '1' -> TarEntry.Type.HARD_LINK;
            case '2' -> TarEntry.Type.SYMBOLIC_LINK;
            case '5' -> TarEntry.Type.FOLDER;
            default -> TarEntry.Type.OTHER;
        };
    }

    /** Reads of the content of the entry; -1 at its end. */
    int read(byte[] into, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = in.read(into, from, (int) Math.min(length, left));
        if (read < 0) {
            throw damaged("it ends within an entry");
        }
        left -= read;
        return read;
    }

    /** Bytes of the content of the entry that are not read yet. */
    long left() {
        return left;
    }

    /** Whether a header was read; what is left of an archive after two empty blocks is nobody's. */
    private boolean readHeader() throws IOException {
        int read = in.readNBytes(header, 0, BLOCK);
        if (read == 0) {
            return false;
        }
        if (read < BLOCK) {
            throw damaged("it ends within a header");
        }
        if (isEmpty()) {
            return false;
        }
        long sum = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            int value = i >= 148 && i < 156 ? ' ' : header[i];
            sum += value & 0xff;
            signed += value;
        }
        long stored = number(148, 8);
        if (stored != sum && stored != signed) {
            throw damaged("a header with a wrong checksum");
        }
        return true;
    }

    private boolean isEmpty() {
        for (byte each : header) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private byte[] extension(long size) throws IOException {
        if (size > TarExtensions.MOST) {
            throw new ScanFailed(
                    Reason.HOSTILE,
                    "a layer names an entry with " + size + " bytes; " + TarExtensions.MOST + " are read");
        }
        byte[] content = in.readNBytes((int) size);
        if (content.length < size) {
            throw damaged("it ends within a header");
        }
        padding = (BLOCK - size % BLOCK) % BLOCK;
        return content;
    }

    private void skipOldSparseHeaders() throws IOException {
        boolean more = header[482] == 1;
        byte[] block = new byte[BLOCK];
        while (more) {
            if (in.readNBytes(block, 0, BLOCK) < BLOCK) {
                throw damaged("it ends within a header");
            }
            more = block[504] == 1;
        }
    }

    private String plainName() {
        String name = text(0, 100);
        boolean posix = text(257, 6).equals("ustar") && header[263] == '0';
        String prefix = posix ? text(345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private String text(int from, int most) {
        int length = 0;
        while (length < most && header[from + length] != 0) {
            length++;
        }
        return Paths.text(header, from, length);
    }

    /** Octal with blanks and zeros around it, or base 256 if the first bit is set. */
    private long number(int from, int length) throws ScanFailed {
        long value = 0;
        if ((header[from] & 0x80) != 0) {
            value = (header[from] & 0x40) != 0 ? -1 : 0;
            for (int i = from; i < from + length; i++) {
                int digit = header[i] & (i == from ? (value < 0 ? 0xff : 0x7f) : 0xff);
                value = value << 8 | digit;
            }
            return value;
        }
        boolean begun = false;
        for (int i = from; i < from + length; i++) {
            int c = header[i];
            if (c >= '0' && c <= '7') {
                value = value << 3 | c - '0';
                begun = true;
            } else if (c != ' ' && c != 0) {
                throw damaged("a number that is none in a header");
            } else if (begun) {
                break;
            }
        }
        return value;
    }

    private void skip(long count) throws IOException {
        long rest = count;
        while (rest > 0) {
            long skipped = in.skip(rest);
            if (skipped <= 0) {
                if (in.read() < 0) {
                    throw damaged("it ends within an entry");
                }
                skipped = 1;
            }
            rest -= skipped;
        }
    }

    /**
     * Whether the zeros after a content are there; where the archive ends within them it ends with that entry, of which nothing is missing.
     * Tools write such archives (umoci insert) and read them (Go's archive/tar).
     */
    private boolean isPadded() throws IOException {
        int wanted = (int) padding;
        padding = 0;
        return wanted == 0 || in.readNBytes(wanted).length == wanted;
    }

    private static ScanFailed damaged(String how) {
        return new ScanFailed(Reason.DAMAGED, "the archive is damaged: " + how);
    }
}
