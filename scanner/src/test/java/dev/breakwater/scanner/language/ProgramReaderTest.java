package dev.breakwater.scanner.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class ProgramReaderTest {

    private static final String MODULES = """
            path\texample.com/shop/cmd
            mod\texample.com/shop\t(devel)\t
            dep\tgithub.com/Masterminds/semver\tv1.5.0\th1:x=
            dep\texample.com/old\tv1.0.0
            =>\texample.com/new\tv1.1.0\th1:y=
            dep\texample.com/local\tv1.0.0
            =>\t./local\t
            build\t-ldflags="-s -w -X main.version=v2.3.4"
            build\tGOOS=linux
            """;

    private static final String[] EXPECTED = {
        "stdlib 1.22.1",
        "github.com/Masterminds/semver v1.5.0",
        "example.com/new v1.1.0",
        "example.com/local (devel)",
        "example.com/shop v2.3.4"
    };

    @Test
    void readsGoBuildInformationThatStandsInline() throws Exception {
        byte[] program = Elf.with(".go.buildinfo", inline("go1.22.1 X:boringcrypto", MODULES));

        assertThat(Given.program("usr/bin/shop", program).found()).containsExactly(EXPECTED);
        assertThat(Given.file("usr/bin/shop", program).isWanted())
                .as("no program")
                .isFalse();
    }

    @Test
    void readsGoBuildInformationBehindPointers() throws Exception {
        assertThat(Given.program("usr/bin/shop", Elf.with(".go.buildinfo", pointed("go1.22.1", MODULES)))
                        .found())
                .containsExactly(EXPECTED);
    }

    @Test
    void findsGoBuildInformationInAProgramWithoutSections() throws Exception {
        byte[] program = Elf.with(".go.buildinfo", inline("go1.22.1", MODULES));
        ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN).putLong(40, 0);

        assertThat(Given.program("usr/bin/shop", program).found()).containsExactly(EXPECTED);
    }

    @Test
    void readsTheCratesOfARustProgram() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
            deflate.write("""
                    {"packages":[{"name":"cc","version":"1.0.0","source":"crates.io","kind":"build"},
                     {"name":"time","version":"0.1.44","source":"crates.io"},{"name":"shop","version":"0.1.0","source":"local","root":true}]}
                    """.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Given.program("usr/bin/shop", Elf.with(".dep-v0", packed.toByteArray()))
                        .found())
                .containsExactly("time 0.1.44", "shop 0.1.0");
        assertThatThrownBy(() -> Given.program("x", Elf.with(".dep-v0", Arrays.copyOf(packed.toByteArray(), 30)))
                        .packages())
                .isInstanceOf(UnreadableEntry.class)
                .hasMessage("has a list of crates that cannot be unpacked");
    }

    @Test
    void findsNothingInOtherPrograms() throws Exception {
        assertThat(Given.program("bin/ls", Elf.with(".text", new byte[100])).found())
                .isEmpty();
        assertThat(Given.program("bin/script", new byte[8_000]).found()).isEmpty();
    }

    @Test
    void readsARealProgramOfGo() throws Exception {
        Path umoci = Path.of("/usr/bin/umoci");
        assumeThat(umoci).as("a program made by Go").exists();

        // Debian builds without modules: the toolchain is all that such a program tells
        assertThat(Given.program("usr/bin/umoci", Files.readAllBytes(umoci)).found())
                .singleElement()
                .satisfies(one -> assertThat(one).matches("stdlib 1\\.\\d+(\\.\\d+)?"));
    }

    static byte[] inline(String version, String modules) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(new byte[] {8, 2});
        bytes.write(new byte[16]);
        counted(bytes, version.getBytes(StandardCharsets.UTF_8));
        counted(bytes, marked(modules));
        return bytes.toByteArray();
    }

    static byte[] pointed(String version, String modules) {
        byte[] first = version.getBytes(StandardCharsets.UTF_8);
        byte[] second = marked(modules);
        long base = Elf.BASE + Elf.FIRST;
        ByteBuffer bytes =
                ByteBuffer.allocate(64 + first.length + second.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1)).put(new byte[] {8, 0});
        bytes.putLong(base + 32).putLong(base + 48);
        bytes.putLong(base + 64)
                .putLong(first.length)
                .putLong(base + 64 + first.length)
                .putLong(second.length);
        bytes.put(first).put(second);
        return bytes.array();
    }

    private static byte[] marked(String modules) {
        return ("0123456789abcdef" + modules + "fedcba9876543210").getBytes(StandardCharsets.UTF_8);
    }

    private static void counted(ByteArrayOutputStream bytes, byte[] text) throws IOException {
        int left = text.length;
        for (; left >= 0x80; left >>= 7) {
            bytes.write(left & 0x7f | 0x80);
        }
        bytes.write(left);
        bytes.write(text);
    }
}
