package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.Node;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeTranslationTest {

    @Test
    void readsANode() {
        Node node = Translated.one(Node.class, """
                apiVersion: v1
                kind: Node
                metadata:
                  name: n1
                  labels: {node-role.kubernetes.io/control-plane: "", kubernetes.io/role: master}
                spec: {unschedulable: true, taints: [{key: k, value: v, effect: NoSchedule}]}
                status:
                  nodeInfo: {osImage: Debian 12, kernelVersion: "6.1", containerRuntimeVersion: "containerd://2.0",
                             kubeletVersion: v1.33.0, architecture: arm64, machineID: m1}
                  addresses: [{type: Hostname, address: n1}, {type: InternalIP, address: 10.0.0.1}]
                  conditions: [{type: Ready, status: "True", reason: KubeletReady}]
                """);

        assertThat(node.roles()).containsExactly("control-plane", "master");
        assertThat(node.osImage()).isEqualTo("Debian 12");
        assertThat(node.containerRuntime()).isEqualTo("containerd://2.0");
        assertThat(node.machineId()).isEqualTo("m1");
        assertThat(node.addresses()).containsExactly("10.0.0.1");
        assertThat(node.taints()).containsExactly(new Node.Taint("k", "v", "NoSchedule"));
        assertThat(node.conditions()).containsExactly(new Node.Condition("Ready", "True", "KubeletReady"));
        assertThat(node.unschedulable()).isTrue();
    }

    @Test
    void aNamespaceCarriesItsNameAsALabel() {
        Namespace shop = Translated.one(
                Namespace.class,
                "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: a, empty: }}}");

        assertThat(shop.meta().labels())
                .isEqualTo(Map.of("team", "a", "empty", "", "kubernetes.io/metadata.name", "shop"));
        assertThat(shop.meta().namespace()).isEmpty();
    }
}
