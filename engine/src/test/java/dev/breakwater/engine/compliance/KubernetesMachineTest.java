package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the checks say of machines on which Kubernetes runs. */
class KubernetesMachineTest {

    private static final String KUBELET_CONFIG = """
            apiVersion: kubelet.config.k8s.io/v1beta1
            kind: KubeletConfiguration
            authentication:
              anonymous: {enabled: false}
              x509: {clientCAFile: /etc/kubernetes/pki/ca.crt}
            authorization: {mode: Webhook}
            rotateCertificates: true
            """;

    @Test
    void aKubeletWithoutAFileOfConfigurationServesItsOpenPort() {
        assertThat(new MachineBuilder().process("kubelet").outcome("k8s-kubelet-no-read-only-port"))
                .isEqualTo(Outcome.FAIL);
        assertThat(new MachineBuilder()
                        .process("kubelet", "--read-only-port=0")
                        .outcome("k8s-kubelet-no-read-only-port"))
                .isEqualTo(Outcome.PASS);
        assertThat(new MachineBuilder()
                        .process("kubelet", "--config=/var/lib/kubelet/config.yaml")
                        .text("/var/lib/kubelet/config.yaml", "kind: KubeletConfiguration\n")
                        .outcome("k8s-kubelet-no-read-only-port"))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void aKubeletThatTheClusterKnowsAndTheLookDoesNotShowIsUnknown() {
        var evidence = new MachineBuilder().build();
        assertThat(MachineChecks.judge(evidence, MachineBuilder.NOW))
                .filteredOn(result -> result.check().startsWith("k8s-kubelet-"))
                .extracting(CheckResult::outcome)
                .containsOnly(Outcome.NOT_APPLICABLE);
        assertThat(MachineChecks.judge(evidence, MachineBuilder.NOW, Set.of(MachineChecks.KUBELET)))
                .filteredOn(result -> result.check().startsWith("k8s-kubelet-"))
                .extracting(CheckResult::outcome)
                .containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void whatIsFoundIsToldWithItsPlace() {
        CheckResult result = new MachineBuilder()
                .process("kube-apiserver", "--authorization-mode=Node,RBAC", "--profiling=true")
                .judged()
                .get("k8s-apiserver-profiling");
        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.evidence()).singleElement().satisfies(one -> {
            assertThat(one.field()).isEqualTo("--profiling");
            assertThat(one.found()).isEqualTo("true");
            assertThat(one.expected()).isEqualTo("false");
            assertThat(one.path()).isEqualTo("process 101 (kube-apiserver)");
            assertThat(one.message()).isEqualTo("--profiling is true; it is to be false.");
        });
    }

    @Test
    void theLastOfAnOptionCountsAndListsAddUp() {
        MachineBuilder machine = new MachineBuilder()
                .process(
                        "kube-apiserver",
                        "--profiling=true",
                        "--profiling=false",
                        "--enable-admission-plugins=NodeRestriction",
                        "--enable_admission_plugins=EventRateLimit",
                        "--audit-log-path",
                        "/var/log/audit.log",
                        "--audit-log-maxage",
                        "30");
        assertThat(machine.outcome("k8s-apiserver-profiling")).isEqualTo(Outcome.PASS);
        assertThat(machine.outcome("k8s-apiserver-node-restriction")).isEqualTo(Outcome.PASS);
        assertThat(machine.outcome("k8s-apiserver-event-limit")).isEqualTo(Outcome.PASS);
        assertThat(machine.outcome("k8s-apiserver-audit-log")).isEqualTo(Outcome.PASS);
        assertThat(machine.outcome("k8s-apiserver-audit-maxage")).isEqualTo(Outcome.PASS);
        assertThat(machine.outcome("k8s-apiserver-audit-maxbackup")).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aWorkerIsNotAskedForTheControlPlane() {
        MachineBuilder worker = new MachineBuilder()
                .process("kubelet", "--config=/var/lib/kubelet/config.yaml")
                .file("/var/lib/kubelet/config.yaml", 0644, "root:root", KUBELET_CONFIG);
        assertThat(worker.outcome("k8s-apiserver-profiling")).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(worker.outcome("k8s-etcd-data-mode")).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(worker.outcome("k8s-kubelet-anonymous")).isEqualTo(Outcome.PASS);
        assertThat(worker.outcome("k8s-kubelet-config-mode")).isEqualTo(Outcome.FAIL);
        assertThat(worker.outcome("k8s-kubelet-config-owner")).isEqualTo(Outcome.PASS);
    }

    @Test
    void whereProcessesWereNotReadNothingIsKnown() {
        MachineBuilder machine = new MachineBuilder();
        machine.processes.clear();
        assertThat(machine.judged().entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("k8s-"))
                .allSatisfy(entry -> assertThat(entry.getValue().outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void anOptionComesBeforeTheConfiguration() {
        MachineBuilder machine = new MachineBuilder()
                .process("kubelet", "--anonymous-auth=true", "--config", "/var/lib/kubelet/config.yaml")
                .text("/var/lib/kubelet/config.yaml", KUBELET_CONFIG);
        assertThat(machine.outcome("k8s-kubelet-anonymous")).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aDropInOverridesTheConfiguration() {
        MachineBuilder machine = new MachineBuilder()
                .process(
                        "kubelet",
                        "--config=/var/lib/kubelet/config.yaml",
                        "--config-dir=/etc/kubernetes/kubelet.conf.d")
                .text("/var/lib/kubelet/config.yaml", KUBELET_CONFIG)
                .text("/etc/kubernetes/kubelet.conf.d/10-a.conf", "authentication: {anonymous: {enabled: true}}");
        assertThat(machine.outcome("k8s-kubelet-anonymous")).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aConfigurationThatCannotBeReadIsUnknown() {
        MachineBuilder machine = new MachineBuilder()
                .process("kubelet", "--config=/var/lib/kubelet/config.yaml")
                .unreadable("/var/lib/kubelet/config.yaml");
        assertThat(machine.outcome("k8s-kubelet-anonymous")).isEqualTo(Outcome.UNKNOWN);
        MachineBuilder broken = new MachineBuilder()
                .process("kubelet", "--config=/var/lib/kubelet/config.yaml")
                .text("/var/lib/kubelet/config.yaml", "{ not: [yaml");
        assertThat(broken.outcome("k8s-kubelet-anonymous")).isEqualTo(Outcome.UNKNOWN);
        assertThat(broken.judged().get("k8s-kubelet-anonymous").evidence())
                .singleElement()
                .extracting(Evidence::message)
                .isEqualTo("/var/lib/kubelet/config.yaml is neither YAML nor JSON.");
    }

    @Test
    void whatRunsInsideAnotherProgramIsUnknownUnlessItIsHandedOn() {
        MachineBuilder k3s = new MachineBuilder()
                .process(List.of(
                        "/usr/local/bin/k3s", "server", "--kube-apiserver-arg=profiling=false", "--disable=traefik"));
        assertThat(k3s.outcome("k8s-apiserver-profiling")).isEqualTo(Outcome.PASS);
        assertThat(k3s.outcome("k8s-apiserver-anonymous")).isEqualTo(Outcome.UNKNOWN);
        assertThat(k3s.outcome("k8s-etcd-tls")).isEqualTo(Outcome.UNKNOWN);
        assertThat(k3s.outcome("k8s-apiserver-manifest-mode")).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void etcdTakesItsOptionsFromVariablesToo() {
        MachineBuilder machine = new MachineBuilder()
                .process("/usr/bin/etcd", "--name=a")
                .text("/etc/etcd/etcd.conf", "# members\nETCD_CLIENT_CERT_AUTH=\"true\"\nETCD_AUTO_TLS=true\n");
        machine.looked.add("/etc/kubernetes/manifests/*");
        machine.looked.add("/etc/default/*");
        assertThat(machine.outcome("k8s-etcd-client-certificates")).isEqualTo(Outcome.PASS);
        assertThat(machine.outcome("k8s-etcd-no-auto-tls")).isEqualTo(Outcome.FAIL);
        assertThat(machine.outcome("k8s-etcd-tls")).isEqualTo(Outcome.FAIL);
    }

    @Test
    void encryptionAtRestIsReadFromItsFile() {
        String weak = "resources: [{resources: [secrets], providers: [{identity: {}}, {secretbox: {}}]}]";
        String strong = "resources: [{resources: [secrets], providers: [{secretbox: {keys: []}}, {identity: {}}]}]";
        MachineBuilder machine =
                new MachineBuilder().process("kube-apiserver", "--encryption-provider-config=/etc/kubernetes/enc.yaml");
        assertThat(machine.outcome("k8s-apiserver-encryption-provider")).isEqualTo(Outcome.UNKNOWN);
        assertThat(machine.text("/etc/kubernetes/enc.yaml", weak).outcome("k8s-apiserver-encryption-provider"))
                .isEqualTo(Outcome.FAIL);
        assertThat(machine.text("/etc/kubernetes/enc.yaml", strong).outcome("k8s-apiserver-encryption-provider"))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void aFolderThatWasNotLookedIntoIsUnknown() {
        MachineBuilder machine = new MachineBuilder().process("kube-apiserver");
        assertThat(machine.outcome("k8s-pki-keys-mode")).isEqualTo(Outcome.NOT_APPLICABLE);
        machine.file("/etc/kubernetes/pki/ca.key", 0600, "root:root", null);
        assertThat(machine.outcome("k8s-pki-keys-mode")).isEqualTo(Outcome.PASS);
        machine.looked.clear();
        assertThat(machine.outcome("k8s-pki-keys-mode")).isEqualTo(Outcome.UNKNOWN);
        machine.file("/etc/kubernetes/pki/sa.key", 0644, "root:root", null);
        assertThat(machine.outcome("k8s-pki-keys-mode")).isEqualTo(Outcome.FAIL);
    }
}
