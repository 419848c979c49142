package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Go linker writes into a program: its toolchain, its main module and all modules built in (Go's package
 * {@code debug/buildinfo}; strings inline since Go 1.18, behind pointers before).
 */
final class GoBuildInfo {

    private static final byte[] MAGIC = "\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1);

    private static final int ALIGNED = 16;
    private static final int HEAD = 32;
    private static final int LONGEST = 4 << 20;

    /** How far into the data of a program without sections the linker may have put it. */
    private static final int SEARCHED = 1 << 20;

    /** A version that a build script sets: {@code -ldflags="-X main.version=v1.2.3"}. */
    private static final Pattern LINKED_VERSION = Pattern.compile(
            "-X[ =]['\"]?[\\w./-]{1,200}\\.[\\w]{0,40}[vV]ersion=(v?\\d{1,9}(?:\\.\\d{1,9}){1,2}[\\w.+-]{0,60})");

    private GoBuildInfo() {}

    /** Adds what the program says of itself; nothing if it is none of Go's. */
    static void read(ElfFile program, PackageList into) throws IOException {
        long at = place(program);
        if (at < 0) {
            return;
        }
        byte[] head = program.bytes(at, HEAD);
        String version;
        String modules;
        if ((head[15] & 2) != 0) {
            long[] next = {at + HEAD};
            version = new String(inline(program, next), StandardCharsets.UTF_8);
            modules = modules(inline(program, next));
        } else {
            version = new String(pointed(program, head, 16), StandardCharsets.UTF_8);
            modules = modules(pointed(program, head, 16 + head[14]));
        }
        into.add(PackageType.GOLANG, "stdlib", toolchain(version));
        addModules(modules, into);
    }

    private static long place(ElfFile program) throws IOException {
        Optional<ElfFile.Section> section = program.section(".go.buildinfo");
        if (section.isEmpty()) {
            section = program.writableData();
        }
        if (section.isEmpty() || section.get().size() < HEAD) {
            return -1;
        }
        long from = section.get().offset();
        long most = Math.min(Math.min(section.get().size(), SEARCHED), program.size() - from);
        if (from < 0 || most < HEAD) {
            return -1;
        }
        byte[] data = program.bytes(from, (int) most);
        for (int each = 0; each + HEAD <= data.length; each += ALIGNED) {
            if (data[each] == MAGIC[0] && Arrays.equals(data, each, each + MAGIC.length, MAGIC, 0, MAGIC.length)) {
                return from + each;
            }
        }
        return -1;
    }

    private static byte[] inline(ElfFile program, long[] next) throws IOException {
        long length = 0;
        int shift = 0;
        int each;
        do {
            each = program.bytes(next[0]++, 1)[0] & 0xff;
            length |= (long) (each & 0x7f) << shift;
            shift += 7;
        } while ((each & 0x80) != 0 && shift < 35);
        byte[] text = program.bytes(next[0], checked(length));
        next[0] += length;
        return text;
    }

    private static byte[] pointed(ElfFile program, byte[] head, int at) throws IOException {
        int width = head[14];
        if (width != 4 && width != 8) {
            throw new UnreadableEntry("has Go build information of an unknown form");
        }
        ByteOrder order = (head[15] & 1) != 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer information = ByteBuffer.wrap(head).order(order);
        long header = width == 8 ? information.getLong(at) : information.getInt(at) & 0xffffffffL;
        if (header == 0) {
            return new byte[0];
        }
        ByteBuffer text = ByteBuffer.wrap(program.atAddress(header, 2 * width)).order(order);
        long address = width == 8 ? text.getLong(0) : text.getInt(0) & 0xffffffffL;
        long length = width == 8 ? text.getLong(8) : text.getInt(4) & 0xffffffffL;
        return length == 0 ? new byte[0] : program.atAddress(address, checked(length));
    }

    private static int checked(long length) throws UnreadableEntry {
        if (length < 0 || length > LONGEST) {
            throw new UnreadableEntry("has Go build information of more than " + LONGEST + " bytes");
        }
        return (int) length;
    }

    /** The text stands between two marks of 16 bytes. */
    private static String modules(byte[] marked) {
        return marked.length >= 33 && marked[marked.length - 17] == '\n'
                ? new String(marked, 16, marked.length - 32, StandardCharsets.UTF_8)
                : "";
    }

    /** {@code go1.22.1 X:boringcrypto} is 1.22.1, {@code devel go1.23-abc} is 1.23-abc. */
    private static String toolchain(String said) {
        int go = said.indexOf("go");
        String version = go < 0 ? "" : said.substring(go + 2).split(" ", 2)[0];
        return !version.isEmpty() && Character.isDigit(version.charAt(0)) ? version : "";
    }

    private static void addModules(String text, PackageList into) throws UnreadableEntry {
        String[] main = {"", ""};
        String[] pending = null;
        String linked = "";
        for (String line : text.split("\n")) {
            String[] parts = line.split("\t", -1);
            if (parts.length < 2) {
                continue;
            }
            switch (parts[0]) {
                case "mod" -> main = module(parts);
                case "dep" -> {
                    add(pending, into);
                    pending = module(parts);
                }
                case "=>" -> {
                    // a folder has no version: what stands there instead is not known
                    String[] instead = module(parts);
                    pending = pending != null && instead[1].isEmpty() ? new String[] {pending[0], "(devel)"} : instead;
                }
                case "build" -> linked = linked.isEmpty() ? linkedVersion(parts[1]) : linked;
                default -> {}
            }
        }
        add(pending, into);
        boolean isUnversioned = main[1].isEmpty() || main[1].equals("(devel)");
        into.add(PackageType.GOLANG, main[0], !isUnversioned ? main[1] : linked.isEmpty() ? "(devel)" : linked);
    }

    private static void add(String[] module, PackageList into) throws UnreadableEntry {
        if (module != null) {
            into.add(PackageType.GOLANG, module[0], module[1]);
        }
    }

    private static String[] module(String[] parts) {
        return new String[] {parts[1], parts.length > 2 ? parts[2] : ""};
    }

    private static String linkedVersion(String setting) {
        if (!setting.startsWith("-ldflags=") || setting.length() > 10_000) {
            return "";
        }
        Matcher set = LINKED_VERSION.matcher(setting);
        return set.find() ? set.group(1) : "";
    }
}
