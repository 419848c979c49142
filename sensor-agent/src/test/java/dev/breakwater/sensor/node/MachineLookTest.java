package dev.breakwater.sensor.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.Account;
import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.MachineEvidence.FileState;
import dev.breakwater.engine.machine.MachineEvidence.PasswordState;
import dev.breakwater.engine.machine.MachineEvidence.Unit;
import dev.breakwater.engine.machine.MachineEvidence.Unread;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import dev.breakwater.scanner.MachineCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineLookTest {

    private static final String HASH = "$y$j9T$MzH7Yd3nNfXo0jkRkxkV80$3a3M6L5YpTz8Yh0";
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @TempDir
    private Path root;

    private MachineEvidence look() {
        return new MachineLook(root, new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES])), "1.0", () -> NOW)
                .look("");
    }

    private Path put(String path, String text) throws IOException {
        Path file = root.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void process(int pid, String... words) throws IOException {
        put("/proc/" + pid + "/status", "Name:\tx\nPPid:\t1\nUid:\t0\t0\t0\t0\n");
        put("/proc/" + pid + "/cmdline", String.join("\0", words) + "\0");
    }

    private FileFact file(MachineEvidence evidence, String path) {
        return evidence.file(path).orElseThrow(() -> new AssertionError(path + " was not looked at"));
    }

    @Test
    void whatIsMissingIsTold() {
        MachineEvidence evidence = look();

        assertThat(evidence.unread())
                .extracting(Unread::what)
                .contains("processes", "kernelParameters", "modules", "mounts", "packages", "units", "/etc/passwd");
        assertThat(file(evidence, "/etc/docker/daemon.json").state()).isEqualTo(FileState.ABSENT);
        assertThat(evidence.looked()).contains("/etc/kubernetes/manifests/*");
        assertThat(MachineCodec.read(MachineCodec.write(evidence))).isEqualTo(evidence);
    }

    @Test
    void filesHaveModeOwnerAndText() throws IOException {
        put("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\n");
        put("/etc/group", "root:x:0:\n");
        Path manifest = put("/etc/kubernetes/manifests/kube-apiserver.yaml", "kind: Pod\n");
        Files.setPosixFilePermissions(manifest, PosixFilePermissions.fromString("rw-r-----"));

        FileFact fact = file(look(), "/etc/kubernetes/manifests/kube-apiserver.yaml");

        assertThat(fact.permissions()).isEqualTo("640");
        assertThat(fact.text()).isEqualTo("kind: Pod\n");
        assertThat(fact.sha256()).hasSize(64);
        assertThat(fact.uid()).isEqualTo((Integer) Files.getAttribute(manifest, "unix:uid"));
    }

    @Test
    void linksStayWithinTheMachine() throws IOException {
        Path outside = Files.createTempFile("outside", ".json");
        Files.writeString(outside, "{\"outside\": true}");
        put("/opt/daemon.json", "{\"inside\": true}");
        Files.createDirectories(root.resolve("etc/docker"));
        Files.createSymbolicLink(root.resolve("etc/docker/daemon.json"), Path.of("/opt/daemon.json"));
        Files.createDirectories(root.resolve("etc/containerd"));
        Files.createSymbolicLink(root.resolve("etc/containerd/config.toml"), outside);
        Files.createDirectories(root.resolve("etc/crio"));
        Files.createSymbolicLink(root.resolve("etc/crio/crio.conf"), Path.of("../".repeat(30) + outside));
        Files.createSymbolicLink(root.resolve("etc/hostname"), Path.of("hostname"));

        MachineEvidence evidence = look();

        assertThat(file(evidence, "/etc/docker/daemon.json").text()).contains("inside");
        assertThat(file(evidence, "/etc/docker/daemon.json").link()).isEqualTo("/opt/daemon.json");
        assertThat(file(evidence, "/etc/containerd/config.toml").state()).isEqualTo(FileState.ABSENT);
        assertThat(file(evidence, "/etc/crio/crio.conf").state()).isEqualTo(FileState.ABSENT);
        assertThat(file(evidence, "/etc/hostname").state()).isEqualTo(FileState.UNREADABLE);
        Files.delete(outside);
    }

    @Test
    void ofAFileOfEncryptionOnlyTheProvidersAreTold() throws IOException {
        process(9, "kube-apiserver", "--encryption-provider-config=/etc/kubernetes/enc/enc.yaml");
        put("/etc/kubernetes/enc/enc.yaml", """
                apiVersion: apiserver.config.k8s.io/v1
                kind: EncryptionConfiguration
                resources:
                - resources: [secrets, 'configmaps']
                  providers:
                  - secretbox:
                      keys:
                      - {name: key-of-march, secret: c2VjcmV0IGlzIHNlY3VyZSwgaXMgaXQ/Pz8=}
                  - identity: {}
                """);

        FileFact fact = file(look(), "/etc/kubernetes/enc/enc.yaml");

        assertThat(fact.text()).isEqualTo("""
                resources:
                - resources:
                  - 'secrets'
                  - 'configmaps'
                  providers:
                  - secretbox: {}
                  - identity: {}
                """);
        assertThat(fact.toString()).doesNotContain("key-of-march").doesNotContain("c2VjcmV0");
        assertThat(fact.sha256()).isEmpty();
        put("/etc/kubernetes/enc/enc.yaml", "resources:\n- providers:\n  - c2VjcmV0IGlz: {}\n");
        assertThat(file(look(), "/etc/kubernetes/enc/enc.yaml").text()).isNull();
        assertThat(file(look(), "/etc/kubernetes/enc/enc.yaml").reason())
                .isEqualTo("has a name that is not understood");
    }

    @Test
    void configurationInTheContainerOfAComponentIsReadThere() throws IOException {
        process(11, "/usr/local/bin/kube-proxy", "--config=/var/lib/kube-proxy/config.conf");
        put("/containers/proxy/opt/real.conf", "metricsBindAddress: 127.0.0.1:10249\n");
        put("/etc/shadow", "root:" + HASH + ":20000:0:90:7:30::\n");
        Files.createDirectories(root.resolve("containers/proxy/var/lib/kube-proxy"));
        Files.createSymbolicLink(
                root.resolve("containers/proxy/var/lib/kube-proxy/config.conf"), Path.of("/opt/real.conf"));
        Files.createSymbolicLink(root.resolve("proc/11/root"), root.resolve("containers/proxy"));

        assertThat(file(look(), "/var/lib/kube-proxy/config.conf").text())
                .isEqualTo("metricsBindAddress: 127.0.0.1:10249\n");

        Files.delete(root.resolve("containers/proxy/var/lib/kube-proxy/config.conf"));
        Files.createSymbolicLink(
                root.resolve("containers/proxy/var/lib/kube-proxy/config.conf"), Path.of("../../../../../etc/shadow"));
        assertThat(file(look(), "/var/lib/kube-proxy/config.conf").state())
                .as("a link does not lead out of the container")
                .isEqualTo(FileState.ABSENT);
    }

    @Test
    void noSecretIsWrittenDown() throws IOException {
        put("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\nold:" + HASH + ":7:7::/home/old:/bin/sh\n");
        put("/etc/shadow", "root:" + HASH + ":20000:0:90:7:30::\nlocked:!:20000::::::\n");
        put("/etc/kubernetes/manifests/x.yaml", """
                spec:
                  containers:
                  - command:
                    - kube-apiserver
                    - --anonymous-auth=false
                    - --token=s3cr3t-t0ken-of-it
                    env:
                    - name: X
                    password: hunter2-and-more
                """);
        put(
                "/etc/docker/daemon.json",
                "{\"insecure-registries\":[\"r:5000\"],\"http-proxy\":\"http://u:pw-of-proxy@p:3128\"}");
        put(
                "/etc/kubernetes/kubelet/key.yaml",
                "a: b\n-----BEGIN RSA PRIVATE KEY-----\nMIIEow-inside\n-----END RSA PRIVATE KEY-----\nc: d\n");
        put("/etc/kubernetes/manifests/server.key", "MIIEow-inside");
        put("/etc/environment", "PATH=/usr/bin:/bin\nGITHUB_TOKEN=pw-of-environment-4711\n");
        put("/etc/profile.d/aws.sh", "TMOUT=900\nexport AWS_SECRET_ACCESS_KEY='pw-of-profile-4711'\n");
        put("/etc/rsyslog.d/ship.conf", "action(type=\"omhttp\" DB_PASSWORD=\"pw-of-rsyslog\" retry=\"on\")\n");
        put("/etc/sysctl.d/k.conf", "net.ipv4.tcp_fastopen_key = pw-of-kernel\nnet.ipv4.ip_forward = 0\n");
        put("/proc/cmdline", "root=/dev/vda audit=1 url=https://u:pw-of-boot@example.org/ks\n");
        put("/etc/fstab", "//s/share /mnt cifs username=u,password=pw-of-mount,ro 0 0\n");
        process(
                7,
                "kubelet",
                "--config=/etc/k.yaml",
                "--bootstrap-token",
                "s3cr3t-t0ken-of-it",
                "--password=hunter2-and-more");

        String written = new String(MachineCodec.write(look()), StandardCharsets.UTF_8);

        assertThat(written)
                .doesNotContain("hunter2", "s3cr3t", "MIIEow", "pw-of", HASH)
                .contains(
                        "--anonymous-auth=false",
                        "insecure-registries",
                        "r:5000",
                        "username=u",
                        "TMOUT=900",
                        "ip_forward = 0")
                .contains("--password=<redacted>");
    }

    @Test
    void rulesAboutPasswordsAreNoSecrets() throws IOException {
        String pam = "password requisite pam_pwquality.so retry=3 minlen=14\nauth required pam_faillock.so deny=5\n";
        String sudo = "Defaults use_pty\n%sudo ALL=(ALL:ALL) NOPASSWD: ALL\n";
        String login = "PASS_MAX_DAYS\t365\nENCRYPT_METHOD YESCRYPT\n";
        String sshd = "PermitEmptyPasswords no\nPasswordAuthentication yes\n";
        String kubelet = """
                authentication:
                  anonymous:
                    enabled: false
                  webhook:
                    cacheTTL: 0s
                  x509:
                    clientCAFile: /etc/kubernetes/pki/ca.crt
                tlsCipherSuites:
                - TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
                - TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
                rotateCertificates: true
                serverTLSBootstrap: true
                tlsPrivateKeyFile: /var/lib/kubelet/pki/kubelet.key
                """;
        put("/etc/pam.d/common-password", pam);
        put("/etc/sudoers", sudo);
        put("/etc/login.defs", login);
        put("/etc/ssh/sshd_config", sshd);
        put("/var/lib/kubelet/config.yaml", kubelet);

        MachineEvidence evidence = look();

        assertThat(file(evidence, "/etc/pam.d/common-password").text()).isEqualTo(pam);
        assertThat(file(evidence, "/etc/sudoers").text()).isEqualTo(sudo);
        assertThat(file(evidence, "/etc/login.defs").text()).isEqualTo(login);
        assertThat(file(evidence, "/etc/ssh/sshd_config").text()).isEqualTo(sshd);
        assertThat(file(evidence, "/var/lib/kubelet/config.yaml").text()).isEqualTo(kubelet);
    }

    @Test
    void componentsAreSeenWithTheFilesTheyName() throws IOException {
        String[] words = {
            "/usr/bin/kube-apiserver",
            "--authorization-mode=Node,RBAC",
            "--service-account-key-file=/srv/pki/sa.pub",
            "--encryption-provider-config=/srv/enc.yaml",
            "--tls-private-key-file=/srv/pki/apiserver.key",
            "--enable-bootstrap-token-auth=true",
            "--requestheader-allowed-names=front-proxy-client",
            "--tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
            "--token-auth-file=/srv/tokens.csv"
        };
        process(42, words);
        put("/srv/pki/sa.pub", "x");

        MachineEvidence evidence = look();

        assertThat(evidence.processes()).singleElement().satisfies(process -> {
            assertThat(process.pid()).isEqualTo(42);
            assertThat(process.arguments()).containsExactly(words);
        });
        assertThat(file(evidence, "/srv/pki/sa.pub").state()).isEqualTo(FileState.PRESENT);
        assertThat(file(evidence, "/srv/tokens.csv").state()).isEqualTo(FileState.ABSENT);
    }

    @Test
    void accountsSayHowTheySignIn() throws IOException {
        put("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\nopen:x:9:9::/h:/bin/sh\nnoshadow:x:10:10::/n:/bin/sh\n");
        put("/etc/shadow", "root:" + HASH + ":20000:1:90:7:30::\nopen::20000:0:99999:7:::\n");

        assertThat(look().accounts())
                .containsExactly(
                        new Account(
                                "root", 0, 0, "/root", "/bin/bash", PasswordState.SET, "yescrypt", 20000, 1, 90, 7, 30),
                        new Account("open", 9, 9, "/h", "/bin/sh", PasswordState.EMPTY, "", 20000, 0, 99999, 7, -1),
                        new Account("noshadow", 10, 10, "/n", "/bin/sh", PasswordState.LOCKED, "", -1, -1, -1, -1, -1));
    }

    @Test
    void unitsAreEnabledMaskedOrStatic() throws IOException {
        put(
                "/usr/lib/systemd/system/ssh.service",
                "[Service]\nExecStart=/usr/sbin/sshd\n[Install]\nWantedBy=multi-user.target\n");
        put(
                "/usr/lib/systemd/system/cron.service",
                "[Service]\nExecStart=/usr/sbin/cron\n[Install]\nWantedBy=multi-user.target\n");
        put("/usr/lib/systemd/system/dbus.service", "[Service]\nExecStart=/usr/bin/dbus\n");
        Path wants = Files.createDirectories(root.resolve("etc/systemd/system/multi-user.target.wants"));
        Files.createSymbolicLink(wants.resolve("ssh.service"), Path.of("/usr/lib/systemd/system/ssh.service"));
        Files.createSymbolicLink(root.resolve("etc/systemd/system/rpcbind.service"), Path.of("/dev/null"));
        Files.createDirectories(root.resolve("sys/fs/cgroup/system.slice/ssh.service"));

        assertThat(look().units())
                .contains(
                        new Unit("ssh.service", "enabled", "active"),
                        new Unit("cron.service", "disabled", "inactive"),
                        new Unit("dbus.service", "static", "inactive"),
                        new Unit("rpcbind.service", "masked", "inactive"));
    }

    @Test
    void theWalkFindsWhatEverybodyMayWrite() throws IOException {
        Path open = put("/srv/open", "x");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));
        put("/srv/closed", "x");

        MachineEvidence evidence = look();

        assertThat(evidence.looked()).contains(MachineEvidence.WALK);
        assertThat(file(evidence, "/srv/open").permissions()).isEqualTo("666");
    }

    @Test
    void theSystemAndItsPackagesAreRead() throws IOException {
        put("/etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian\"\n");
        put("/etc/machine-id", "0123456789abcdef0123456789abcdef\n");
        put("/etc/hostname", "worker-7\n");
        put("/var/lib/dpkg/status", """
                Package: openssl
                Status: install ok installed
                Architecture: amd64
                Version: 3.0.11-1~deb12u2

                """);

        MachineEvidence evidence = look();

        assertThat(evidence.machine().hostname()).isEqualTo("worker-7");
        assertThat(evidence.machine().machineId()).isEqualTo("0123456789abcdef0123456789abcdef");
        assertThat(evidence.machine().architecture()).isEqualTo("amd64");
        assertThat(evidence.packages()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("openssl");
            assertThat(one.version()).isEqualTo("3.0.11-1~deb12u2");
        });
    }
}
