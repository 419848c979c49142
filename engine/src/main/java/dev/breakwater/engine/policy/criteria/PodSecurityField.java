package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.Workload;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that the Pod Security Standards limit, each with what breaks it. */
enum PodSecurityField {
    HOST_PROCESS("BASELINE", containers(c -> Boolean.TRUE.equals(c.hostProcess()) ? "hostProcess" : "")),
    HOST_NAMESPACES("BASELINE", PodSecurityField::hostNamespaces),
    PRIVILEGED("BASELINE", containers(c -> c.privileged() ? "privileged" : "")),
    CAPABILITIES("BASELINE", containers(c -> added(c, Allowed.CAPABILITIES))),
    HOST_PATH_VOLUMES("BASELINE", workload -> volumes(workload, Set.of("hostPath"), true)),
    HOST_PORTS("BASELINE", PodSecurityField::hostPorts),
    APP_ARMOR("BASELINE", containers(PodSecurityField::appArmor)),
    SE_LINUX("BASELINE", containers(PodSecurityField::seLinux)),
    PROC_MOUNT(
            "BASELINE",
            containers(c -> c.procMount() == null
                            || c.procMount().isEmpty()
                            || c.procMount().equals("Default")
                    ? ""
                    : "procMount " + c.procMount())),
    SECCOMP("BASELINE", containers(c -> "Unconfined".equals(c.seccompType()) ? "seccomp Unconfined" : "")),
    SYSCTLS("BASELINE", PodSecurityField::sysctls),
    VOLUME_TYPES("RESTRICTED", workload -> volumes(workload, Allowed.VOLUMES, false)),
    PRIVILEGE_ESCALATION(
            "RESTRICTED",
            containers(c -> Boolean.FALSE.equals(c.allowPrivilegeEscalation()) ? "" : "allowPrivilegeEscalation")),
    RUN_AS_NON_ROOT(
            "RESTRICTED", containers(c -> Boolean.TRUE.equals(c.runAsNonRoot()) ? "" : "runAsNonRoot not true")),
    RUN_AS_USER("RESTRICTED", containers(c -> c.runAsUser() != null && c.runAsUser() == 0 ? "runAsUser 0" : "")),
    SECCOMP_SET(
            "RESTRICTED",
            containers(c -> "RuntimeDefault".equals(c.seccompType()) || "Localhost".equals(c.seccompType())
                    ? ""
                    : "no seccomp profile")),
    CAPABILITIES_DROPPED(
            "RESTRICTED",
            containers(c -> !Capabilities.has(c.capabilitiesDrop(), "ALL")
                    ? "capabilities not dropped"
                    : added(c, Set.of("NET_BIND_SERVICE"))));

    private final String level;
    private final Breaches test;

    PodSecurityField(String level, Breaches test) {
        this.level = level;
        this.test = test;
    }

    /** The least level that limits it. */
    String level() {
        return level;
    }

    boolean isBroken(Workload workload) {
        return test.areIn(workload);
    }

    /** Each breach in words. */
    Stream<String> breaches(Workload workload) {
        return test.of(workload);
    }

    /** How a field is broken. */
    @FunctionalInterface
    private interface Breaches {

        /** Each in words. */
        Stream<String> of(Workload workload);

        default boolean areIn(Workload workload) {
            return of(workload).findAny().isPresent();
        }
    }

    /** Breaches of containers; whether there are any is told without putting them in words. */
    private record OfContainers(Function<SecurityContext, String> breach) implements Breaches {

        @Override
        public Stream<String> of(Workload workload) {
            return workload.containers().stream()
                    .filter(this::isIn)
                    .map(container -> breach.apply(container.security()) + " of container " + container.name());
        }

