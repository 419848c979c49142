package dev.breakwater.engine.policy;

import static dev.breakwater.engine.policy.BuiltInPolicyCases.NO_POLICIES;
import static dev.breakwater.engine.policy.BuiltInPolicyCases.NO_RBAC;
import static dev.breakwater.engine.policy.BuiltInPolicyCases.NO_SCAN;
import static dev.breakwater.engine.policy.BuiltInPolicyCases.NO_SERVICES;
import static dev.breakwater.engine.policy.BuiltInPolicyCases.exposed;
import static dev.breakwater.engine.policy.BuiltInPolicyCases.flawed;
import static dev.breakwater.engine.policy.BuiltInPolicyCases.granted;
import static dev.breakwater.engine.policy.BuiltInPolicyCases.image;
import static dev.breakwater.engine.policy.BuiltInPolicyCases.mounting;
import static dev.breakwater.engine.policy.BuiltInPolicyCases.put;
import static dev.breakwater.engine.policy.BuiltInPolicyCases.scanned;
import static dev.breakwater.engine.policy.BuiltInPolicyCases.without;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Exposure.Method;
import dev.breakwater.engine.model.Grants.Level;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resources;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Signatures;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import dev.breakwater.engine.model.Vulnerability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What makes a sound workload violate the policies beyond the first ones. */
final class FurtherPolicyCases {

    private static final Consumer<WorkloadFixture> SENSITIVE =
            w -> w.namespaceLabels = Observed.known(Map.of("data-classification", "confidential"));
    private static final Consumer<WorkloadFixture> NO_LABELS = w -> w.namespaceLabels = WorkloadFixture.unseen();
    private static final Consumer<WorkloadFixture> NO_HISTORY = w -> w.first().history = WorkloadFixture.unseen();
    private static final Consumer<WorkloadFixture> NO_VOLUME = w -> w.volumes.clear();

    private FurtherPolicyCases() {}

    static void putAll() {
        vulnerabilities();
        namedVulnerabilities();
        builds();
        images();
        privileges();
        hosts();
        network();
        access();
        content();
    }

    private static Consumer<WorkloadFixture> told(Vulnerability.Context context) {
        return w ->
                w.first().scan = ContainerFixture.scanned(ContainerFixture.flaw("CVE-2026-1", Severity.HIGH, context));
    }

    private static Vulnerability.Context context(Double nvd, Double epss, Boolean known, int days) {
        Instant since = ContainerFixture.NOW.minusSeconds(days * 86_400L);
        return new Vulnerability.Context(nvd, epss, known, since, since, since, Vulnerability.State.OBSERVED);
    }

    private static void vulnerabilities() {
        Consumer<WorkloadFixture> known = told(context(null, null, true, 0));
        Consumer<WorkloadFixture> critical = flawed("CVE-2026-1", Severity.CRITICAL, 9.8);
        Consumer<WorkloadFixture> high = flawed("CVE-2026-1", Severity.HIGH, 7.5);
        Consumer<WorkloadFixture> root = w -> {
            w.first().runAsUser = 0L;
            w.first().runAsNonRoot = null;
        };
        put("Known exploited vulnerability", known, told(Vulnerability.Context.NOT_TOLD));
        put("Known exploited and reachable from outside", known.andThen(exposed(80, Method.ROUTE, 0)), NO_SERVICES);
        put("Likely to be exploited soon", told(context(null, 0.5, null, 0)), told(Vulnerability.Context.NOT_TOLD));
        put("Fixable vulnerability with CVSS 7 or more", high, NO_SCAN);
        put(
                "Privileged container with a fixable score of 6 or more",
                high.andThen(w -> w.first().privileged = true),
                NO_SCAN);
        put("Fix available for 30 days", told(context(null, null, null, 30)), told(Vulnerability.Context.NOT_TOLD));
        put("Known in this image for 90 days", told(context(null, null, null, 90)), NO_SCAN);
        put("Known in the fleet for 180 days", told(context(null, null, null, 180)), NO_SCAN);
        put("Critical score of the NVD", told(context(9.0, null, null, 0)), NO_SCAN);
        put("Critical vulnerability run as root", critical.andThen(root), NO_SCAN);
        put(
                "Critical vulnerability beside cluster permissions",
                critical.andThen(granted(Level.CLUSTER_ADMIN, "", "*", "*")),
                NO_RBAC);
        put("Critical vulnerability in a sensitive namespace", critical.andThen(SENSITIVE), NO_LABELS);
    }

