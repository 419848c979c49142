package dev.breakwater.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.model.NodeAction;
import dev.breakwater.sensor.action.NodeRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Test
    void allowsNothingToBeDoneToNodesUnlessItSaysWhat() {
        Map<String, String> around = Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1");
        assertThat(read(around).nodes()).isEqualTo(NodeRules.NOTHING);

        ClusterOptions options = new ClusterOptions();
        options.cluster = "c1";
        options.nodeActions = List.of("cordon", " Drain");
        options.controlPlane = true;
        assertThat(new SettingsReader(around).read(List.of(options)).getFirst().nodes())
                .isEqualTo(new NodeRules(Set.of(NodeAction.CORDON, NodeAction.DRAIN), true));

        options.nodeActions = List.of("reboot");
        assertThatThrownBy(() -> new SettingsReader(around).read(List.of(options)))
                .hasMessageContaining("--allow-node-actions 'reboot'")
                .hasMessageContaining("cordon, uncordon, drain");
        options.nodeActions = null;
        assertThatThrownBy(() -> new SettingsReader(around).read(List.of(options)))
                .hasMessageContaining("--allow-control-plane of cluster 'c1' needs --allow-node-actions");
    }

    private static ClusterSettings read(Map<String, String> environment) {
        ClusterOptions options = new ClusterOptions();
        options.cluster = "c1";
        return new SettingsReader(environment).read(List.of(options)).getFirst();
    }
}
