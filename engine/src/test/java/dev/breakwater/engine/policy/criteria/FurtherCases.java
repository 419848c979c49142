package dev.breakwater.engine.policy.criteria;

import static dev.breakwater.engine.policy.criteria.CriterionCase.no;
import static dev.breakwater.engine.policy.criteria.CriterionCase.unknown;
import static dev.breakwater.engine.policy.criteria.CriterionCase.yes;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Signatures;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.model.Vulnerability.State;
import dev.breakwater.engine.policy.ContainerFixture;
import dev.breakwater.engine.policy.WorkloadFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the criteria beyond the usual ones say. */
final class FurtherCases {

    private static final Consumer<WorkloadFixture> AS_IT_IS = w -> {};

    private FurtherCases() {}

    static List<CriterionCase> all() {
        return Stream.of(flaws(), images(), ImageCases.all(), containers(), standards(), workloads())
                .flatMap(List::stream)
                .toList();
    }

    private static Consumer<WorkloadFixture> flaw(Vulnerability.Context context) {
        return w ->
                w.first().scan = ContainerFixture.scanned(ContainerFixture.flaw("CVE-2026-7", Severity.HIGH, context));
    }

    private static List<CriterionCase> flaws() {
        Instant tenDaysAgo = ContainerFixture.NOW.minusSeconds(10 * 86_400);
        Consumer<WorkloadFixture> told = flaw(new Vulnerability.Context(
                9.1, 0.62, true, tenDaysAgo, tenDaysAgo, tenDaysAgo.minusSeconds(86_400), State.OBSERVED));
        Consumer<WorkloadFixture> bare = flaw(Vulnerability.Context.NOT_TOLD);
        Consumer<WorkloadFixture> putOff =
                flaw(new Vulnerability.Context(9.1, 0.62, true, null, null, null, State.DEFERRED));
        return List.of(
                yes("NVD CVSS", ">= 9", told),
                unknown("NVD CVSS", ">= 9", bare),
                yes("EPSS", "> 0.5", told),
                no("EPSS", "> 0.7", told),
                unknown("EPSS", "> 0.5", bare),
                yes("Known Exploited", "true", told),
                unknown("Known Exploited", "true", bare),
                no("Known Exploited", "true", putOff),
                no("CVE", "CVE-2026-7", putOff),
                yes("Days Since CVE Fix Was Available", "10", told),
                no("Days Since CVE Fix Was Available", "11", told),
                unknown("Days Since CVE Fix Was Available", "11", bare),
                yes("Days Since CVE Was First Discovered In Image", "10", told),
                unknown("Days Since CVE Was First Discovered In Image", "10", bare),
                yes("Days Since CVE Was First Discovered In System", "11", told),
                no("Days Since CVE Was First Discovered In System", "12", told));
    }

    private static final Signatures OPEN =
            new Signatures(List.of(), Map.of("new-key", "It was not checked with this verifier yet."));

    private static Consumer<WorkloadFixture> signed(Signatures found) {
        return w -> w.first().verifiedBy = Observed.known(found);
    }

    private static Consumer<WorkloadFixture> holding(String name) {
        return w -> w.first().scan = Observed.known(new ImageScan(
                ContainerFixture.BUILT, "debian:12", List.of(new ImageScan.InstalledPackage(name, "1", List.of()))));
    }

    private static List<CriterionCase> images() {
        Consumer<WorkloadFixture> noHistory = w -> w.first().history = WorkloadFixture.unseen();
        Consumer<WorkloadFixture> noScan = w -> w.first().scan = WorkloadFixture.unseen();
        return List.of(
                yes("Dockerfile Line", "copy=app .*", AS_IT_IS),
                yes("Dockerfile Line", "=\\[\"/app\"\\]", AS_IT_IS),
                no("Dockerfile Line", "ADD=", AS_IT_IS),
                unknown("Dockerfile Line", "ADD=", noHistory),
                yes("Image Signature Verified By", "other-key", AS_IT_IS),
                no("Image Signature Verified By", "release-key", AS_IT_IS),
                unknown(
                        "Image Signature Verified By",
                        "release-key",
                        w -> w.first().verifiedBy = WorkloadFixture.unseen()),
                no("Image Signature Verified By", "*", AS_IT_IS),
                yes("Image Signature Verified By", "*", signed(Signatures.NONE)),
                unknown("Image Signature Verified By", "*", signed(OPEN)),
                unknown("Image Signature Verified By", "new-key", signed(OPEN)),
                yes("Image Signature Verified By", "other-key", signed(OPEN)),
                yes("Image Reference Scheme", "http", w -> w.first().imageName = "http://registry.local/web:1"),
                yes("Image Reference Scheme", "NONE", AS_IT_IS),
                yes("Image Tool", "COMPILER", holding("gcc")),
                yes("Image Tool", "SHELL", holding("busybox")),
                no("Image Tool", "COMPILER", AS_IT_IS),
                unknown("Image Tool", "PROCESS_MANAGER", noScan),
                yes(
                        "Image Tool",
                        "PROCESS_MANAGER",
                        noScan.andThen(w -> w.first().command = List.of(Text.plain("/usr/bin/supervisord")))));
    }

