package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.AppliedPolicies;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Exposure.Method;
import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.Grants.Level;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resources;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import dev.breakwater.engine.model.Vulnerability;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** For each built-in policy what makes a sound workload violate it, and what makes that unknown. */
final class BuiltInPolicyCases {

    /** @param blind hides the deciding fact; does nothing where the workload's own object says it all */
    record Case(Consumer<WorkloadFixture> spoil, Consumer<WorkloadFixture> blind) {}

    private static final Consumer<WorkloadFixture> NOTHING_HIDDEN = workload -> {};
    static final Consumer<WorkloadFixture> NO_SCAN = workload -> workload.first().scan = WorkloadFixture.unseen();
    static final Consumer<WorkloadFixture> NO_SERVICES = workload -> workload.exposures = WorkloadFixture.unseen();
    static final Consumer<WorkloadFixture> NO_RBAC = workload -> workload.grants = WorkloadFixture.unseen();
    static final Consumer<WorkloadFixture> NO_POLICIES =
            workload -> workload.networkPolicies = WorkloadFixture.unseen();

    static final Map<String, Case> ALL = new LinkedHashMap<>();

    private BuiltInPolicyCases() {}

    static void put(String policy, Consumer<WorkloadFixture> spoil) {
        put(policy, spoil, NOTHING_HIDDEN);
    }

    static void put(String policy, Consumer<WorkloadFixture> spoil, Consumer<WorkloadFixture> blind) {
        ALL.put(policy, new Case(spoil, blind));
    }

    static {
        privileges();
        hosts();
        network();
        access();
        images();
        vulnerabilities();
        operations();
        FurtherPolicyCases.putAll();
        RuntimePolicyCases.putAll();
    }

    private static void privileges() {
        put("Privileged container", w -> w.first().privileged = true);
        put("Host namespaces shared", w -> w.hostIpc = true);
        put("Dangerous capability added", w -> w.first().add = List.of("SYS_MODULE"));
        put("Capabilities not dropped", w -> w.first().drop = List.of());
        put("Raw sockets not given up", w -> w.first().drop = List.of("CHOWN"));
        put("Privilege escalation allowed", w -> w.first().escalation = null);
        put(
                "Runs as root",
                w -> {
                    w.first().runAsNonRoot = null;
                    w.first().runAsUser = null;
                    w.first().user = Observed.known("root:root");
                },
                w -> w.first().user = WorkloadFixture.unseen());
        put("Root file system writable", w -> w.first().readOnlyRoot = null);
        put("Seccomp switched off", w -> w.first().seccomp = "Unconfined");
        put("Seccomp profile not set", w -> w.first().seccomp = null);
        put("AppArmor switched off", w -> w.first().appArmor = "unconfined");
        put("Unmasked /proc", w -> w.first().procMount = "Unmasked");
        put("Unsafe kernel settings", w -> {
            w.sysctls.put("net.ipv4.tcp_syncookies", "1");
            w.sysctls.put("kernel.msgmax", "65536");
        });
        put("Process namespace shared in the pod", w -> w.shareProcessNamespace = true);
    }

    static Consumer<WorkloadFixture> mounting(String path, boolean readOnly, String propagation) {
        return w -> {
            w.volumes.add(new Volume("host", "hostPath", path, List.of()));
            w.first().mounts.add(new VolumeMount("host", "/host", "", readOnly, propagation));
        };
    }

    private static void hosts() {
        Consumer<WorkloadFixture> noVolume = w -> w.volumes.clear();
        put("Container runtime socket mounted", mounting("/var/run/docker.sock", true, "NONE"), noVolume);
        put("Keys of the cluster mounted", mounting("/etc/kubernetes/pki/", true, "NONE"), noVolume);
        put("Sensitive host path mounted", mounting("/etc//ssh", true, "NONE"), noVolume);
        put("Host path writable", mounting("/data", false, "NONE"), noVolume);
        put("Mounts travel to the node", mounting("/data", true, "BIDIRECTIONAL"));
        put("Host port taken", w -> w.first().ports.add(new Container.Port("http", 8080, 80, "TCP")));
    }

