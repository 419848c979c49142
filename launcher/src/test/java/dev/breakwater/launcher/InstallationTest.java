package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    private Path folder;

    private Path jar = Path.of("");
    private Path place = Path.of("");

    @BeforeEach
    void writeJar() throws Exception {
        place = folder.resolve("app");
        jar = Files.writeString(folder.resolve("sensor.jar"), "first build");
    }

    @Test
    void runsWhatWasThereWhenItStartedThoughABuildRewritesIt() throws Exception {
        Path installed = Installation.ofJar(jar, place);
        Files.writeString(jar, "second build, half wri");

        assertThat(installed).hasContent("first build").isNotEqualTo(jar);
        assertThat(Installation.ofJar(jar, place)).hasContent("second build, half wri");
        assertThat(installed).as("the copy of the earlier build").doesNotExist();
    }

    @Test
    void keepsWhatIsInstalledAlready() throws Exception {
        Path installed = Installation.ofJar(jar, place);
        Object before = Files.getAttribute(installed, "unix:ino");

        assertThat(Installation.ofJar(jar, place)).isEqualTo(installed);
        assertThat(Files.getAttribute(installed, "unix:ino")).isEqualTo(before);
    }

    @Test
    void beginsAgainAfterAnInstallationThatWasCutOff() throws Exception {
        Files.writeString(Files.createDirectories(place.resolve("partial")).resolve("sensor.jar"), "fir");

        assertThat(Installation.ofJar(jar, place)).hasContent("first build");
    }

    @Test
    void saysHowToBuildWhatIsNotThere() {
        assertThatThrownBy(() -> Installation.ofJar(folder.resolve("none.jar"), place))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("none.jar")
                .hasMessageContaining("./mvnw -DskipTests package");
    }
}