    private static Consumer<WorkloadFixture> labelled(String user, String type) {
        return w -> w.first().seLinux = new SecurityContext.SeLinux(user, "", type, "");
    }

    private static List<CriterionCase> containers() {
        EnvVar variable = new EnvVar("MODE", EnvVar.Source.RAW, Text.plain("a"), "", "");
        return List.of(
                yes("Image Pull Policy", "IfNotPresent", AS_IT_IS),
                unknown("Image Pull Policy", "NEVER", w -> w.first().pullPolicy = ""),
                yes("Host Process", "true", w -> w.first().hostProcess = true),
                no("Host Process", "true", AS_IT_IS),
                yes("SELinux Type", "spc_t", labelled("", "spc_t")),
                no("SELinux Type", ".*", AS_IT_IS),
                yes("SELinux User Or Role Set", "true", labelled("system_u", "")),
                no("SELinux User Or Role Set", "true", labelled("", "container_t")),
                yes("SELinux Labels Set", "true", labelled("", "spc_t")),
                no("SELinux Labels Set", "true", AS_IT_IS),
                yes("Any Capability Dropped", "true", AS_IT_IS),
                yes("Any Capability Added", "true", w -> w.first().add = List.of("CHOWN")),
                no("Any Capability Added", "true", AS_IT_IS),
                yes("Run As Group", "< 10000", w -> w.first().runAsGroup = 1L),
                unknown("Run As Group", "< 10000", w -> w.first().runAsGroup = null),
                yes("User Id Set", "true", AS_IT_IS),
                yes("Group Id Set", "true", AS_IT_IS),
                yes("Run As Non-Root Enforced", "true", AS_IT_IS),
                yes("Run As Non-Root Enforced", "false", w -> w.first().runAsUser = 0L),
                yes("Run As Non-Root Enforced", "false", w -> {
                    w.first().runAsUser = null;
                    w.first().runAsNonRoot = null;
                }),
                yes("Duplicate Environment Variable", "true", w -> w.first().env.addAll(List.of(variable, variable))),
                no("Duplicate Environment Variable", "true", w -> w.first().env.add(variable)),
                yes("Listening Services", "2", ports(5432, 8080, 8443)),
                no("Listening Services", ">= 2", ports(80, 443, 9999)));
    }

    private static Consumer<WorkloadFixture> ports(int... numbers) {
        return w -> {
            for (int number : numbers) {
                w.first().ports.add(new Container.Port("p", number, 0, "TCP"));
            }
        };
    }