    static Consumer<WorkloadFixture> exposed(int port, Method method, int nodePort) {
        return w -> w.exposures = Observed.known(List.of(
                new Exposure(port, "TCP", method, List.of(new Exposure.Route(method, "Service web", 80, nodePort)))));
    }

    static Consumer<WorkloadFixture> without(boolean ingress, boolean egress) {
        return w -> w.networkPolicies = Observed.known(
                new AppliedPolicies(ingress ? List.of("in") : List.of(), egress ? List.of("out") : List.of()));
    }

    private static void network() {
        put(
                "Reachable from outside without a network policy",
                exposed(8080, Method.EXTERNAL, 0).andThen(without(false, true)),
                NO_POLICIES);
        put("No policy for incoming traffic", without(false, true), NO_POLICIES);
        put("No policy for outgoing traffic", without(true, false), NO_POLICIES);
        put("Node port in the system range", exposed(8080, Method.NODE, 443), NO_SERVICES);
        put("Secure shell port", exposed(22, Method.INTERNAL, 0), NO_SERVICES);
        put("Clear-text remote access port", exposed(23, Method.UNSET, 0), NO_SERVICES);
        put("Database or control port reachable from outside", exposed(5432, Method.ROUTE, 0), NO_SERVICES);
        put("Reachable from outside of the cluster", exposed(8080, Method.NODE, 30080), NO_SERVICES);
    }

    static Consumer<WorkloadFixture> granted(Level level, String namespace, String verb, String resource) {
        return w -> w.grants = WorkloadFixture.granting(level, namespace, verb, resource);
    }

    private static void access() {
        put("Cluster administrator account", granted(Level.CLUSTER_ADMIN, "", "*", "*"), NO_RBAC);
        put("Secrets of the whole cluster readable", granted(Level.ELEVATED_CLUSTER_WIDE, "", "list", "*"), NO_RBAC);
        put("Secrets readable by the account", granted(Level.DEFAULT, "shop", "get", "secrets"), NO_RBAC);
        put("Account can start or enter pods", granted(Level.DEFAULT, "shop", "create", "pods/exec"), NO_RBAC);
        put("Account can raise its own rights", granted(Level.DEFAULT, "shop", "bind", "roles"), NO_RBAC);
        put(
                "Reachable from outside with wide permissions",
                exposed(80, Method.ROUTE, 0).andThen(granted(Level.CLUSTER_ADMIN, "", "*", "*")),
                NO_RBAC);
        put(
                "Token of the default account mounted",
                w -> {
                    w.serviceAccount = "default";
                    w.tokenMounted = Observed.known(true);
                },
                w -> w.tokenMounted = WorkloadFixture.unseen());
        put(
                "Token mounted that is good for nothing",
                w -> {
                    w.tokenMounted = Observed.known(true);
                    w.grants = Observed.known(new Grants(Level.NONE, List.of()));
                },
                NO_RBAC);
        put(
                "Secret in an environment variable",
                w -> w.first().env.add(new EnvVar("DB_PASSWORD", EnvVar.Source.RAW, Text.plain("hunter2"), "", "")));
        put(
                "Secret handed in by a variable",
                w -> w.first().env.add(new EnvVar("A", EnvVar.Source.SECRET_KEY, null, "db", "password")));
    }

    static Consumer<WorkloadFixture> scanned(String os, String name) {
        return w -> w.first().scan = Observed.known(new ImageScan(
                ContainerFixture.BUILT, os, List.of(new ImageScan.InstalledPackage(name, "1.0", List.of()))));
    }

    static Consumer<WorkloadFixture> image(String name) {
        return w -> w.first().imageName = name;
    }

