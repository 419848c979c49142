package dev.breakwater.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.Account;
import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.MachineEvidence.FileKind;
import dev.breakwater.engine.machine.MachineEvidence.FileState;
import dev.breakwater.engine.machine.MachineEvidence.Group;
import dev.breakwater.engine.machine.MachineEvidence.Machine;
import dev.breakwater.engine.machine.MachineEvidence.Mount;
import dev.breakwater.engine.machine.MachineEvidence.PasswordState;
import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import dev.breakwater.engine.machine.MachineEvidence.Unit;
import dev.breakwater.engine.machine.MachineEvidence.Unread;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineCodecTest {

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(@ForAll("evidence") MachineEvidence evidence) {
        assertThat(MachineCodec.read(MachineCodec.write(evidence))).isEqualTo(evidence);
    }

    @Property(tries = 300)
    void aCutOrChangedDocumentIsRefusedOrEvidence(
            @ForAll("evidence") MachineEvidence evidence, @ForAll int at, @ForAll byte with) {
        byte[] json = MachineCodec.write(evidence);
        json[Math.floorMod(at, json.length)] = with;
        try {
            assertThat(MachineCodec.read(json).format()).isEqualTo(MachineEvidence.FORMAT);
        } catch (IllegalArgumentException told) {
            assertThat(told).message().isNotBlank().hasSizeLessThan(1_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "{\"format\":\"breakwater/machine-evidence/1\"}",
                "{\"surprise\":1}",
                "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"
            })
    void whatIsNoEvidenceIsRefused(String json) {
        assertThatThrownBy(() -> MachineCodec.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("evidence");
    }

    @Test
    void whatIsMissingIsNamedWithItsPlace() {
        String whole = new String(MachineCodec.write(sample("web-1", List.of())), StandardCharsets.UTF_8);
        String broken = whole.replace("\"hostname\":\"web-1\"", "\"hostname\":null");

        assertThatThrownBy(() -> MachineCodec.read(broken.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("machine.hostname is null");
    }

    @Test
    void anotherFormatIsNotUnderstood() {
        String whole = new String(MachineCodec.write(sample("web-1", List.of())), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> MachineCodec.read(
                        whole.replace("evidence/1", "evidence/9").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("breakwater/machine-evidence/9")
                .hasMessageContaining(MachineEvidence.FORMAT);
    }

    @Provide
    Arbitrary<MachineEvidence> evidence() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<FileFact> file = Combinators.combine(
                        text,
                        Arbitraries.of(FileState.class),
                        Arbitraries.of(FileKind.class),
                        Arbitraries.integers().between(-1, 07777),
                        text.injectNull(0.5))
                .as((path, state, kind, mode, content) -> new FileFact(
                        "/" + path,
                        state,
                        kind,
                        mode,
                        0,
                        0,
                        "root",
                        "root",
                        content == null ? 0 : 9,
                        "",
                        "",
                        content,
                        path));
        return Combinators.combine(text, file.list().ofMaxSize(4)).as(MachineCodecTest::sample);
    }

    private static MachineEvidence sample(String text, List<FileFact> files) {
        return new MachineEvidence(
                MachineEvidence.FORMAT,
                "1.0",
                Instant.parse("2026-11-29T08:00:00.123Z"),
                new Machine(
                        text,
                        "id",
                        "",
                        "amd64",
                        "6.1",
                        text.isEmpty() ? null : new OperatingSystem("debian", "12", "bookworm", text)),
                List.of(new RunningProcess(1, 0, text, List.of(text, "-v"), "root")),
                files,
                List.of("/etc/*", MachineEvidence.WALK),
                Map.of("kernel.x", text),
                List.of(text),
                List.of(new Mount("dev", "/", "ext4", List.of("rw", text))),
                List.of(new Account("root", 0, 0, "/root", text, PasswordState.LOCKED, "", -1, 0, -1, 7, -1)),
                List.of(new Group("root", 0, List.of(text))),
                List.of(new Unit("ssh.service", "enabled", "")),
                List.of(new InstalledPackage("a", text, "amd64", PackageType.DEB, "", "a", "1", "p", "")),
                Map.of("docker.info", "{\"a\":1}"),
                List.of(new Unread("/etc/shadow", text)));
    }
}
