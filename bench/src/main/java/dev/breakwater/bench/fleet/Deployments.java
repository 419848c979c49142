package dev.breakwater.bench.fleet;

import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Deployments as teams write them: most are decent, each lacks something, a few are dangerous. */
final class Deployments {

    private final Names names;

    Deployments(Names names) {
        this.names = names;
    }

    WorkloadSpec deployment(int index, SplittableRandom random) {
        String name = Names.deployment(index);
        Map<String, String> labels = Map.of(
                "app", name,
                "app.kubernetes.io/name", name,
                "app.kubernetes.io/version", "2." + random.nextInt(40) + "." + random.nextInt(10),
                "app.kubernetes.io/part-of", "suite-" + index % 120,
                "app.kubernetes.io/managed-by", "Helm",
                "helm.sh/chart", "suite-4.1." + index % 30,
                "team", "team-" + index % 40);
        Map<String, Text> annotations = Map.of(
                "deployment.kubernetes.io/revision", Text.plain(String.valueOf(random.nextInt(1, 60))),
                "meta.helm.sh/release-name", Text.plain("release-" + index % 120),
                "contact", Text.plain("team-" + index % 40 + "@example.org"));
        return new WorkloadSpec(
                names.meta(names.namespace(index), name, labels, annotations, index),
                "Deployment",
                random.nextInt(1, 60),
                5,
                new LabelSelector(Map.of("app", name), List.of()),
                false,
                template(index, name, labels, random));
    }

    private PodTemplate template(int index, String name, Map<String, String> labels, SplittableRandom random) {
        boolean hostNetwork = random.nextInt(100) == 0;
        List<Volume> volumes = List.of(
                new Volume("configuration", "configMap", name + "-config", List.of()),
                new Volume("credentials", "secret", name + "-credentials", List.of()),
                new Volume("scratch", "emptyDir", "", List.of()),
                random.nextInt(15) == 0
                        ? new Volume(
                                "host",
                                "hostPath",
                                random.nextInt(4) == 0 ? "/var/run/docker.sock" : "/var/log",
                                List.of())
                        : new Volume("data", "persistentVolumeClaim", name + "-data", List.of()));
        Containers containers = new Containers(name, volumes, random, names.neglected());
        return new PodTemplate(
                "/spec/template",
                labels,
                Map.of("checksum/config", Text.plain(Names.digest(name).value())),
                names.account(index),
                random.nextInt(3) == 0 ? null : Boolean.FALSE,
                hostNetwork,
                false,
                false,
                false,
                null,
                "",
                "business",
                "",
                Map.of("kubernetes.io/os", "linux"),
                Map.of(),
                List.of("registry-pull"),
                volumes,
                List.of(containers.main(index), containers.sidecar(index)));
    }
}
