package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.model.AppliedPolicies;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Signatures;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import dev.breakwater.engine.model.Vulnerability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Small workloads by chance: few values, so that policies made by {@link RandomPolicy} often match. */
final class RandomWorkload {

    private final Random random;
    private final boolean allKnown;

    private RandomWorkload(long seed, boolean allKnown) {
        this.random = new Random(seed);
        this.allKnown = allKnown;
    }

    /** One in which any fact may be unknown. */
    static WorkloadFixture of(long seed) {
        return new RandomWorkload(seed, false).workload();
    }

    /** One in which all is known. */
    static WorkloadFixture known(long seed) {
        return new RandomWorkload(seed, true).workload();
    }

    private WorkloadFixture workload() {
        WorkloadFixture workload = new WorkloadFixture();
        workload.hostNetwork = random.nextBoolean();
        workload.hostPid = random.nextInt(4) == 0;
        workload.namespace = one("shop", "kube-system");
        workload.replicas = random.nextInt(4) == 0 ? null : random.nextInt(3);
        workload.labels.put("tier", one("a", "b"));
        if (random.nextBoolean()) {
            workload.labels.remove("owner");
        }
        if (random.nextBoolean()) {
            workload.annotations.put(
                    "key", random.nextBoolean() ? Text.plain(one("x", "y")) : Text.redacted("password-key", 3, "ab"));
        }
        workload.tokenMounted = maybe(random::nextBoolean);
        workload.namespaceLabels = maybe(() -> Map.of("team", one("a", "b")));
        workload.networkPolicies = maybe(() -> new AppliedPolicies(some("in"), some("out")));
        workload.grants = maybe(this::grants);
        workload.exposures = maybe(() -> list(3, this::exposure));
        workload.volumes.add(new Volume("v0", one("hostPath", "secret"), one("/etc", "/data"), List.of()));
        int containers = random.nextInt(4);
        for (int i = 0; i < containers; i++) {
            container(workload.another("c" + i));
        }
        workload.activity = activity();
        return workload;
    }

    private Grants grants() {
        Grants.Level level = Grants.Level.values()[random.nextInt(Grants.Level.values().length)];
        return WorkloadFixture.granting(level, one("", "shop"), one("get", "*"), one("secrets", "pods"))
                .toOptional()
                .orElseThrow();
    }

    private Exposure exposure() {
        Exposure.Method method = Exposure.Method.values()[random.nextInt(Exposure.Method.values().length)];
        return new Exposure(
                random.nextBoolean() ? 22 : 80,
                one("TCP", "UDP"),
                method,
                list(2, () -> new Exposure.Route(method, "Service s", 80, random.nextInt(2) * 443)));
    }

    private void container(ContainerFixture container) {
        container.type = Container.Type.values()[random.nextInt(3)];
        container.privileged = random.nextBoolean();
        container.add = some("SYS_ADMIN");
        container.drop = some(one("ALL", "NET_RAW"));
        container.runAsUser = random.nextBoolean() ? null : (long) random.nextInt(2);
        container.runAsNonRoot = random.nextInt(3) == 0 ? true : null;
        container.imageName = one("nginx", "quay.io/a/b:1", "nginx@sha256:" + "0f".repeat(32));
        container.user = maybe(() -> one("", "0", "7", "app"));
        container.createdAt = maybe(this::instant);
        container.imageLabels = maybe(() -> Map.of("team", one("a", "b")));
        container.scan =
                maybe(() -> new ImageScan(instant(), one("debian:12", "alpine:3.2"), list(2, this::installed)));
        container.history =
                maybe(() -> list(2, () -> new ImageDetails.Instruction(one("ADD", "RUN"), one("curl x", "x.tar /"))));
        container.verifiedBy = maybe(() -> random.nextBoolean()
                ? Signatures.by(one("a", "b"))
                : new Signatures(List.of(), Map.of(one("a", "b"), "why")));
        container.env.addAll(list(2, () -> new EnvVar(one("A", "DB_PASSWORD"), EnvVar.Source.RAW, text(), "", "")));
        container.mounts.addAll(list(
                2,
                () -> new VolumeMount(
                        one("v0", "gone"), one("/a", "/b"), "", random.nextBoolean(), one("NONE", "BIDIRECTIONAL"))));
        container.ports.addAll(list(2, () -> new Container.Port("p", 80, random.nextInt(2) * 80, "TCP")));
    }

    private Text text() {
        return random.nextInt(3) == 0 ? Text.redacted("password-key", 8, "ff") : Text.plain(one("x", "hunter2", ""));
    }

    private ImageScan.InstalledPackage installed() {
        return new ImageScan.InstalledPackage(one("curl", "openssl"), one("1", "2"), list(3, this::vulnerability));
    }

    private Vulnerability vulnerability() {
        return new Vulnerability(
                one("CVE-1", "CVE-2"),
                Severity.values()[random.nextInt(Severity.values().length)],
                random.nextInt(3) == 0 ? null : random.nextInt(11) * 1.0,
                one("", "9"),
                random.nextInt(3) == 0 ? null : instant(),
                new Vulnerability.Context(
                        null,
                        random.nextInt(3) == 0 ? null : random.nextInt(11) / 10.0,
                        random.nextInt(3) == 0 ? null : random.nextBoolean(),
                        null,
                        null,
                        null,
                        Vulnerability.State.values()[random.nextInt(3)]));
    }

    private Activity activity() {
        return new Activity(
                maybe(() -> list(3, this::process)),
                maybe(() -> list(2, () -> new Activity.Flow("p", true, 80, "TCP", maybe(random::nextBoolean)))),
                maybe(() -> list(2, this::request)));
    }

    private Activity.ApiRequest request() {
        return new Activity.ApiRequest(
                "create",
                one("pods/exec", "secrets"),
                "shop",
                "x",
                one("alice", "bob"),
                null,
                List.of(),
                "",
                List.of());
    }

    private Activity.ProcessRun process() {
        return new Activity.ProcessRun(
                one("c0", "c1"),
                one("sh", "nc"),
                "/bin/sh",
                random.nextInt(3) == 0 ? Text.redacted("password-key", 8, "ff") : Text.plain(one("-c", "evil")),
                random.nextInt(2),
                List.of(),
                maybe(random::nextBoolean),
                maybe(() -> list(2, this::access)));
    }

    private Activity.FileAccess access() {
        Activity.FileAccess.Operation operation =
                random.nextBoolean() ? Activity.FileAccess.Operation.OPEN : Activity.FileAccess.Operation.UNLINK;
        return new Activity.FileAccess(operation, one("/etc/passwd", "/tmp/a"), "");
    }

    private Instant instant() {
        return ContainerFixture.NOW.minusSeconds(random.nextInt(200) * 43_200L);
    }

    private String one(String... values) {
        return values[random.nextInt(values.length)];
    }

    private List<String> some(String value) {
        return random.nextBoolean() ? List.of(value) : List.of();
    }

    private <T> List<T> list(int max, Supplier<T> element) {
        List<T> list = new ArrayList<>();
        int size = random.nextInt(max + 1);
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return list;
    }

    private <T> Observed<T> maybe(Supplier<T> fact) {
        T value = fact.get();
        return !allKnown && random.nextInt(4) == 0 ? WorkloadFixture.unseen() : Observed.known(value);
    }
}
