package dev.breakwater.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.sensor.link.TestCentral;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleRunIT {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tellsWhatWasSeenAndWhatCouldNotBeRead() throws Exception {
        Path manifests = Files.createDirectory(folder.resolve("manifests"));
        Planted planted = new Planted();
        Files.writeString(manifests.resolve("planted.yaml"), planted.yaml());
        Files.writeString(manifests.resolve("broken.yaml"), "kind: Service\nmetadata: {name: [\n");
        try (TestCentral central = new TestCentral()) {
            assertThat(once(central, manifests)).isZero();

            assertThat(out.toString())
                    .contains("cluster c1: 13 objects synced", "out of sight", "could not be read (1)", "broken.yaml:")
                    .containsPattern("workload +2\\b")
                    .containsPattern("secret +9\\b");
            assertThat(central.held).hasSize(13);
            String wire = central.received();
            assertThat(planted.values())
                    .allSatisfy(value -> assertThat(wire + out + err).doesNotContain(value));
        }
    }

    private int once(TestCentral central, Path manifests) throws Exception {
        Path token = Files.write(folder.resolve("token"), central.tokenText().getBytes(StandardCharsets.US_ASCII));
        String[] arguments = {
            "--central",
            central.address().toString(),
            "--cluster",
            "c1",
            "--token-file",
            token.toString(),
            "--state",
            folder.resolve("state").toString(),
            "--manifests",
            manifests.toString(),
            "--once",
            "--timeout",
            "60"
        };
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
