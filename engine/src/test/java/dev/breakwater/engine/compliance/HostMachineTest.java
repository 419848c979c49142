package dev.breakwater.engine.compliance;

import static dev.breakwater.engine.compliance.Outcome.FAIL;
import static dev.breakwater.engine.compliance.Outcome.NOT_APPLICABLE;
import static dev.breakwater.engine.compliance.Outcome.PASS;
import static dev.breakwater.engine.compliance.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import dev.breakwater.engine.machine.MachineEvidence.Unread;
import dev.breakwater.engine.machine.rule.EvidenceFingerprint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of how a node pulls images, and of what runs on it beside containers. */
class HostMachineTest {

    private static final String REGISTRIES = "host-registries-encrypted";
    private static final String PROGRAMS = "host-containers-only";

    private static MachineBuilder node() {
        return new MachineBuilder().process("/usr/bin/containerd").process("/usr/bin/kubelet", "--config=/x");
    }

    private static RunningProcess process(int pid, int parent, String... arguments) {
        return new RunningProcess(pid, parent, arguments[0], List.of(arguments), "root");
    }

    @Test
    void aMachineWithoutContainersIsNotAsked() {
        assertThat(new MachineBuilder().outcome(REGISTRIES)).isEqualTo(NOT_APPLICABLE);
        assertThat(new MachineBuilder().outcome(PROGRAMS)).isEqualTo(NOT_APPLICABLE);
        MachineBuilder unread = new MachineBuilder();
        unread.processes.clear();
        unread.unread.add(new Unread("processes", "denied"));
        assertThat(unread.outcome(REGISTRIES)).isEqualTo(UNKNOWN);
        assertThat(unread.outcome(PROGRAMS)).isEqualTo(UNKNOWN);
    }