    private static void namedVulnerabilities() {
        Map.ofEntries(
                        Map.entry("HTTP/2 rapid reset", "CVE-2023-44487"),
                        Map.entry("Leaky Vessels in runc", "CVE-2024-21626"),
                        Map.entry("regreSSHion in OpenSSH", "CVE-2024-6387"),
                        Map.entry("Shellshock", "CVE-2014-7169"),
                        Map.entry("Heartbleed", "CVE-2014-0160"),
                        Map.entry("Looney Tunables", "CVE-2023-4911"),
                        Map.entry("Heap overflow in libwebp", "CVE-2023-4863"),
                        Map.entry("IngressNightmare", "CVE-2025-1974"),
                        Map.entry("React2Shell", "CVE-2025-55182"),
                        Map.entry("Text4Shell", "CVE-2022-42889"),
                        Map.entry("Heap overflow in curl by SOCKS", "CVE-2023-38545"),
                        Map.entry("Outdated sudo gives root", "CVE-2025-32463"))
                .forEach((name, id) -> put(name, flawed(id, Severity.HIGH, 8.1), NO_SCAN));
    }

    private static void built(String policy, String keyword, String value) {
        put(
                policy,
                w -> w.first().history = Observed.known(List.of(new ImageDetails.Instruction(keyword, value))),
                NO_HISTORY);
    }

    private static void builds() {
        built("ADD in place of COPY", "ADD", "https://example.com/x.tar /");
        built("Secure shell port in the image", "EXPOSE", "8080/tcp 22/tcp");
        built("Started with a flag that skips verification", "CMD", "[\"/app\" \"--insecure-skip-tls\"]");
        built("Secrets folder as an image volume", "VOLUME", "[\"/run/secrets\"]");
        built("Secret in an instruction of the image", "ENV", "MODE=fast DB_PASSWORD=hunter2");
        built("Script from the network run while building", "RUN", "/bin/sh -c curl -s https://x.example/i.sh | bash");
        built("Certificates not checked while building", "RUN", "/bin/sh -c curl -sk https://x.example/a -o /a");
        built("Set-uid bit given while building", "RUN", "/bin/sh -c chmod u+s /usr/bin/tool");
        built("Everybody may write what the image holds", "RUN", "/bin/sh -c chmod -R 777 /app");
    }

    private static final FoundSecret KEY =
            new FoundSecret("private-key", "Private key", "srv/key.pem", 1, "", "----", false);

    private static FoundFile file(FoundFile.Kind kind) {
        return new FoundFile(kind, "usr/bin/tool", 0104755, 0, "");
    }

    private static Consumer<WorkloadFixture> holding(List<FoundSecret> secrets, List<FoundFile> files) {
        return w -> w.first().scan = Observed.known(
                new ImageScan(ContainerFixture.BUILT, "debian:13", List.of(), secrets, files, "", null, ""));
    }

    private static void images() {
        put("Image reference with a scheme", image("https://registry.example.com/web:1@sha256:" + "ab".repeat(32)));
        put("sudo in the image", scanned("debian:12", "sudo"), NO_SCAN);
        put(
                "Image made to run as root",
                w -> w.first().user = Observed.known("0:0"),
                w -> w.first().user = WorkloadFixture.unseen());
        put("Secret found in the image", holding(List.of(KEY), List.of()), NO_SCAN);
        put("Set-uid files in the image", holding(List.of(), List.of(file(FoundFile.Kind.SETUID))), NO_SCAN);
        put(
                "Files in the image that everybody may write",
                holding(List.of(), List.of(file(FoundFile.Kind.WORLD_WRITABLE))),
                NO_SCAN);
        put("Compiler in the image", scanned("debian:12", "gcc"), NO_SCAN);
        put("Shell in the image", scanned("debian:12", "bash"), NO_SCAN);
        put("Debugger in the image", scanned("debian:12", "gdb"), NO_SCAN);
        put("Remote shell server in the image", scanned("debian:12", "openssh-server"), NO_SCAN);
        put("Crypto miner in the image", scanned("debian:12", "xmrig"), NO_SCAN);
        put("Process manager in the container", scanned("debian:12", "supervisor"), NO_SCAN);
        put("Several services in one container", w -> {
            w.first().ports.add(new Container.Port("web", 8080, 0, "TCP"));
            w.first().ports.add(new Container.Port("db", 5432, 0, "TCP"));
        });
        put(
                "Image without a trusted signature",
                w -> w.first().verifiedBy = Observed.known(Signatures.NONE),
                w -> w.first().verifiedBy = WorkloadFixture.unseen());
        put("Image from outside of the approved registries", image("quay.io/a/b:1@sha256:" + "ab".repeat(32)));
        put(
                "Movable tag not pulled again",
                image("registry.example.com/web:1").andThen(w -> w.first().pullPolicy = "IfNotPresent"),
                w -> w.first().pullPolicy = "");
        put("Image never pulled", w -> w.first().pullPolicy = "Never", w -> w.first().pullPolicy = "");
        put("Public image in a sensitive namespace", SENSITIVE.andThen(image("nginx:1.27")), NO_LABELS);
    }

