package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.Account;
import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.MachineEvidence.Group;
import dev.breakwater.engine.machine.MachineEvidence.Mount;
import dev.breakwater.engine.machine.MachineEvidence.PasswordState;
import dev.breakwater.engine.machine.MachineEvidence.Unit;
import dev.breakwater.engine.machine.MachineEvidence.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** Fewer facts never make a check pass, and nothing that a machine says breaks a check. */
class MachineChecksProperties {

    private static final List<String> OPTIONS = List.of(
            "--profiling=false",
            "--profiling",
            "--anonymous-auth=false",
            "--anonymous-auth=true",
            "--authorization-mode=Node,RBAC",
            "--authorization-mode=AlwaysAllow",
            "--authorization-config=/etc/kubernetes/authz.yaml",
            "--config=/var/lib/kubelet/config.yaml",
            "--config-dir=/etc/kubernetes/kubelet.conf.d",
            "--client-cert-auth=true",
            "--auto-tls=true",
            "--read-only-port=0",
            "--data-dir=/var/lib/etcd",
            "--config-file=/etc/etcd/config.yaml",
            "--icc=false",
            "--audit-log-maxage=30",
            "--feature-gates=RotateKubeletServerCertificate=false");

    private static final List<String> TEXTS = List.of(
            "",
            "authentication: {anonymous: {enabled: false}}\nreadOnlyPort: 0\n",
            "readOnlyPort: 10255\nauthorization: {mode: AlwaysAllow}\n",
            "PermitRootLogin no\nMaxAuthTries 4\nInclude /etc/ssh/sshd_config.d/*.conf\n",
            "net.ipv4.ip_forward = 0\nnet.ipv4.conf.*.rp_filter = 1\n",
            "install cramfs /bin/false\nblacklist cramfs\n",
            "-w /etc/sudoers -p wa -k scope\n-a always,exit -F arch=b64 -S adjtimex -k time\n",
            "auth required pam_unix.so nullok\npassword [success=1] pam_pwquality.so retry=3\n",
            "minlen = 14\nenforce_for_root\n",
            "PASS_MAX_DAYS 365\nENCRYPT_METHOD yescrypt\nUMASK 027\n",
            "{\"icc\": false, \"live-restore\": true}",
            "Defaults use_pty\nuser ALL=(ALL) NOPASSWD: ALL\n");

    @Property(tries = 150)
    void fewerFactsNeverPass(@ForAll long seed) {
        Random random = new Random(seed);
        MachineBuilder machine = machine(random);
        Map<String, CheckResult> before = machine.judged();
        forget(machine, random);
        machine.judged().forEach((check, after) -> {
            if (after.outcome() == Outcome.PASS) {
                assertThat(before.get(check).outcome()).as(check).isEqualTo(Outcome.PASS);
            }
        });
    }

    @Property(tries = 60)
    void nothingThatAMachineSaysBreaksACheck(
            @ForAll long seed,
            @ForAll @StringLength(max = 300) String text,
            @ForAll @StringLength(max = 60) String word) {
        MachineBuilder machine = machine(new Random(seed));
        machine.process("kube-apiserver", word, "--" + word, text);
        machine.process("kubelet", "--config=" + word, "--config-dir=" + text);
        machine.process("etcd", "--config-file=/etc/etcd/etcd.conf", "--data-dir=" + word);
        machine.files.replaceAll((path, fact) ->
                fact.text() == null ? fact : machine.text(path, text).files.get(path));
        machine.documents.replaceAll((name, old) -> text);
        machine.kernelParameters.replaceAll((name, old) -> word);
        machine.mounts.add(new Mount(word, word, word, List.of(word)));
        assertThat(machine.judged()).hasSize(MachineChecks.cards().size());
    }

    private static MachineBuilder machine(Random random) {
        MachineBuilder machine = new MachineBuilder();
        for (String program : List.of("kube-apiserver", "kubelet", "etcd", "kube-scheduler", "dockerd", "sshd")) {
            if (random.nextInt(3) > 0) {
                List<String> arguments = new ArrayList<>(List.of("/usr/bin/" + program));
                OPTIONS.stream().filter(option -> random.nextInt(3) == 0).forEach(arguments::add);
                machine.process(arguments);
            }
        }
        for (String pattern : MachineChecks.paths()) {
            if (random.nextInt(2) == 0) {
                String path = pattern.replace("*", "x");
                int mode = List.of(0600, 0644, 0700, 0777).get(random.nextInt(4));
                String owner = List.of("root:root", "root:shadow", "etcd:etcd", "user:user")
                        .get(random.nextInt(4));
                machine.file(path, mode, owner, TEXTS.get(random.nextInt(TEXTS.size())));
            }
        }
        if (random.nextBoolean()) {
            machine.kernelParameters.putAll(Map.of(
                    "net.ipv4.ip_forward", String.valueOf(random.nextInt(2)),
                    "net.ipv4.conf.all.rp_filter", "1",
                    "kernel.randomize_va_space", "2"));
            machine.modules.add(random.nextBoolean() ? "cramfs" : "ext4");
            machine.mounts.add(new Mount("tmpfs", "/tmp", "tmpfs", List.of("rw", "nodev")));
            machine.accounts.add(account("root", 0, PasswordState.SET));
            machine.accounts.add(account("toor", random.nextInt(2), PasswordState.EMPTY));
            machine.groups.add(new Group("root", 0, List.of()));
            machine.units.add(new Unit("ssh.service", "enabled", "active"));
            machine.packages("openssh-server", "rsync", "sudo");
            machine.documents.put(
                    "docker.containers",
                    "[{\"Name\":\"/a\",\"State\":{\"Running\":true},\"HostConfig\":{\"Privileged\":"
                            + random.nextBoolean() + "}}]");
            machine.documents.put("docker.info", "{\"Swarm\":{\"LocalNodeState\":\"inactive\"}}");
        }
        return machine;
    }

    private static Account account(String name, int uid, PasswordState password) {
        return new Account(name, uid, 0, "/root", "/bin/bash", password, "yescrypt", 20000, 1, 365, 7, 30);
    }

    /** Takes knowledge away: what was found is found no more, and that is known. */
    private static void forget(MachineBuilder machine, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> machine.processes.clear();
            case 1 -> machine.unread.add(new Unread("processes", "denied"));
            case 2 -> machine.looked.removeIf(pattern -> random.nextBoolean());
            case 3 ->
                machine.files.values().stream()
                        .map(FileFact::path)
                        .filter(path -> random.nextBoolean())
                        .toList()
                        .forEach(machine::unreadable);
            case 4 -> machine.documents.clear();
            case 5 -> {
                machine.kernelParameters.clear();
                machine.mounts.clear();
                machine.unread.add(new Unread("modules", "denied"));
            }
            case 6 -> {
                machine.packages.clear();
                machine.units.clear();
            }
            default -> {
                machine.accounts.clear();
                machine.groups.clear();
                machine.os = null;
            }
        }
    }

    @Property(tries = 1)
    void anotherFormatIsUnknown() {
        MachineEvidence known = new MachineBuilder().build();
        MachineEvidence other = new MachineEvidence(
                "something/2",
                known.collector(),
                known.collectedAt(),
                known.machine(),
                known.processes(),
                known.files(),
                known.looked(),
                known.kernelParameters(),
                known.modules(),
                known.mounts(),
                known.accounts(),
                known.groups(),
                known.units(),
                known.packages(),
                known.documents(),
                known.unread());
        assertThat(MachineChecks.judge(other, MachineBuilder.NOW))
                .extracting(CheckResult::outcome)
                .containsOnly(Outcome.UNKNOWN);
    }
}
