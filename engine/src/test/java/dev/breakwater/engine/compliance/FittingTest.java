package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.compliance.Fitting.Concern;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectMeta;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FittingTest {

    @Test
    void theOldestKubeletChoosesTheVersion() {
        List<Node> nodes = List.of(node("v1.33.5", "", ""), node("v1.31.2+k3s1", "", ""));
        assertThat(concern("cis-kubernetes-1.11", nodes)).isEqualTo(Concern.CONCERNS);
        assertThat(concern("cis-kubernetes-1.12", nodes)).isEqualTo(Concern.NOT);
        assertThat(concern("nist-800-190", nodes)).isEqualTo(Concern.CONCERNS);
    }

    @Test
    void whereNoneFitsTheNewestIsUnknown() {
        List<Node> nodes = List.of(node("v1.21.0", "", ""));
        assertThat(concern("cis-kubernetes-1.12", nodes)).isEqualTo(Concern.UNKNOWN);
        assertThat(concern("cis-kubernetes-1.10", nodes)).isEqualTo(Concern.NOT);
        assertThat(concern("cis-kubernetes-1.12", List.of())).isEqualTo(Concern.UNKNOWN);
    }

    @Test
    void peopleMayChooseAnother() {
        List<Node> nodes = List.of(node("v1.36.0", "", ""));
        Standard newest = Standards.byId("cis-kubernetes-1.12").orElseThrow();
        Standard older = Standards.byId("cis-kubernetes-1.11").orElseThrow();
        assertThat(Fitting.of(newest, nodes, Optional.of("cis-kubernetes-1.12")))
                .isEqualTo(Concern.CONCERNS);
        assertThat(Fitting.of(older, nodes, Optional.of("cis-kubernetes-1.12"))).isEqualTo(Concern.NOT);
    }

    @Test
    void systemsAndRuntimesConcernClustersThatHaveThem() {
        List<Node> nodes = List.of(
                node("v1.33.0", "Ubuntu 24.04.3 LTS", "containerd://1.7.28"),
                node("v1.33.0", "Flatcar Container Linux", "containerd://1.7.28"));
        assertThat(concern("cis-ubuntu-24.04", nodes)).isEqualTo(Concern.CONCERNS);
        assertThat(concern("cis-debian-12", nodes)).isEqualTo(Concern.NOT);
        assertThat(concern("cis-docker-1.6", nodes)).isEqualTo(Concern.NOT);
        assertThat(concern("cis-debian-12", List.of())).isEqualTo(Concern.CONCERNS);
        assertThat(concern("cis-debian-12", List.of(node("v1.33.0", "", "")))).isEqualTo(Concern.CONCERNS);
    }

    @Test
    void aStandardSpeaksOfWhatItDeclaresWhateverItIsCalled() {
        List<Node> nodes = List.of(node("v1.31.0", "Ubuntu 24.04.3 LTS", ""));
        assertThat(own("id: cis-kubernetes-ours\nname: Ours\n" + SECTION, nodes))
                .isEqualTo(Concern.CONCERNS);
        assertThat(own("id: ours\nname: Ours\nabout: 'kubernetes:1.12'\n" + SECTION, nodes))
                .isEqualTo(Concern.NOT);
        assertThat(own("id: ours\nname: Ours\nabout: 'system:Debian'\n" + SECTION, nodes))
                .isEqualTo(Concern.NOT);
    }

    @Test
    void aProfileConcernsWhatItsBaseDoes() {
        List<Node> nodes = List.of(node("v1.31.0", "Ubuntu 24.04.3 LTS", ""));
        assertThat(own("id: ours\nname: Ours\nextends: cis-kubernetes-1.12\n", nodes))
                .isEqualTo(Concern.NOT);
        assertThat(own("id: ours\nname: Ours\nextends: cis-kubernetes-1.11\n", nodes))
                .isEqualTo(Concern.CONCERNS);
        assertThat(own("id: ours\nname: Ours\nextends: cis-debian-12\n", nodes)).isEqualTo(Concern.NOT);
    }

    private static final String SECTION = """
            sections:
              - id: '1'
                title: One
                controls:
                  - {id: '1.1', title: x, asks: y, checks: [not-privileged]}
            """;

    private static Concern own(String yaml, List<Node> nodes) {
        return Fitting.of(StandardDocument.read(yaml, Standards::byId).standard(), nodes, Optional.empty());
    }

    @Test
    void eachVersionThereIsFitsSomething() {
        assertThat(List.of("v1.28.3", "v1.29.0", "v1.34.1").stream()
                        .map(version -> Fitting.benchmark(List.of(node(version, "", "")))
                                .flatMap(Standards::byId)))
                .doesNotContain(Optional.empty());
    }

    private static Concern concern(String standard, List<Node> nodes) {
        return Fitting.of(Standards.byId(standard).orElseThrow(), nodes, Optional.empty());
    }

    private static Node node(String kubelet, String system, String runtime) {
        return new Node(
                META, List.of(), system, "", runtime, kubelet, "amd64", "", List.of(), List.of(), List.of(), false);
    }

    private static final ObjectMeta META = ObjectMeta.of("", "node-1");
}