    private static void privileges() {
        put("Pod Security baseline broken", w -> w.first().privileged = true);
        put("Pod Security restricted level broken", w -> w.first().seccomp = null);
        put("Process of a Windows node", w -> w.first().hostProcess = true);
        put("SELinux confinement given up", w -> w.first().seLinux = new SecurityContext.SeLinux("", "", "spc_t", ""));
        put(
                "SELinux user or role changed",
                w -> w.first().seLinux = new SecurityContext.SeLinux("", "sysadm_r", "", ""));
        put("Privileged in the process namespace of the node", w -> {
            w.hostPid = true;
            w.first().privileged = true;
        });
        put("Tracing of neighbours", w -> {
            w.shareProcessNamespace = true;
            w.first().add = List.of("SYS_PTRACE");
        });
        put("Capability over the system itself added", w -> w.first().add = List.of("SYS_TIME"));
        put("Capability to observe the kernel added", w -> w.first().add = List.of("PERFMON"));
        put("Not kept from running as root", w -> {
            w.first().runAsUser = null;
            w.first().runAsNonRoot = null;
        });
        put("Group of root", w -> w.first().runAsGroup = 0L, w -> w.first().runAsGroup = null);
        put("User id of the node", w -> w.first().runAsUser = 33L, w -> {
            w.first().runAsUser = null;
            w.first().user = WorkloadFixture.unseen();
        });
        put(
                "Root with a writable path of the node",
                mounting("/data", false, "NONE").andThen(w -> {
                    w.first().runAsUser = 0L;
                    w.first().runAsNonRoot = null;
                }));
    }

    private static void hosts() {
        put("Path of the node mounted", mounting("/data", true, "NONE"), NO_VOLUME);
        put("Path of the node outside of the allowed ones", mounting("/data", true, "NONE"), NO_VOLUME);
        put("Logs of the node writable", mounting("/var/log", false, "NONE"), NO_VOLUME);
        put("Plug-in folders of the node writable", mounting("/opt/cni/bin", false, "NONE"), NO_VOLUME);
        put("Control groups of the node writable", mounting("/sys", false, "NONE"), NO_VOLUME);
        put("Scheduled jobs of the node writable", mounting("/etc/cron.d", false, "NONE"), NO_VOLUME);
        put("Credentials of people on the node reachable", mounting("/root", true, "NONE"), NO_VOLUME);
        put("Kernel and boot files writable", mounting("/lib/modules", false, "NONE"), NO_VOLUME);
        put("Devices of the node mounted", mounting("/dev", true, "NONE"), NO_VOLUME);
        put("Data of other pods reachable", mounting("/var/lib/kubelet", true, "NONE"), NO_VOLUME);
    }

