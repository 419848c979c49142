package dev.breakwater.bench.policy;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.Workload;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rules written three times: as a built-in policy, as an expression (CEL), and as what one would write by hand. */
final class Rules {

    /** @param policy the name of the built-in policy */
    record Rule(String policy, String expression, Predicate<Workload> byHand) {}

    private static final Set<String> DANGEROUS =
            Set.of("ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "DAC_READ_SEARCH", "NET_ADMIN", "BPF");
    private static final Set<String> SYSTEM = Set.of(
            "ALL", "SYS_TIME", "AUDIT_CONTROL", "MAC_ADMIN", "MAC_OVERRIDE", "SYSLOG", "SYS_BOOT", "LINUX_IMMUTABLE");
    private static final Set<String> OBSERVING = Set.of("ALL", "PERFMON", "CHECKPOINT_RESTORE");
    private static final Set<String> SAFE = Set.of("kernel.shm_rmid_forced", "net.ipv4.tcp_syncookies");
    private static final Predicate<String> SOCKETS = Set.of(
            "/",
            "/var",
            "/var/run",
            "/run",
            "/var/run/docker.sock",
            "/run/docker.sock",
            "/run/containerd/containerd.sock",
            "/run/crio/crio.sock")::contains;
    private static final Pattern SENSITIVE =
            Pattern.compile("/|/(etc|root|home|boot|proc|sys|dev|usr|bin|sbin|lib|lib64|run)(/.*)?"
                    + "|/var(/run(/.*)?|/lib(/(kubelet|docker|containerd|etcd|crio)(/.*)?)?)?");
    private static final List<Set<Integer>> SERVICES = List.of(
            Set.of(22, 23, 512, 513, 514, 2222, 3389, 5900),
            Set.of(80, 443, 8000, 8080, 8081, 8443, 8888),
            Set.of(20, 21, 69, 873, 2049),
            Set.of(25, 110, 143, 465, 587, 993, 995),
            Set.of(53),
            Set.of(88, 389, 636),
            Set.of(1433, 1521, 3306, 5432),
            Set.of(5984, 27017, 9200, 9300, 9042),
            Set.of(6379, 11211),
            Set.of(1883, 4222, 5671, 5672, 9092, 61616));

    static final List<Rule> ALL = List.of(
            new Rule(
                    "Privileged container",
                    "workload.containers.exists(c, c.securityContext.privileged)",
                    w -> any(w, c -> c.security().privileged())),
            new Rule(
                    "Host namespaces shared",
                    "workload.hostNetwork || workload.hostPID || workload.hostIPC",
                    w -> pod(w).hostNetwork() || pod(w).hostPid() || pod(w).hostIpc()),
            new Rule(
                    "Dangerous capability added",
                    "workload.containers.exists(c, c.securityContext.capabilitiesAdd.exists(a, a in ['ALL', 'SYS_ADMIN', 'SYS_MODULE', 'SYS_PTRACE', 'SYS_RAWIO', 'DAC_READ_SEARCH', 'NET_ADMIN', 'BPF']))",
                    w -> any(w, c -> adds(c, DANGEROUS))),
            new Rule(
                    "Capabilities not dropped",
                    "workload.containers.exists(c, !('ALL' in c.securityContext.capabilitiesDrop))",
                    w -> any(w, c -> !c.security().capabilitiesDrop().contains("ALL"))),
            new Rule(
                    "Raw sockets not given up",
                    "workload.containers.exists(c, !c.securityContext.capabilitiesDrop.exists(d, d == 'ALL' || d == 'NET_RAW'))",
                    w -> any(w, c -> !drops(c, "NET_RAW"))),
            new Rule(
                    "Root file system writable",
                    "workload.containers.exists(c, !(has(c.securityContext.readOnlyRootFilesystem) && c.securityContext.readOnlyRootFilesystem))",
                    w -> any(w, c -> !Boolean.TRUE.equals(c.security().readOnlyRootFilesystem()))),
            new Rule(
                    "Seccomp switched off",
                    "workload.containers.exists(c, has(c.securityContext.seccompType) && c.securityContext.seccompType == 'Unconfined')",
                    w -> any(w, c -> "Unconfined".equals(c.security().seccompType()))),
            new Rule(
                    "Seccomp profile not set",
                    "workload.containers.exists(c, !has(c.securityContext.seccompType))",
                    w -> any(w, c -> c.security().seccompType() == null)),
            new Rule(
                    "AppArmor switched off",
                    "workload.containers.exists(c, has(c.securityContext.appArmorProfile) && c.securityContext.appArmorProfile == 'unconfined')",
                    w -> any(w, c -> "unconfined".equals(c.security().appArmorProfile()))),
            new Rule(
                    "Unmasked /proc",
                    "workload.containers.exists(c, has(c.securityContext.procMount) && c.securityContext.procMount != 'Default')",
                    w -> any(
                            w,
                            c -> c.security().procMount() != null
                                    && !"Default".equals(c.security().procMount()))),
            new Rule(
                    "Process namespace shared in the pod",
                    "workload.shareProcessNamespace",
                    w -> pod(w).shareProcessNamespace()),
            new Rule(
                    "Unsafe kernel settings",
                    "workload.sysctls.exists(k, !k.matches('^(kernel\\\\.shm_rmid_forced|net\\\\.ipv4\\\\.(ip_local_port_range|tcp_syncookies|ping_group_range|ip_unprivileged_port_start|ip_local_reserved_ports|tcp_keepalive_time|tcp_fin_timeout|tcp_keepalive_intvl|tcp_keepalive_probes|tcp_rmem|tcp_wmem))$'))",
                    w -> pod(w).sysctls().keySet().stream().anyMatch(k -> !SAFE.contains(k))),
            new Rule(
                    "Capability over the system itself added",
                    "workload.containers.exists(c, c.securityContext.capabilitiesAdd.exists(a, a in ['ALL', 'SYS_TIME', 'AUDIT_CONTROL', 'MAC_ADMIN', 'MAC_OVERRIDE', 'SYSLOG', 'SYS_BOOT', 'LINUX_IMMUTABLE']))",
                    w -> any(w, c -> adds(c, SYSTEM))),
            new Rule(
                    "Capability to observe the kernel added",
                    "workload.containers.exists(c, c.securityContext.capabilitiesAdd.exists(a, a in ['ALL', 'PERFMON', 'CHECKPOINT_RESTORE']))",
                    w -> any(w, c -> adds(c, OBSERVING))),
            new Rule(
                    "Not kept from running as root",
                    "workload.containers.exists(c, has(c.securityContext.runAsUser) ? c.securityContext.runAsUser == 0 : !(has(c.securityContext.runAsNonRoot) && c.securityContext.runAsNonRoot))",
                    w -> any(
                            w,
                            c -> c.security().runAsUser() != null
                                    ? c.security().runAsUser() == 0
                                    : !Boolean.TRUE.equals(c.security().runAsNonRoot()))),
            new Rule(
                    "Privileged in the process namespace of the node",
                    "workload.hostPID && workload.containers.exists(c, c.securityContext.privileged)",
                    w -> pod(w).hostPid() && any(w, c -> c.security().privileged())),
            new Rule(
                    "Host port taken",
                    "workload.containers.exists(c, c.ports.exists(p, p.hostPort > 0))",
                    w -> any(w, c -> c.ports().stream().anyMatch(p -> p.hostPort() > 0))),
            new Rule(
                    "Container runtime socket mounted",
                    "workload.containers.exists(c, c.volumeMounts.exists(m, workload.volumes.exists(v, v.name == m.name && v.type == 'hostPath' && v.source in ['/', '/var', '/var/run', '/run', '/var/run/docker.sock', '/run/docker.sock', '/run/containerd', '/run/containerd/containerd.sock', '/run/crio', '/run/crio/crio.sock', '/run/cri-dockerd.sock', '/run/podman', '/run/podman/podman.sock'])))",
                    w -> mounts(w, SOCKETS)),
            new Rule(
                    "Path of the node mounted",
                    "workload.containers.exists(c, c.volumeMounts.exists(m, workload.volumes.exists(v, v.name == m.name && v.type == 'hostPath' && v.source.startsWith('/'))))",
                    w -> mounts(w, path -> path.startsWith("/"))),
            new Rule(
                    "Host path writable",
                    "workload.containers.exists(c, c.volumeMounts.exists(m, !m.readOnly && workload.volumes.exists(v, v.name == m.name && v.type == 'hostPath')))",
                    w -> writes(w)),
            new Rule(
                    "Mounts travel to the node",
                    "workload.containers.exists(c, c.volumeMounts.exists(m, m.mountPropagation == 'BIDIRECTIONAL'))",
                    w -> any(
                            w,
                            c -> c.mounts().stream()
                                    .anyMatch(m -> m.propagation().equals("BIDIRECTIONAL")))),
            new Rule(
                    "Sensitive host path mounted",
                    "workload.containers.exists(c, c.volumeMounts.exists(m, workload.volumes.exists(v, v.name == m.name && v.type == 'hostPath' && v.source.matches('^(/|/(etc|root|home|boot|proc|sys|dev|usr|bin|sbin|lib|lib64|run)(/.*)?|/var(/run(/.*)?|/lib(/(kubelet|docker|containerd|etcd|crio)(/.*)?)?)?)$'))))",
                    w -> mounts(w, path -> SENSITIVE.matcher(path).matches())),
            new Rule(
                    "Image tag latest",
                    "workload.containers.exists(c, c.image.tag == 'latest')",
                    w -> any(w, c -> c.image().tag().equalsIgnoreCase("latest"))),
            new Rule(
                    "Image not pinned by digest",
                    "workload.containers.exists(c, !c.image.pinned)",
                    w -> any(w, c -> !c.image().isPinned())),
            new Rule(
                    "Image reference with a scheme",
                    "workload.containers.exists(c, c.image.reference.startsWith('http://') || c.image.reference.startsWith('https://'))",
                    w -> any(
                            w,
                            c -> c.image().original().startsWith("http://")
                                    || c.image().original().startsWith("https://"))),
            new Rule(
                    "Image from outside of the approved registries",
                    "workload.containers.exists(c, c.image.registry != 'registry.example.com')",
                    w -> any(w, c -> !c.image().registry().equalsIgnoreCase("registry.example.com"))),
            new Rule(
                    "No memory limit or CPU request",
                    "workload.containers.exists(c, !has(c.resources.memoryLimit) || !has(c.resources.cpuRequest))",
                    w -> any(
                            w,
                            c -> c.resources().memoryLimit() == null
                                    || c.resources().cpuRequest() == null)),
            new Rule(
                    "No CPU limit",
                    "workload.containers.exists(c, !has(c.resources.cpuLimit))",
                    w -> any(w, c -> c.resources().cpuLimit() == null)),
            new Rule(
                    "No memory request",
                    "workload.containers.exists(c, !has(c.resources.memoryRequest))",
                    w -> any(w, c -> c.resources().memoryRequest() == null)),
            new Rule(
                    "No health probes",
                    "workload.containers.exists(c, !c.probes.liveness || !c.probes.readiness)",
                    w -> any(w, c -> !c.probes().liveness() || !c.probes().readiness())),
            new Rule(
                    "In the default namespace",
                    "workload.namespace == 'default'",
                    w -> w.namespace().equalsIgnoreCase("default")),
            new Rule(
                    "Pod without a controller",
                    "workload.kind == 'Pod'",
                    w -> w.spec().kindName().equalsIgnoreCase("Pod")),
            new Rule(
                    "Debug container left behind",
                    "workload.containers.exists(c, c.type == 'EPHEMERAL')",
                    w -> any(w, c -> c.type() == Container.Type.EPHEMERAL)),
            new Rule(
                    "Secret handed in by a variable",
                    "workload.containers.exists(c, c.env.exists(e, e.source == 'SECRET_KEY'))",
                    w -> any(w, c -> c.env().stream().anyMatch(e -> e.source() == EnvVar.Source.SECRET_KEY))),
            new Rule(
                    "Several services in one container",
                    "workload.containers.exists(c, [[22, 23, 512, 513, 514, 2222, 3389, 5900], [80, 443, 8000, 8080, 8081, 8443, 8888], [20, 21, 69, 873, 2049], [25, 110, 143, 465, 587, 993, 995], [53], [88, 389, 636], [1433, 1521, 3306, 5432], [5984, 27017, 9200, 9300, 9042], [6379, 11211], [1883, 4222, 5671, 5672, 9092, 61616]].filter(s, c.ports.exists(p, p.containerPort in s)).size() >= 2)",
                    w -> any(w, Rules::severalServices)),
            new Rule(
                    "Variable declared twice",
                    "workload.containers.exists(c, c.env.exists(e, c.env.filter(o, o.name == e.name).size() > 1))",
                    w -> any(
                            w,
                            c -> c.env().stream().map(EnvVar::name).distinct().count()
                                    < c.env().size())),
            new Rule(
                    "No policy for incoming traffic",
                    "size(workload.networkPolicies.ingress) == 0",
                    w -> w.networkPolicies()
                            .toOptional()
                            .orElseThrow()
                            .ingress()
                            .isEmpty()),
            new Rule(
                    "No policy for outgoing traffic",
                    "size(workload.networkPolicies.egress) == 0",
                    w -> w.networkPolicies().toOptional().orElseThrow().egress().isEmpty()),
            new Rule(
                    "Token of the default account mounted",
                    "workload.tokenMounted && workload.serviceAccountName == 'default'",
                    w -> w.tokenMounted().toOptional().orElseThrow()
                            && pod(w).serviceAccount().equalsIgnoreCase("default")),
            new Rule(
                    "Cluster administrator account",
                    "workload.rbacLevel == 'CLUSTER_ADMIN'",
                    w -> w.grants().toOptional().orElseThrow().level() == Grants.Level.CLUSTER_ADMIN),
            new Rule(
                    "Reachable by a node port",
                    "workload.exposures.exists(e, e.method == 'NODE')",
                    w -> w.exposures().toOptional().orElseThrow().stream()
                            .anyMatch(e -> e.method() == Exposure.Method.NODE)),
            new Rule(
                    "Secure shell port",
                    "workload.exposures.exists(e, e.port == 22 && e.protocol == 'TCP')",
                    w -> w.exposures().toOptional().orElseThrow().stream()
                            .anyMatch(
                                    e -> e.containerPort() == 22 && e.protocol().equals("TCP"))));

    private Rules() {}

    private static PodTemplate pod(Workload workload) {
        return workload.spec().template();
    }

    private static boolean any(Workload workload, Predicate<Container> test) {
        for (Container container : workload.containers()) {
            if (test.test(container)) {
                return true;
            }
        }
        return false;
    }

    private static boolean adds(Container container, Set<String> capabilities) {
        for (String capability : container.security().capabilitiesAdd()) {
            if (capabilities.contains(capability)) {
                return true;
            }
        }
        return false;
    }

    private static boolean drops(Container container, String capability) {
        return container.security().capabilitiesDrop().contains("ALL")
                || container.security().capabilitiesDrop().contains(capability);
    }

    private static boolean mounts(Workload workload, Predicate<String> path) {
        return any(
                workload,
                container -> container.mounts().stream().anyMatch(mount -> isOfNode(workload, mount.volume(), path)));
    }

    private static boolean writes(Workload workload) {
        return any(
                workload,
                container -> container.mounts().stream()
                        .anyMatch(mount -> !mount.readOnly() && isOfNode(workload, mount.volume(), path -> true)));
    }

    private static boolean isOfNode(Workload workload, String name, Predicate<String> path) {
        for (Volume volume : pod(workload).volumes()) {
            if (volume.name().equals(name)) {
                return volume.isHostPath() && path.test(volume.source());
            }
        }
        return false;
    }

    private static boolean severalServices(Container container) {
        int services = 0;
        for (Set<Integer> ports : SERVICES) {
            if (container.ports().stream().anyMatch(port -> ports.contains(port.containerPort()))) {
                services++;
            }
        }
        return services >= 2;
    }
}
