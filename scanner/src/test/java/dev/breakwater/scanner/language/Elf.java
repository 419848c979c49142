package dev.breakwater.scanner.language;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Makes small ELF files of 64 bits with given sections, loaded where they lie. */
final class Elf {

    /** The address at which the file is loaded. */
    static final long BASE = 0x400000;

    /** Where the first section begins. */
    static final int FIRST = 0x1000;

    private Elf() {}

    static byte[] with(String section, byte[] content) {
        return with(Map.of(section, content));
    }

    static byte[] with(Map<String, byte[]> contents) {
        Map<String, byte[]> sections = new TreeMap<>(contents);
        StringBuilder names = new StringBuilder("\0");
        sections.keySet().forEach(each -> names.append(each).append('\0'));
        int namesAt = names.length();
        names.append(".shstrtab\0");
        sections.put(".zz", names.toString().getBytes(StandardCharsets.ISO_8859_1));
        int end = FIRST
                + sections.values().stream()
                        .mapToInt(each -> (each.length + 15) / 16 * 16)
                        .sum();
        ByteBuffer file = ByteBuffer.allocate(end + 64 * (sections.size() + 1)).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
        file.putShort((short) 2)
                .putShort((short) 62)
                .putInt(1)
                .putLong(BASE)
                .putLong(64)
                .putLong(end);
        file.putInt(0).putShort((short) 64).putShort((short) 56).putShort((short) 1);
        file.putShort((short) 64).putShort((short) (sections.size() + 1)).putShort((short) sections.size());
        file.putInt(1)
                .putInt(6)
                .putLong(0)
                .putLong(BASE)
                .putLong(BASE)
                .putLong(end)
                .putLong(end)
                .putLong(16);
        int at = FIRST;
        int header = end + 64;
        for (Map.Entry<String, byte[]> each : sections.entrySet()) {
            file.position(at).put(each.getValue());
            int name = each.getKey().equals(".zz") ? namesAt : names.indexOf("\0" + each.getKey() + "\0") + 1;
            file.position(header)
                    .putInt(name)
                    .putInt(1)
                    .putLong(2)
                    .putLong(BASE + at)
                    .putLong(at);
            file.putLong(each.getValue().length);
            at += (each.getValue().length + 15) / 16 * 16;
            header += 64;
        }
        return file.array();
    }
}