    private static void network() {
        Consumer<WorkloadFixture> outside = exposed(8080, Method.EXTERNAL, 0);
        put("Debugger port open", exposed(5005, Method.INTERNAL, 0), NO_SERVICES);
        put("Management port reachable from outside", exposed(9090, Method.EXTERNAL, 0), NO_SERVICES);
        put(
                "Amplifying service reachable from outside",
                w -> w.exposures = Observed.known(List.of(new Exposure(
                        53,
                        "UDP",
                        Method.EXTERNAL,
                        List.of(new Exposure.Route(Method.EXTERNAL, "Service dns", 53, 0))))),
                NO_SERVICES);
        put("Remote desktop or administration port", exposed(3389, Method.INTERNAL, 0), NO_SERVICES);
        put("Reachable by a node port", exposed(8080, Method.NODE, 30_080), NO_SERVICES);
        put("Sensitive namespace reachable from outside", SENSITIVE.andThen(outside), NO_LABELS);
        put("Sensitive namespace without a network policy", SENSITIVE.andThen(without(false, true)), NO_POLICIES);
        put("Network of the node and reachable from outside", outside.andThen(w -> w.hostNetwork = true), NO_SERVICES);
    }

    private static void access() {
        put("All rights in a namespace", granted(Level.ELEVATED_IN_NAMESPACE, "shop", "*", "*"), NO_RBAC);
        put(
                "Account can change admission",
                granted(Level.ELEVATED_CLUSTER_WIDE, "", "patch", "validatingwebhookconfigurations"),
                NO_RBAC);
        put(
                "Account can approve certificates",
                granted(Level.ELEVATED_CLUSTER_WIDE, "", "update", "certificatesigningrequests/approval"),
                NO_RBAC);
        put("Account can reach the kubelet", granted(Level.ELEVATED_CLUSTER_WIDE, "", "get", "nodes/proxy"), NO_RBAC);
        put("Account can change nodes", granted(Level.ELEVATED_CLUSTER_WIDE, "", "patch", "nodes"), NO_RBAC);
        put(
                "Account can make volumes of nodes",
                granted(Level.ELEVATED_CLUSTER_WIDE, "", "create", "persistentvolumes"),
                NO_RBAC);
        put("Account can make tokens", granted(Level.DEFAULT, "shop", "create", "serviceaccounts/token"), NO_RBAC);
        put("Account can remove traces", granted(Level.DEFAULT, "shop", "delete", "events"), NO_RBAC);
        put("Account can change roles", granted(Level.DEFAULT, "shop", "create", "rolebindings"), NO_RBAC);
        put("Account can open network policies", granted(Level.DEFAULT, "shop", "delete", "networkpolicies"), NO_RBAC);
        put(
                "Default account with permissions",
                granted(Level.ELEVATED_IN_NAMESPACE, "shop", "create", "pods")
                        .andThen(w -> w.serviceAccount = "default"),
                NO_RBAC);
        put(
                "Service account that does not exist",
                w -> w.accountExists = Observed.known(false),
                w -> w.accountExists = WorkloadFixture.unseen());
        put(
                "Token where the outside gets in",
                exposed(80, Method.ROUTE, 0).andThen(w -> w.tokenMounted = Observed.known(true)),
                w -> w.tokenMounted = WorkloadFixture.unseen());
    }

    private static void content() {
        put(
                "Cloud key in a variable",
                w -> w.first()
                        .env
                        .add(new EnvVar("AWS_SECRET_ACCESS_KEY", EnvVar.Source.RAW, Text.plain("x"), "", "")));
        put("Secret in an annotation", w -> w.annotations.put("app/api-key", Text.plain("x")));
        put(
                "Secret mounted where the outside gets in",
                exposed(80, Method.ROUTE, 0).andThen(w -> {
                    w.volumes.add(new Volume("s", "secret", "db", List.of()));
                    w.first().mounts.add(new VolumeMount("s", "/s", "", true, "NONE"));
                }),
                NO_SERVICES);
        put("Gate passed by an emergency", w -> w.annotations.put("breakwater.dev/break-glass", Text.plain("yes")));
        put("No CPU limit", w -> w.first().resources = Resources.NOT_SET);
        put("No memory request", w -> w.first().resources = Resources.NOT_SET);
        EnvVar variable = new EnvVar("MODE", EnvVar.Source.RAW, Text.plain("a"), "", "");
        put("Variable declared twice", w -> w.first().env.addAll(List.of(variable, variable)));
        put("Selector does not match its pods", w -> w.selector = new LabelSelector(Map.of("app", "other"), List.of()));
        put(
                "Nothing runs though it is wanted",
                w -> w.runningReplicas = Observed.known(0),
                w -> w.runningReplicas = WorkloadFixture.unseen());
        put("No contact", w -> w.annotations.clear());
        put("Foreign workload among the system", w -> w.namespace = "kube-system");
    }
}