        @Override
        public boolean areIn(Workload workload) {
            for (Container container : workload.containers()) {
                if (isIn(container)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isIn(Container container) {
            return !breach.apply(container.security()).isEmpty();
        }
    }

    /** What is allowed; apart, since an enum cannot read its own constants while it is made. */
    private static final class Allowed {
        static final Set<String> CAPABILITIES = Set.of(
                "AUDIT_WRITE",
                "CHOWN",
                "DAC_OVERRIDE",
                "FOWNER",
                "FSETID",
                "KILL",
                "MKNOD",
                "NET_BIND_SERVICE",
                "SETFCAP",
                "SETGID",
                "SETPCAP",
                "SETUID",
                "SYS_CHROOT");
        static final Set<String> VOLUMES = Set.of(
                "configMap",
                "csi",
                "downwardAPI",
                "emptyDir",
                "ephemeral",
                "persistentVolumeClaim",
                "projected",
                "secret");
        static final Set<String> SE_LINUX_TYPES =
                Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");
        static final Set<String> SYSCTLS = Set.of(
                "kernel.shm_rmid_forced",
                "net.ipv4.ip_local_port_range",
                "net.ipv4.ip_unprivileged_port_start",
                "net.ipv4.tcp_syncookies",
                "net.ipv4.ping_group_range",
                "net.ipv4.ip_local_reserved_ports",
                "net.ipv4.tcp_keepalive_time",
                "net.ipv4.tcp_fin_timeout",
                "net.ipv4.tcp_keepalive_intvl",
                "net.ipv4.tcp_keepalive_probes");
    }

    /** Whether a container mounts what the pod does not declare, so that nobody knows its type; a claim template declares it too. */
    static boolean hasUndeclaredVolume(Workload workload) {
        Set<String> declared =
                workload.spec().template().volumes().stream().map(Volume::name).collect(Collectors.toSet());
        return !workload.spec().kindName().equals("StatefulSet")
                && workload.containers().stream()
                        .flatMap(container -> container.mounts().stream())
                        .anyMatch(mount -> !declared.contains(mount.volume()));
    }

    private static Breaches containers(Function<SecurityContext, String> breach) {
        return new OfContainers(breach);
    }

    private static Stream<String> hostNamespaces(Workload workload) {
        var pod = workload.spec().template();
        return Stream.of(
                        pod.hostNetwork() ? "hostNetwork" : "",
                        pod.hostPid() ? "hostPID" : "",
                        pod.hostIpc() ? "hostIPC" : "")
                .filter(name -> !name.isEmpty());
    }

    private static String added(SecurityContext context, Set<String> allowed) {
        if (context.capabilitiesAdd().isEmpty()) {
            return "";
        }
        List<String> more = context.capabilitiesAdd().stream()
                .filter(capability -> !allowed.contains(capability))
                .toList();
        return more.isEmpty() ? "" : "added capabilities " + Capabilities.shown(more);
    }

    private static Stream<String> volumes(Workload workload, Set<String> types, boolean forbidden) {
        return workload.spec().template().volumes().stream()
                .filter(volume -> types.contains(volume.type()) == forbidden)
                .map(volume -> "volume " + volume.name() + " of type " + volume.type());
    }

    private static Stream<String> hostPorts(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> container.ports().stream())
                .map(Container.Port::hostPort)
                .filter(port -> port != 0)
                .map(port -> "host port " + port);
    }

    private static String appArmor(SecurityContext context) {
        String profile = context.appArmorProfile();
        boolean kept = profile == null
                || profile.isEmpty()
                || profile.equals("runtime/default")
                || profile.startsWith("localhost/");
        return kept ? "" : "AppArmor profile " + profile;
    }

    private static String seLinux(SecurityContext context) {
        SecurityContext.SeLinux labels = context.seLinux();
        if (labels == null) {
            return "";
        }
        boolean kept = Allowed.SE_LINUX_TYPES.contains(labels.type())
                && labels.user().isEmpty()
                && labels.role().isEmpty();
        return kept ? "" : "SELinux options";
    }

    private static Stream<String> sysctls(Workload workload) {
        return workload.spec().template().sysctls().keySet().stream()
                .filter(name -> !Allowed.SYSCTLS.contains(name))
                .sorted()
                .map(name -> "sysctl " + name);
    }
}