    @Test
    void whatIsInstalledAsItComesAsksRegistriesByHttps() {
        assertThat(node().outcome(REGISTRIES)).isEqualTo(PASS);
        assertThat(node().unreadable("/etc/containerd/config.toml").outcome(REGISTRIES))
                .isEqualTo(UNKNOWN);
        assertThat(node().file("/etc/crio/crio.conf", 0644, "root:root", null).outcome(REGISTRIES))
                .as("its text was not taken")
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/etc/containerd/certs.d/r/hosts.toml | server = \"https://r.example\"\\n[host.\"https://m.example\"]\\n  capabilities = [\"pull\"] | PASS",
                "/etc/containerd/certs.d/r/hosts.toml | [host.\"http://m.example:5000\"]\\n  capabilities = [\"pull\"] | FAIL",
                "/etc/containerd/certs.d/r/hosts.toml | [host.\"http://127.0.0.1:5000\"]\\n  capabilities = [\"pull\"] | PASS",
                "/etc/containerd/certs.d/r/hosts.toml | [host.\"https://m.example\"]\\n  skip_verify = true # for now | FAIL",
                "/etc/containerd/certs.d/r/hosts.toml | # server = \"http://old.example\"\\nserver = \"https://r.example\" | PASS",
                "/etc/containerd/config.toml | [plugins.\"io.containerd.grpc.v1.cri\".registry]\\n config_path = \"/etc/containerd/certs.d\" | PASS",
                "/etc/containerd/config.toml | [plugins.\"io.containerd.grpc.v1.cri\".registry]\\n config_path = \"/opt/hosts\" | UNKNOWN",
                "/etc/containerd/config.toml | [plugins.cri.registry.mirrors.\"r\"]\\n endpoint = [\"https://a\",\\n  \"http://b.example\"] | FAIL",
                "/etc/containerd/config.toml | [plugins.cri.registry.configs.\"r\".tls]\\n insecure_skip_verify = true | FAIL",
                "/etc/containerd/config.toml | [plugins.cri.registry.configs.\"localhost:5000\".tls]\\n insecure_skip_verify = true | PASS",
                "/etc/containerd/config.toml | [plugins.cri.registry]\\n mirrors = { \"r\" = { endpoint = [\"http://b.example\"] } } | FAIL",
                "/etc/containerd/config.toml | [plugins.cri.registry]\\n mirrors.\"r\".endpoint = [\"http://b.example\"] | FAIL",
                "/etc/containerd/config.toml | [plugins.cri.registry.configs.\"r\"]\\n tls.insecure_skip_verify = true | FAIL",
                "/etc/containerd/config.toml | [plugins.cri.registry.configs.\"r\".tls]\\n insecure_skip_verify = tru | UNKNOWN",
                "/etc/crio/crio.conf | [crio.image]\\ninsecure_registries = [\\n] | PASS",
                "/etc/crio/crio.conf.d/10.conf | [crio.image]\\ninsecure_registries = [\\n  \"r.example\",\\n] | FAIL",
                "/etc/containers/registries.conf | [[registry]]\\nlocation = \"r.example\"\\ninsecure = true | FAIL",
                "/etc/containers/registries.conf | [[registry]]\\nlocation = \"localhost:5000\"\\ninsecure = true | PASS",
                "/etc/containers/registries.conf | [registries.insecure]\\nregistries = ['r.example'] | FAIL",
                "/etc/containers/registries.conf | [registries.search]\\nregistries = ['r.example'] | PASS",
                "/etc/rancher/k3s/registries.yaml | mirrors:\\n  r:\\n    endpoint:\\n      - \"http://r.example:5000\" | FAIL",
                "/etc/rancher/k3s/registries.yaml | mirrors:\\n  r:\\n    endpoint:\\n      - \"https://r.example\" | PASS",
                "/etc/rancher/k3s/registries.yaml | configs:\\n  r: {tls: {insecure_skip_verify: yes}} | FAIL",
                "/etc/rancher/k3s/registries.yaml | configs: [ | UNKNOWN",
                "/etc/containers/registries.conf | [[registry]]\\nlocation = \"r.example\"\\n[[registry.mirror]]\\nlocation = \"m.example\"\\ninsecure = true | FAIL",
                "/etc/docker/daemon.json | {\"insecure-registries\": [\"10.0.0.0/8\"]} | FAIL",
                "/etc/docker/daemon.json | {\"insecure-registries\": [\"127.0.0.0/8\"]} | PASS",
                "/etc/docker/daemon.json | {\"log-level\": \"info\"} | PASS"
            })
    void configurationOfTheRuntimeSaysHowRegistriesAreAsked(String path, String text, Outcome outcome) {
        MachineBuilder machine = node().text(path, text.replace("\\n", "\n"));

        assertThat(machine.outcome(REGISTRIES)).isEqualTo(outcome);
    }

    @Test
    void dockerSaysItsInsecureRegistriesItself() {
        MachineBuilder machine = node();
        machine.documents.put(
                "docker.info",
                "{\"RegistryConfig\":{\"InsecureRegistryCIDRs\":[\"::1/128\",\"127.0.0.0/8\"],\"IndexConfigs\":{\"docker.io\":{\"Name\":\"docker.io\",\"Secure\":true}}}}");
        assertThat(machine.outcome(REGISTRIES)).isEqualTo(PASS);
        machine.documents.put(
                "docker.info",
                "{\"RegistryConfig\":{\"IndexConfigs\":{\"r\":{\"Name\":\"r.example\",\"Secure\":false}}}}");
        assertThat(machine.outcome(REGISTRIES)).isEqualTo(FAIL);
    }

    @Test
    void whatRunsInContainersIsNotBesideThem() {
        MachineBuilder machine = node();
        machine.processes.add(process(300, 1, "/usr/bin/containerd-shim-runc-v2", "-id", "x"));
        machine.processes.add(process(301, 300, "/pause"));
        machine.processes.add(process(302, 301, "/usr/sbin/mysqld"));
        machine.processes.add(new RunningProcess(2, 0, "", List.of(), "root"));
        machine.processes.add(process(400, 1, "/usr/sbin/sshd", "-D"));
        machine.processes.add(
                process(401, 1, "/usr/bin/python3.11", "/usr/share/unattended-upgrades/unattended-upgrade-shutdown"));
        machine.processes.add(process(402, 1, "/usr/lib/systemd/systemd-journald"));

        assertThat(machine.outcome(PROGRAMS)).isEqualTo(PASS);
    }

    @Test
    void workBesideContainersIsCalledByItsName() {
        MachineBuilder machine = node();
        machine.processes.add(process(302, 1, "/usr/sbin/mysqld"));
        machine.processes.add(process(303, 302, "/usr/sbin/mysqld"));
        machine.processes.add(process(304, 1, "/opt/acme/acme-agent"));
        machine.processes.add(process(305, 1, "/usr/bin/python3.11", "-u", "/srv/app.py"));

        CheckResult result = machine.judged().get(PROGRAMS);

        assertThat(result.outcome()).isEqualTo(FAIL);
        assertThat(result.evidence())
                .extracting(Evidence::message)
                .containsExactly(
                        "mysqld (a database) runs outside of containers.",
                        "acme-agent runs outside of containers and is not known as a part of a node.",
                        "app.py runs outside of containers and is not known as a part of a node.");
    }

    @Test
    void whereOnlySomeProgramsWereReadNothingIsPassed() {
        MachineBuilder machine = node();
        machine.unread.add(new Unread("processes", "more than 20000 of them"));
        assertThat(machine.outcome(PROGRAMS)).isEqualTo(UNKNOWN);
    }

    @Test
    void twoLooksThatFoundTheSameHaveOneFingerprint() {
        MachineBuilder one = node().text("/etc/crio/crio.conf", "a = 1");
        one.kernelParameters.put("fs.file-nr", "1200 0 9");
        one.kernelParameters.put("net.ipv4.ip_forward", "1");
        one.processes.add(process(500, 1, "/usr/bin/sleep", "5"));
        MachineBuilder later = node().text("/etc/crio/crio.conf", "a = 1");
        later.kernelParameters.put("fs.file-nr", "1264 0 9");
        later.kernelParameters.put("net.ipv4.ip_forward", "1");
        later.processes.add(process(731, 1, "/usr/bin/sleep", "5"));

        assertThat(EvidenceFingerprint.of(one.build())).isEqualTo(EvidenceFingerprint.of(later.build()));
        later.kernelParameters.put("net.ipv4.ip_forward", "0");
        assertThat(EvidenceFingerprint.of(one.build())).isNotEqualTo(EvidenceFingerprint.of(later.build()));
        later.kernelParameters.put("net.ipv4.ip_forward", "1");
        later.text("/etc/crio/crio.conf", "a = 2");
        assertThat(EvidenceFingerprint.of(one.build())).isNotEqualTo(EvidenceFingerprint.of(later.build()));
    }
}
