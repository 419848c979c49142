package dev.breakwater.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    private Path home;

    @Test
    void saysWhatToGiveWhereThereIsNoClusterToWatch() {
        assertThatThrownBy(() -> read(Map.of("HOME", home.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cluster 'c1'")
                .hasMessageContaining("--manifests DIR or --kubeconfig FILE");
    }

    @Test
    void watchesTheClusterAroundItOrThatOfKubectl() throws Exception {
        ClusterSettings.Origin around = new ClusterSettings.Api(null, null);

        assertThat(read(Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1")).origin()).isEqualTo(around);
        assertThat(read(Map.of("KUBECONFIG", "/etc/kube")).origin()).isEqualTo(around);
        Files.writeString(Files.createDirectory(home.resolve(".kube")).resolve("config"), "");
        assertThat(read(Map.of("HOME", home.toString())).origin()).isEqualTo(around);
    }

    private static ClusterSettings read(Map<String, String> environment) {
        ClusterOptions options = new ClusterOptions();
        options.cluster = "c1";
        return new SettingsReader(environment).read(List.of(options)).getFirst();
    }
}
