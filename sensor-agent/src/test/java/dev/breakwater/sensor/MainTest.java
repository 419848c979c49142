package dev.breakwater.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--central", "--manifests", "--kubeconfig", "--once", "repeat --cluster");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --cluster a                                                       | --central
            --central c:1                                                     | --cluster
            --central c --cluster a                                           | HOST:PORT
            --central c:70000 --cluster a                                     | HOST:PORT
            --central c:1 --cluster !                                         | --cluster '!'
            --central c:1 --cluster a --manifests /none                       | --manifests '/none'
            --central c:1 --cluster a --kubeconfig /none                      | --kubeconfig '/none'
            --central c:1 --cluster a --manifests . --kubeconfig pom.xml      | give one
            --central c:1 --cluster a --token x                               | bwe_SECRET.FINGERPRINT
            --central c:1 --cluster a --token x --token-file y                | give one
            --central c:1 --cluster a --token-file /none                      | --token-file '/none'
            --central c:1 --cluster a --manifests . --cluster a --manifests . | given twice
            --central c:1 --cluster a --manifests . --once --timeout 0        | --timeout '0'
            --central c:1 --cluster a --nonsense                              | --nonsense
            --bogus                                                           | Unknown option: '--bogus'
            --centrall=c:1 --cluster a                                        | Unknown option: '--centrall'
            --central c:1 --cluster a --manifests . --strict                  | --strict is for --once
            """)
    void namesTheOptionThatIsWrong(String arguments, String expected) {
        assertThat(run(arguments.split(" +"))).isEqualTo(2);
        assertThat(err.toString()).contains(expected);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesOneStateFolderForTwoClusters() {
        String state = folder.resolve("state").toString();
        String manifests = folder.toString();

        assertThat(run(
                        "--central",
                        "c:1",
                        "--cluster",
                        "a",
                        "--manifests",
                        manifests,
                        "--state",
                        state,
                        "--cluster",
                        "b",
                        "--manifests",
                        manifests,
                        "--state",
                        state))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--state");
    }

    @Test
    void saysThatATokenIsMissing() throws Exception {
        Files.createDirectories(folder.resolve("m"));

        int exit = run(
                "--central",
                "localhost:1",
                "--cluster",
                "a",
                "--manifests",
                folder.resolve("m").toString(),
                "--state",
                folder.resolve("state").toString(),
                "--once");

        assertThat(exit).isEqualTo(3);
        assertThat(err.toString()).contains("no token was given");
    }
}
