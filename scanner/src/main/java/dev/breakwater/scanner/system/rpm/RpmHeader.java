package dev.breakwater.scanner.system.rpm;

import dev.breakwater.scanner.read.UnreadableEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The tags of a package that say what it is (rpm, "Header Format"): an index of entries, then a store that they point into. */
record RpmHeader(String name, String version, String release, long epoch, String arch, String sourceRpm) {

    private static final int NAME = 1000;
    private static final int VERSION = 1001;
    private static final int RELEASE = 1002;
    private static final int EPOCH = 1003;
    private static final int ARCH = 1022;
    private static final int SOURCE_RPM = 1044;

    private static final int TYPE_INT32 = 4;
    private static final int TYPE_STRING = 6;
    private static final int TYPE_I18N = 9;

    private static final int ENTRY = 16;
    private static final int MOST_ENTRIES = 0xffff;
    private static final int LONGEST = 1024;

    static RpmHeader of(byte[] bytes) throws UnreadableEntry {
        if (bytes.length < 8) {
            throw damaged();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int entries = header.getInt();
        int size = header.getInt();
        long store = 8L + (long) entries * ENTRY;
        if (entries < 1 || entries > MOST_ENTRIES || size < 0 || store + size > bytes.length) {
            throw damaged();
        }
        Map<Integer, String> texts = new HashMap<>();
        long epoch = 0;
        for (int i = 0; i < entries; i++) {
            int at = 8 + i * ENTRY;
            int tag = header.getInt(at);
            int type = header.getInt(at + 4);
            int offset = header.getInt(at + 8);
            if (tag < NAME || tag > SOURCE_RPM || offset < 0 || offset >= size) {
                continue;
            }
            int from = (int) store + offset;
            if (tag == EPOCH && type == TYPE_INT32 && offset + 4 <= size) {
                epoch = header.getInt(from) & 0xffffffffL;
            } else if (type == TYPE_STRING || type == TYPE_I18N) {
                texts.putIfAbsent(tag, text(bytes, from, (int) store + size));
            }
        }
        return new RpmHeader(
                texts.getOrDefault(NAME, ""),
                texts.getOrDefault(VERSION, ""),
                texts.getOrDefault(RELEASE, ""),
                epoch,
                texts.getOrDefault(ARCH, ""),
                texts.getOrDefault(SOURCE_RPM, ""));
    }

    /** As rpm prints it: an epoch of 0 is none. */
    String fullVersion() {
        return prefix() + version + "-" + release;
    }

    /** The name in {@code name-version-release.src.rpm}. */
    String sourceName() {
        return part(true);
    }

    /** Its version and release; the epoch is that of the package, which the name of a file does not tell. */
    String sourceVersion() {
        String source = part(false);
        return source.isEmpty() ? "" : prefix() + source;
    }

    private String prefix() {
        return epoch == 0 ? "" : epoch + ":";
    }

    private String part(boolean ofName) {
        String file = sourceRpm.endsWith(".src.rpm") ? sourceRpm.substring(0, sourceRpm.length() - 8) : "";
        int cut = file.lastIndexOf('-', file.lastIndexOf('-') - 1);
        return cut <= 0 ? "" : ofName ? file.substring(0, cut) : file.substring(cut + 1);
    }

    private static String text(byte[] bytes, int from, int end) {
        int to = from;
        while (to < end && bytes[to] != 0 && to - from < LONGEST) {
            to++;
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static UnreadableEntry damaged() {
        return new UnreadableEntry("is damaged: the header of a package is none");
    }
}