    private static List<CriterionCase> standards() {
        String name = "Pod Security Standard";
        Consumer<WorkloadFixture> nfs = w -> w.volumes.add(new Volume("v", "nfs", "nfs:/x", List.of()));
        return List.of(
                no(name, "RESTRICTED", AS_IT_IS),
                yes(name, "BASELINE", w -> w.first().privileged = true),
                yes(name, "BASELINE/PRIVILEGED", w -> w.first().privileged = true),
                no(name, "BASELINE/HOST_PORTS", w -> w.first().privileged = true),
                yes(name, "BASELINE/HOST_NAMESPACES", w -> w.hostPid = true),
                yes(name, "BASELINE/HOST_PROCESS", w -> w.first().hostProcess = true),
                yes(name, "BASELINE/CAPABILITIES", w -> w.first().add = List.of("NET_ADMIN")),
                no(name, "BASELINE/CAPABILITIES", w -> w.first().add = List.of("SETUID")),
                yes(name, "RESTRICTED/CAPABILITIES_DROPPED", w -> w.first().add = List.of("SETUID")),
                no(name, "RESTRICTED/CAPABILITIES_DROPPED", w -> w.first().add = List.of("NET_BIND_SERVICE")),
                yes(
                        name,
                        "BASELINE/HOST_PATH_VOLUMES",
                        w -> w.volumes.add(new Volume("v", "hostPath", "/x", List.of()))),
                yes(name, "BASELINE/HOST_PORTS", w -> w.first().ports.add(new Container.Port("p", 80, 80, "TCP"))),
                yes(name, "BASELINE/APP_ARMOR", w -> w.first().appArmor = "unconfined"),
                yes(name, "BASELINE/SE_LINUX", labelled("", "spc_t")),
                no(name, "BASELINE/SE_LINUX", labelled("", "container_t")),
                yes(name, "BASELINE/PROC_MOUNT", w -> w.first().procMount = "Unmasked"),
                yes(name, "BASELINE/SECCOMP", w -> w.first().seccomp = "Unconfined"),
                no(name, "BASELINE/SECCOMP", w -> w.first().seccomp = null),
                yes(name, "RESTRICTED/SECCOMP_SET", w -> w.first().seccomp = null),
                yes(name, "BASELINE/SYSCTLS", w -> w.sysctls.put("kernel.msgmax", "1")),
                no(name, "BASELINE/SYSCTLS", w -> w.sysctls.put("net.ipv4.tcp_syncookies", "1")),
                no(name, "BASELINE", nfs),
                yes(name, "RESTRICTED", nfs),
                yes(name, "RESTRICTED/VOLUME_TYPES", nfs),
                yes(name, "RESTRICTED/PRIVILEGE_ESCALATION", w -> w.first().escalation = null),
                yes(name, "RESTRICTED/RUN_AS_NON_ROOT", w -> w.first().runAsNonRoot = null),
                yes(name, "RESTRICTED/RUN_AS_USER", w -> w.first().runAsUser = 0L));
    }

    private static List<CriterionCase> workloads() {
        String wide = "workload.rbacLevel == 'CLUSTER_ADMIN' || workload.hostNetwork";
        return List.of(
                yes("Expression", "workload.replicas > 1 && workload.labels['owner'].startsWith('team')", AS_IT_IS),
                no("Expression", "workload.containers.exists(c, c.securityContext.privileged)", AS_IT_IS),
                yes("Expression", "workload.containers.all(c, c.image.pinned)", AS_IT_IS),
                yes("Expression", "has(workload.rbacLevel)", AS_IT_IS),
                no("Expression", wide, AS_IT_IS),
                unknown("Expression", wide, w -> w.grants = WorkloadFixture.unseen()),
                yes("Expression", wide, w -> {
                    w.grants = WorkloadFixture.unseen();
                    w.hostNetwork = true;
                }),
                unknown("Expression", "workload.name", AS_IT_IS),
                yes("Running Replicas", "= 0", w -> w.runningReplicas = Observed.known(0)),
                unknown("Running Replicas", "= 0", w -> w.runningReplicas = WorkloadFixture.unseen()),
                yes("Service Account Exists", "false", w -> w.accountExists = Observed.known(false)),
                unknown("Service Account Exists", "false", w -> w.accountExists = WorkloadFixture.unseen()),
                yes(
                        "Selector Matches Pods",
                        "false",
                        w -> w.selector = new LabelSelector(Map.of("app", "other"), List.of())),
                no("Selector Matches Pods", "false", AS_IT_IS),
                yes(
                        "Namespace Sensitivity",
                        ">=CONFIDENTIAL",
                        w -> w.namespaceLabels = Observed.known(Map.of("data-classification", "restricted"))),
                no(
                        "Namespace Sensitivity",
                        ">=CONFIDENTIAL",
                        w -> w.namespaceLabels = Observed.known(Map.of("breakwater.dev/sensitivity", "public"))),
                unknown("Namespace Sensitivity", ">=CONFIDENTIAL", AS_IT_IS),
                yes("Namespace Sensitivity", "RESTRICTED", w -> {
                    w.namespace = "kube-system";
                    w.namespaceLabels = WorkloadFixture.unseen();
                }));
    }
}
