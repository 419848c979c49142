package dev.breakwater.engine.policy.criteria;

import static dev.breakwater.engine.policy.criteria.CriterionCase.no;
import static dev.breakwater.engine.policy.criteria.CriterionCase.unknown;
import static dev.breakwater.engine.policy.criteria.CriterionCase.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.AppliedPolicies;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.EnvVar.Source;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Grants.Level;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resources;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import dev.breakwater.engine.policy.ContainerFixture;
import dev.breakwater.engine.policy.WorkloadFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CriterionMatchTest {

    private static final Consumer<WorkloadFixture> AS_IT_IS = w -> {};

    static Stream<CriterionCase> cases() {
        return Stream.of(
                        workloads(),
                        exposures(),
                        containers(),
                        users(),
                        images(),
                        flaws(),
                        variables(),
                        mounts(),
                        FurtherCases.all(),
                        RuntimeCases.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatItShould(CriterionCase one) {
        assertThat(one.found()).isEqualTo(one.outcome());
    }

    @Test
    void noCriterionIsLeftOut() {
        assertThat(cases().map(CriterionCase::criterion).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Criteria.all().stream()
                        // Those about other objects are judged by ObjectPoliciesTest on manifests.
                        .filter(criterion ->
                                criterion.card().level().root() == dev.breakwater.engine.policy.linked.Level.WORKLOAD)
                        .map(criterion -> criterion.card().name())
                        .toList());
    }

    private static List<CriterionCase> workloads() {
        Consumer<WorkloadFixture> redacted = w -> w.annotations.put("key", Text.redacted("password-key", 9, "ab"));
        Consumer<WorkloadFixture> everything =
                w -> w.grants = WorkloadFixture.granting(Level.CLUSTER_ADMIN, "", "*", "*");
        Consumer<WorkloadFixture> pods = w -> w.grants = WorkloadFixture.granting(Level.DEFAULT, "shop", "get", "pods");
        Consumer<WorkloadFixture> noGrants = w -> w.grants = WorkloadFixture.unseen();
        return List.of(
                yes("Host IPC", "true", w -> w.hostIpc = true),
                yes("Host PID", "TRUE", w -> w.hostPid = true),
                yes("Host Network", "false", AS_IT_IS),
                yes("Share Process Namespace", "true", w -> w.shareProcessNamespace = true),
                yes("User Namespace", "true", w -> w.hostUsers = false),
                yes("Automount Service Account Token", "false", AS_IT_IS),
                unknown("Automount Service Account Token", "false", w -> w.tokenMounted = WorkloadFixture.unseen()),
                yes("Has Ingress Network Policy", "true", AS_IT_IS),
                yes(
                        "Has Egress Network Policy",
                        "false",
                        w -> w.networkPolicies = Observed.known(new AppliedPolicies(List.of("in"), List.of()))),
                yes("Namespace", "sh.p", AS_IT_IS),
                no("Namespace", "sho", AS_IT_IS),
                yes("Namespace Label", "team=a", AS_IT_IS),
                unknown("Namespace Label", "team=a", w -> w.namespaceLabels = WorkloadFixture.unseen()),
                yes("Workload Name", "web", AS_IT_IS),
                yes("Workload Kind", "deployment", AS_IT_IS),
                yes("Replicas", ">1", AS_IT_IS),
                no("Replicas", "0", w -> w.replicas = null),
                yes("Runtime Class", "gvisor", w -> w.runtimeClass = "gVisor"),
                yes("Service Account", "\"web\"", AS_IT_IS),
                yes("Sysctl", "kernel.*=1", w -> w.sysctls.put("kernel.shm_rmid_forced", "1")),
                yes("Required Label", "team=", AS_IT_IS),
                no("Required Label", "owner=team-.", AS_IT_IS),
                yes("Disallowed Label", "app=web", AS_IT_IS),
                yes("Required Annotation", "key", AS_IT_IS),
                no("Required Annotation", "key", redacted),
                unknown("Required Annotation", "key=x", redacted),
                yes("Disallowed Annotation", "key=", redacted),
                unknown("Disallowed Annotation", "key=x", redacted),
                yes("Minimum RBAC Permissions", "ELEVATED_IN_NAMESPACE", everything),
                no("Minimum RBAC Permissions", "= DEFAULT", everything),
                yes("Minimum RBAC Permissions", "<DEFAULT", AS_IT_IS),
                yes("Effective Permission", "get:secrets@cluster", everything),
                no("Effective Permission", "get:deployments.apps", everything),
                yes("Effective Permission", "get:pods", pods),
                no("Effective Permission", "get:pods@cluster", pods),
                no("Effective Permission", "get:pods/log", pods),
                no("Effective Permission", "*:pods", pods),
                unknown("Effective Permission", "get:pods", noGrants));
    }

    private static Consumer<WorkloadFixture> port(int port, String protocol, Exposure.Method method, int nodePort) {
        return w -> w.exposures = Observed.known(List.of(new Exposure(
                port, protocol, method, List.of(new Exposure.Route(method, "Service web", port, nodePort)))));
    }

    private static List<CriterionCase> exposures() {
        Consumer<WorkloadFixture> node = port(8080, "TCP", Exposure.Method.NODE, 30_080);
        return List.of(
                yes("Exposed Port", ">= 8080", node),
                no("Exposed Port", "22", node),
                unknown("Exposed Port", "22", w -> w.exposures = WorkloadFixture.unseen()),
                yes("Exposed Port Protocol", "tc", node),
                yes("Port Exposure Method", "node", node),
                no("Exposed To Internet", "true", node),
                yes("Exposed To Internet", "true", port(80, "TCP", Exposure.Method.ROUTE, 0)),
                yes("Exposed Node Port", "> 30000", node),
                no("Exposed Node Port", "< 30000", port(80, "TCP", Exposure.Method.INTERNAL, 0)),
                yes("Host Port", "80", w -> w.first().ports.add(new Container.Port("http", 8080, 80, "TCP"))),
                no("Host Port", "0", w -> w.first().ports.add(new Container.Port("http", 8080, 0, "TCP"))));
    }

    private static List<CriterionCase> containers() {
        Consumer<WorkloadFixture> noLimits = w -> w.first().resources = Resources.NOT_SET;
        Consumer<WorkloadFixture> init = w -> w.first().type = Container.Type.INIT;
        Consumer<WorkloadFixture> bare = w -> w.first().probes = new Container.Probes(false, false, false);
        return List.of(
                yes("Privileged Container", "true", w -> w.first().privileged = true),
                yes("Allow Privilege Escalation", "true", w -> w.first().escalation = null),
                yes("Allow Privilege Escalation", "true", w -> w.first().add = List.of("SYS_ADMIN")),
                no("Allow Privilege Escalation", "true", AS_IT_IS),
                yes("Add Capabilities", "cap_net_raw", w -> w.first().add = List.of("NET_RAW")),
                yes("Add Capabilities", "NET_RAW", w -> w.first().add = List.of("all")),
                no("Drop Capabilities", "NET_RAW", AS_IT_IS),
                yes("Drop Capabilities", "ALL", w -> w.first().drop = List.of("NET_RAW")),
                yes("AppArmor Profile", "r/.*default", AS_IT_IS),
                yes("Seccomp Profile Type", "UNSET", w -> w.first().seccomp = null),
                yes("Proc Mount", "DEFAULT", AS_IT_IS),
                yes("Read-Only Root Filesystem", "false", w -> w.first().readOnlyRoot = null),
                yes("Container Name", "web", AS_IT_IS),
                yes("Container Type", "SIDECAR", init.andThen(w -> w.first().restartsAlways = true)),
                yes("Container CPU Limit", "= 1", AS_IT_IS),
                yes("Container CPU Request", "0", noLimits),
                yes("Container Memory Limit", "128", AS_IT_IS),
                yes("Container Memory Request", "< 65", AS_IT_IS),
                no("Container CPU Limit", "0", noLimits.andThen(w -> w.first().type = Container.Type.EPHEMERAL)),
                yes("Liveness Probe Defined", "false", bare),
                no("Liveness Probe Defined", "false", bare.andThen(init)),
                yes("Readiness Probe Defined", "true", AS_IT_IS));
    }

    private static Consumer<WorkloadFixture> user(Long set, Boolean nonRoot, Observed<String> image) {
        return w -> {
            w.first().runAsUser = set;
            w.first().runAsNonRoot = nonRoot;
            w.first().user = image;
        };
    }

    private static List<CriterionCase> users() {
        return List.of(
                yes("Runs As Root", "true", user(0L, null, WorkloadFixture.unseen())),
                yes("Runs As Root", "true", user(null, null, Observed.known(""))),
                no("Runs As Root", "true", user(null, null, Observed.known("101:0"))),
                no("Runs As Root", "true", user(null, true, WorkloadFixture.unseen())),
                unknown("Runs As Root", "true", user(null, null, WorkloadFixture.unseen())),
                unknown("Runs As Root", "true", user(null, false, Observed.known("app"))),
                yes("Run As User", "< 1000", user(null, null, Observed.known("101"))),
                unknown("Run As User", "0", user(null, true, Observed.known("app"))),
                yes("Image User", "root", user(null, null, Observed.known("root"))));
    }

    private static Consumer<WorkloadFixture> noScan(UnknownReason reason) {
        return w -> w.first().scan = Observed.unknown(reason, "");
    }

    private static List<CriterionCase> images() {
        return List.of(
                yes("Image Registry", "registry\\.example\\.com", AS_IT_IS),
                yes("Image Remote", "library/nginx", w -> w.first().imageName = "nginx"),
                yes("Image Tag", "latest", w -> w.first().imageName = "nginx"),
                yes("Image Digest Pinned", "false", w -> w.first().imageName = "nginx:1"),
                yes("Image Age", "23", AS_IT_IS),
                no("Image Age", "24", AS_IT_IS),
                unknown("Image Age", "24", w -> w.first().createdAt = WorkloadFixture.unseen()),
                yes("Image Scan Age", "23", AS_IT_IS),
                yes("Image OS", "debian.*", AS_IT_IS),
                yes("Unscanned Image", "true", noScan(UnknownReason.FAILED)),
                no("Unscanned Image", "true", AS_IT_IS),
                unknown("Unscanned Image", "true", noScan(UnknownReason.OUT_OF_SIGHT)),
                yes("Required Image Label", "vendor", AS_IT_IS),
                unknown("Required Image Label", "vendor", w -> w.first().imageLabels = WorkloadFixture.unseen()),
                yes("Disallowed Image Label", "a=b", w -> w.first().imageLabels = Observed.known(Map.of("a", "b"))),
                yes("Image Component", "openssl=3\\..*", AS_IT_IS),
                unknown("Image Component", "openssl=", noScan(UnknownReason.STALE)));
    }

    private static Consumer<WorkloadFixture> flaw(Severity severity, Double score, String fixedBy) {
        return w -> w.first().scan =
                ContainerFixture.scanned(ContainerFixture.flaw("CVE-2026-7", severity, score, fixedBy));
    }

    private static List<CriterionCase> flaws() {
        Consumer<WorkloadFixture> high = flaw(Severity.HIGH, 7.5, "3.1");
        Consumer<WorkloadFixture> bare = flaw(Severity.UNKNOWN, null, "");
        Consumer<WorkloadFixture> none =
                w -> w.first().scan = Observed.known(new ImageScan(Instant.EPOCH, "debian:12", List.of()));
        return List.of(
                yes("CVE", "cve-2026-.*", high),
                no("CVE", "CVE-2026-7", none),
                yes("CVSS", ">= 7.5", high),
                unknown("CVSS", ">= 7.5", bare),
                yes("Severity", ">=HIGH", high),
                no("Severity", "critical", high),
                unknown("Severity", "LOW", bare),
                yes("Fixable", "true", high),
                yes("Fixable", "false", bare),
                yes("Fixed By", "3\\..*", high),
                no("Fixed By", ".*", bare),
                yes("Days Since CVE Was Published", "20", high),
                no("Days Since CVE Was Published", "30", high));
    }

    private static Consumer<WorkloadFixture> env(String name, Source source, Text value) {
        return w -> w.first().env.add(new EnvVar(name, source, value, "db", ""));
    }

    private static List<CriterionCase> variables() {
        Consumer<WorkloadFixture> redacted = env("MODE", Source.RAW, Text.redacted("high-entropy", 40, "cd"));
        return List.of(
                yes("Environment Variable", "RAW=MO.*=fast", env("MODE", Source.RAW, Text.plain("fast"))),
                yes("Environment Variable", "=MODE=", redacted),
                unknown("Environment Variable", "=MODE=x", redacted),
                no("Environment Variable", "SECRET_KEY==", redacted),
                yes("Environment Variable", "SECRET_KEY==", env("*", Source.SECRET_KEY, null)),
                unknown("Environment Variable", "=MODE=", env("*", Source.CONFIG_MAP_KEY, null)),
                yes("Secret In Environment", "true", redacted),
                yes("Secret In Environment", "true", env("dbPassword", Source.RAW, Text.plain("x7"))),
                yes("Secret In Environment", "true", env("DB", Source.RAW, Text.plain("pg://u:p4ss@db/x"))),
                no("Secret In Environment", "true", env("TOKEN_URL", Source.RAW, Text.plain("https://id/token"))),
                no("Secret In Environment", "true", env("DB_PASSWORD", Source.RAW, Text.plain("$(OTHER)"))),
                no("Secret In Environment", "true", env("DB_PASSWORD", Source.SECRET_KEY, null)),
                no("Secret In Environment", "true", env("KEYBOARD", Source.RAW, Text.plain("de"))));
    }

    private static Consumer<WorkloadFixture> mount(String type, String source, String subPath, boolean readOnly) {
        return w -> {
            w.volumes.add(new Volume("data", type, source, List.of()));
            w.first().mounts.add(new VolumeMount("data", "/mnt", subPath, readOnly, "HOSTTOCONTAINER"));
        };
    }

    private static List<CriterionCase> mounts() {
        Consumer<WorkloadFixture> run = mount("hostPath", "/var//run/", "", false);
        Consumer<WorkloadFixture> lost = run.andThen(w -> w.volumes.clear());
        return List.of(
                yes("Volume Name", "data", run),
                yes("Volume Type", "hostpath", run),
                unknown("Volume Type", "hostpath", lost),
                yes("Volume Type", "persistent.*", lost.andThen(w -> w.kindName = "StatefulSet")),
                yes("Volume Source", "/var.*", run),
                yes("Volume Destination", "/mnt", run),
                yes("Mount Propagation", "HostToContainer", run),
                yes("Writable Mounted Volume", "true", run),
                yes("Writable Host Mount", "true", run),
                no("Writable Host Mount", "true", mount("secret", "x", "", false)),
                no(
                        "Writable Host Mount",
                        "true",
                        lost.andThen(w -> w.first().mounts.set(0, new VolumeMount("data", "/mnt", "", true, "NONE")))),
                yes("Host Path", "/run", run),
                no("Host Path", ".*", mount("nfs", "/run", "", false)),
                yes("Host Path Reach", "/run/docker.sock", run),
                yes("Host Path Reach", "/etc", mount("hostPath", "/", "", true)),
                yes("Host Path Reach", "/etc", mount("hostPath", "/etc/ssh", "", true)),
                no("Host Path Reach", "/etc", mount("hostPath", "/", "srv", true)),
                no("Host Path Reach", "/run", mount("hostPath", "/runner", "", true)),
                unknown("Host Path Reach", "/run", lost));
    }
}
