package dev.breakwater.scanner.layer;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import org.jspecify.annotations.Nullable;

/** What extension headers say of the entry that follows: pax records and GNU's long names. Global pax records go on to all. */
final class TarExtensions {

    /** Bytes of one extension. */
    static final int MOST = 1 << 20;

    private Pax global = new Pax();
    private Pax local = new Pax();

    private static final class Pax {
        private @Nullable String path;
        private @Nullable String target;
        private @Nullable String sparseName;
        private long size = -1;
        private long owner = -1;
        private boolean sparse;
    }

    static boolean isOne(char kind) {
        return kind == 'x' || kind == 'g' || kind == 'X' || kind == 'L' || kind == 'K';
    }

    void startEntry() {
        local = new Pax();
    }

    void take(char kind, byte[] content) throws ScanFailed {
        switch (kind) {
            case 'L' -> local.path = untilZero(content);
            case 'K' -> local.target = untilZero(content);
            case 'g' -> {
                global = new Pax();
                records(content, global);
            }
            default -> records(content, local);
        }
    }

    private static String untilZero(byte[] content) {
        int length = 0;
        while (length < content.length && content[length] != 0) {
            length++;
        }
        return Paths.text(content, 0, length);
    }

    /** Records of {@code "length key=value\n"}, the length in bytes with itself. */
    private static void records(byte[] content, Pax into) throws ScanFailed {
        int at = 0;
        while (at < content.length && content[at] != 0) {
            int length = 0;
            int digit = at;
            while (digit < content.length && content[digit] >= '0' && content[digit] <= '9' && digit - at < 8) {
                length = length * 10 + content[digit++] - '0';
            }
            int end = at + length;
            if (digit >= content.length || content[digit] != ' ' || end > content.length || end <= digit + 1) {
                throw new ScanFailed(Reason.DAMAGED, "the archive is damaged: an extended header that is none");
            }
            int equals = digit + 1;
            while (equals < end && content[equals] != '=') {
                equals++;
            }
            if (equals < end) {
                record(
                        Paths.text(content, digit + 1, equals - digit - 1),
                        Paths.text(content, equals + 1, Math.max(0, end - equals - 2)),
                        into);
            }
            at = end;
        }
    }

    private static void record(String key, String value, Pax into) {
        switch (key) {
            case "path" -> into.path = value;
            case "linkpath" -> into.target = value;
            case "size" -> into.size = number(value);
            case "uid" -> into.owner = number(value);
            case "GNU.sparse.name" -> {
                into.sparse = true;
                into.sparseName = value;
            }
            default -> into.sparse |= key.startsWith("GNU.sparse.");
        }
    }

    private static long number(String text) {
        try {
            return Math.max(-1, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Nullable
    String path() {
        return local.path == null ? global.path : local.path;
    }

    @Nullable
    String target() {
        return local.target == null ? global.target : local.target;
    }

    @Nullable
    String sparseName() {
        return local.sparseName;
    }

    long size(long declared) {
        return local.size >= 0 ? local.size : global.size >= 0 ? global.size : declared;
    }

    long owner(long declared) {
        return local.owner >= 0 ? local.owner : global.owner >= 0 ? global.owner : declared;
    }

    boolean isSparse() {
        return local.sparse || global.sparse;
    }
}