    private static void images() {
        Instant longAgo = ContainerFixture.NOW.minusSeconds(91 * 86_400);
        put("Image tag latest", image("registry.example.com/web"));
        put("Image not pinned by digest", image("registry.example.com/web:1"));
        put(
                "Image older than 90 days",
                w -> w.first().createdAt = Observed.known(longAgo),
                w -> w.first().createdAt = WorkloadFixture.unseen());
        put("Image never scanned", NO_SCAN);
        put(
                "Scan older than 30 days",
                w -> w.first().scan = Observed.known(new ImageScan(longAgo, "debian:12", List.of())),
                NO_SCAN);
        put("Registry without encryption", image("10.0.0.7:5000/web:1"));
        put("Image from a public registry", image("nginx:1.27"));
        put(
                "Image without a source label",
                w -> w.first().imageLabels = Observed.known(Map.of("a", "b")),
                w -> w.first().imageLabels = WorkloadFixture.unseen());
        put("Distribution without support", scanned("alpine:3.9.2", "musl"), NO_SCAN);
        put("Package manager in the image", scanned("alpine:3.22", "apk-tools"), NO_SCAN);
        put("Download tools in the image", scanned("alpine:3.22", "curl"), NO_SCAN);
        put("Network tools in the image", scanned("alpine:3.22", "nmap"), NO_SCAN);
        put("Helm 2 server deployed", image("registry.example.com/kubernetes-helm/tiller:v2.17.0"));
        put("Cluster dashboard deployed", image("kubernetesui/dashboard:v2.7.0"));
    }

    static Consumer<WorkloadFixture> flawed(String id, Severity severity, double cvss) {
        return w -> w.first().scan = ContainerFixture.scanned(ContainerFixture.flaw(id, severity, cvss, "3.0.9"));
    }

    private static void vulnerabilities() {
        Consumer<WorkloadFixture> critical = flawed("CVE-2026-1", Severity.CRITICAL, 9.8);
        put("Fixable vulnerability of high severity", flawed("CVE-2026-1", Severity.HIGH, 7.5), NO_SCAN);
        put(
                "Privileged container with a fixable vulnerability",
                critical.andThen(w -> w.first().privileged = true),
                NO_SCAN);
        put(
                "Reachable from outside with a critical vulnerability",
                critical.andThen(exposed(80, Method.ROUTE, 0)),
                NO_SCAN);
        put("CVSS score of 9 or more", critical, NO_SCAN);
        put(
                "Fixable vulnerability public for 60 days",
                w -> w.first().scan = ContainerFixture.scanned(new Vulnerability(
                        "CVE-2026-1", Severity.MEDIUM, null, "2", ContainerFixture.NOW.minusSeconds(60 * 86_400))),
                NO_SCAN);
        put("Log4Shell", flawed("CVE-2021-45046", Severity.CRITICAL, 9.0), NO_SCAN);
        put("Spring4Shell", flawed("CVE-2022-22965", Severity.CRITICAL, 9.8), NO_SCAN);
        put("Backdoor in xz", flawed("CVE-2024-3094", Severity.CRITICAL, 10.0), NO_SCAN);
    }

    private static void operations() {
        put("No memory limit or CPU request", w -> w.first().resources = Resources.NOT_SET);
        put("No health probes", w -> {
            w.first().ports.add(new Container.Port("http", 8080, 0, "TCP"));
            w.first().probes = new Container.Probes(true, false, true);
        });
        put("No owner", w -> w.labels.remove("owner"));
        put("In the default namespace", w -> w.namespace = "default");
        put("Pod without a controller", w -> w.kindName = "Pod");
        put(
                "Single replica behind a public entry",
                exposed(80, Method.EXTERNAL, 0).andThen(w -> w.replicas = 1),
                NO_SERVICES);
        put("Debug container left behind", w -> w.another("debugger").type = Container.Type.EPHEMERAL);
    }
}
