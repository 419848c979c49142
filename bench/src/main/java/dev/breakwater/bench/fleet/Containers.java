package dev.breakwater.bench.fleet;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.Resources;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The two containers of a Deployment. */
final class Containers {

    private static final List<String> SETTINGS = List.of(
            "LOG_LEVEL",
            "HTTP_PORT",
            "CACHE_SECONDS",
            "FEATURE_FLAGS",
            "UPSTREAM_URL",
            "QUEUE_NAME",
            "TRACE_ENDPOINT",
            "POOL_SIZE",
            "REGION",
            "TIME_ZONE");

    private final String workload;
    private final List<Volume> volumes;
    private final SplittableRandom random;

    private final boolean neglected;

    Containers(String workload, List<Volume> volumes, SplittableRandom random, boolean neglected) {
        this.workload = workload;
        this.volumes = volumes;
        this.random = random;
        this.neglected = neglected;
    }

    /** What the team built; about 3,000 such images in the fleet. */
    Container main(int index) {
        String tag = random.nextInt(12) == 0 ? "latest" : "2." + index % 30 + "." + index % 7;
        return container(
                "main", 0, "registry.example.org/suite-" + index % 120 + "/app-" + index % 3_000 + ":" + tag, 8_080);
    }

    /** What the platform adds; the same few images everywhere. */
    Container sidecar(int index) {
        return container("proxy", 1, "registry.example.org/platform/proxy:1." + index % 5 + ".0", 15_090);
    }

    private Container container(String name, int ordinal, String image, int port) {
        boolean decent = neglected ? random.nextInt(5) == 0 : random.nextBoolean();
        return new Container(
                "/spec/template/spec/containers/" + ordinal,
                name,
                Container.Type.REGULAR,
                false,
                ImageName.parse(image),
                List.of(),
                List.of(Text.plain("--config=/etc/" + name + "/config.yaml"), Text.plain("--metrics=:9090")),
                environment(),
                List.of(
                        new Container.Port("http", port, 0, "TCP"),
                        new Container.Port("metrics", 9_090 + ordinal, 0, "TCP")),
                decent ? new Resources(0.1, 1.0, 128L << 20, 512L << 20) : Resources.NOT_SET,
                security(decent),
                new Container.Probes(decent, !neglected || decent, false),
                volumes.stream()
                        .map(v -> new VolumeMount(
                                v.name(), "/mnt/" + v.name(), "", !v.name().equals("scratch"), "NONE"))
                        .toList());
    }

    private SecurityContext security(boolean decent) {
        boolean privileged = random.nextInt(100) == 0;
        boolean hardened = decent && random.nextInt(3) > 0;
        return new SecurityContext(
                privileged,
                hardened ? 10_001L : null,
                hardened ? 10_001L : null,
                hardened ? Boolean.TRUE : null,
                hardened,
                hardened ? Boolean.FALSE : null,
                random.nextInt(30) == 0 ? List.of("NET_ADMIN") : List.of(),
                hardened ? List.of("ALL") : List.of(),
                hardened ? "RuntimeDefault" : null,
                null,
                null,
                null);
    }

    private List<EnvVar> environment() {
        List<EnvVar> environment = new ArrayList<>();
        for (String name : SETTINGS) {
            String value = workload + "-" + name.length() + "-" + random.nextInt(1_000_000);
            environment.add(new EnvVar(name, EnvVar.Source.RAW, Text.plain(value), "", ""));
        }
        environment.add(new EnvVar("POD_IP", EnvVar.Source.FIELD, null, "status.podIP", ""));
        if (random.nextInt(4) == 0) {
            environment.add(new EnvVar(
                    "DATABASE_PASSWORD", EnvVar.Source.SECRET_KEY, null, workload + "-credentials", "password"));
        }
        return environment;
    }
}
