package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.Structured;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The list of crates that {@code cargo auditable} writes into a program: zlib-packed JSON in the section {@code .dep-v0}. */
final class RustAudit {

    /** The format's own advice (github.com/rust-secure-code/cargo-auditable, PARSING.md). */
    private static final int LARGEST = 8 << 20;

    private RustAudit() {}

    static void read(ElfFile program, PackageList into) throws IOException {
        Optional<ElfFile.Section> section = program.section(".dep-v0");
        if (section.isEmpty()) {
            return;
        }
        byte[] packed = program.content(section.get(), LARGEST);
        try (InputStream unpacked = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            byte[] list = unpacked.readNBytes(LARGEST + 1);
            if (list.length > LARGEST) {
                throw new UnreadableEntry("has a list of crates of more than " + LARGEST + " bytes");
            }
            Structured.json(new ByteArrayInputStream(list), Structured.OF_AN_ENTRY, Map.of("packages", (none, one) -> {
                if (!Structured.text(one, "kind").equals("build")) {
                    into.add(PackageType.CARGO, Structured.text(one, "name"), Structured.text(one, "version"));
                }
            }));
        } catch (ZipException | EOFException damaged) {
            throw new UnreadableEntry("has a list of crates that cannot be unpacked");
        }
    }
}
