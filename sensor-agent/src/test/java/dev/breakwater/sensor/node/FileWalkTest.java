package dev.breakwater.sensor.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.MachineEvidence.Unread;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWalkTest {

    @TempDir
    private Path folder;

    private final Findings findings = new Findings();

    private FileLook walk(FileWalk.Bounds bounds) throws IOException {
        Root root = new Root(folder);
        TextRedaction texts = new TextRedaction(new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES])));
        Root.Status mine = root.status("/");
        FileLook files = new FileLook(
                root, new FileText(root, texts), findings, Map.of(mine.uid(), "me"), Map.of(mine.gid(), "mine"));
        new FileWalk(root, files, findings, bounds).walk(List.of());
        return files;
    }

    private Path file(String path, String permissions) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void whatContainersAreMadeOfIsLeftOut() throws IOException {
        file("a/open", "rw-rw-rw-");
        file("var/lib/docker/overlay2/open", "rw-rw-rw-");

        assertThat(walk(FileWalk.Bounds.USUAL).files())
                .extracting(FileFact::path)
                .containsExactly("/a/open");
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void aFolderWithStickyBitIsNotTold() throws IOException {
        Path sticky = Files.createDirectory(folder.resolve("tmp"));
        Files.setAttribute(sticky, "unix:mode", 01777);
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setAttribute(open, "unix:mode", 0777);

        assertThat(walk(FileWalk.Bounds.USUAL).files())
                .extracting(FileFact::path)
                .containsExactly("/open");
    }

    @Test
    void aBoundThatWasHitIsTold() throws IOException {
        for (int i = 0; i < 20; i++) {
            file("f" + i, "rw-rw-rw-");
        }

        FileLook files = walk(new FileWalk.Bounds(10, 100, Duration.ofMinutes(1)));

        assertThat(files.looked()).doesNotContain(MachineEvidence.WALK);
        assertThat(findings.all()).containsExactly(new Unread(MachineEvidence.WALK, "more than 10 files"));
        assertThat(files.files()).isNotEmpty();
    }

    @Test
    void moreFindingsThanAreKeptAreTold() throws IOException {
        for (int i = 0; i < 20; i++) {
            file("f" + i, "rw-rw-rw-");
        }

        walk(new FileWalk.Bounds(1_000, 5, Duration.ofMinutes(1)));

        assertThat(findings.all()).containsExactly(new Unread(MachineEvidence.WALK, "more than 5 findings"));
    }
}
