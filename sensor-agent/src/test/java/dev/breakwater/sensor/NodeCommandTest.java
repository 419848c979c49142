package dev.breakwater.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.scanner.MachineCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void aMachineIsWrittenIntoAFileForItsOwner() throws IOException {
        Path root = Files.createDirectories(folder.resolve("root/etc"));
        Files.writeString(root.resolve("hostname"), "worker-1\n");
        Path file = folder.resolve("evidence.json");

        int exit = run("--node", "--once", "--root", root.getParent().toString(), "--output", file.toString());

        assertThat(exit).as(err.toString()).isZero();
        MachineEvidence evidence = MachineCodec.read(Files.readAllBytes(file));
        assertThat(evidence.machine().hostname()).isEqualTo("worker-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(out.toString()).contains("machine worker-1", "could not be read", "processes");
    }

    @Test
    void aRootThatIsNoFolderIsRefused() {
        assertThat(run("--node", "--once", "--root", folder + "/none", "--output", folder + "/e.json"))
                .isEqualTo(Main.WRONG_COMMAND_LINE);
        assertThat(err.toString()).contains("--root").contains("is not a folder");
    }
}
