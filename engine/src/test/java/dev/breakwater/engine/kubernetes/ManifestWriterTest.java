package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.WorkloadSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestWriterTest {

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: pay-gateway
              namespace: payments
              labels:
                app: pay
            spec:
              replicas: 2
              selector:
                matchLabels:
                  app: pay
              template:
                metadata:
                  labels:
                    app: pay
                spec:
                  hostNetwork: true
                  initContainers:
                  - name: wait
                    image: busybox
                    command:
                    - sh
                    - "-c"
                    - "until nc -z db 5432; do sleep 1; done"
                  containers:
                  - name: pay
                    image: "payments/pay-gateway:2.8.1"
                    envFrom:
                    - secretRef:
                        name: db
                    env:
                    - name: LEVEL
                      value: "1"
                    ports:
                    - name: http
                      containerPort: 8080
                    resources:
                      limits:
                        cpu: 500m
                        memory: 512Mi
                    securityContext:
                      privileged: true
                      runAsUser: 0
                      capabilities:
                        add:
                        - NET_ADMIN
                    volumeMounts:
                    - name: data
                      mountPath: /data
                  volumes:
                  - name: data
                    hostPath:
                      path: /var/lib/pay
            """;

    @Test
    void readsAgainAsWhatItWas() {
        WorkloadSpec spec = Translated.one(WorkloadSpec.class, DEPLOYMENT);
        String written = ManifestText.of(ManifestWriter.write(spec)).text();
        assertThat(Translated.one(WorkloadSpec.class, written)).isEqualTo(spec);
    }

    @Test
    void pointsAtTheLineOfAPathOrOfWhatIsAboveIt() {
        ManifestText text = ManifestText.of(ManifestWriter.write(Translated.one(WorkloadSpec.class, DEPLOYMENT)));
        String container = "spec.template.spec.containers[0]";
        assertThat(lineAt(text, container)).isEqualTo("      - name: pay");
        assertThat(lineAt(text, container + ".securityContext.privileged")).isEqualTo("          privileged: true");
        assertThat(lineAt(text, container + ".securityContext.seccompProfile.type"))
                .isEqualTo("        securityContext:");
        assertThat(lineAt(text, container + ".ports[0].hostPort")).isEqualTo("        - name: http");
        assertThat(text.lineOf("NetworkPolicy")).isZero();
        assertThat(text.lineOf("")).isZero();
    }

    private static String lineAt(ManifestText text, String path) {
        return text.lines().get(text.lineOf(path) - 1).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "No",
                "~",
                "",
                " lead",
                "a: b",
                "a #b",
                "- x",
                "{}",
                "[",
                "*x",
                "&x",
                "!x",
                "%x",
                "@x",
                "`x",
                "0x10",
                "1e3",
                "12:30:45",
                "2026-01-01",
                "line\nbreak",
                "quote\"'",
                "tab\t",
                "null",
                "\u2028",
                "ende:",
                "NaN",
                ".inf",
                "=",
                "<<",
                "\ud83d\ude80"
            })
    void writesEveryTextSoThatItIsReadAsText(String text) {
        WorkloadSpec spec = Translated.pod("containers: [{name: app, image: x}]");
        ObjectMeta meta = spec.meta();
        WorkloadSpec labelled = new WorkloadSpec(
                new ObjectMeta(
                        meta.namespace(), meta.name(), "", java.util.Map.of("k", text), meta.annotations(), null),
                spec.kindName(),
                spec.generation(),
                spec.replicas(),
                spec.selector(),
                spec.suspended(),
                spec.template());
        String written = ManifestText.of(ManifestWriter.write(labelled)).text();
        assertThat(Translated.one(WorkloadSpec.class, written).meta().labels()).containsEntry("k", text);
    }

    @Test
    void everyWorkloadOfManyManifestsReadsAgainAsWhatItWas() throws IOException {
        String corpus = System.getenv("BREAKWATER_CORPUS");
        Assumptions.assumeTrue(corpus != null, "BREAKWATER_CORPUS is not set: no manifests to read");
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(corpus, "manifests"))) {
            files = all.filter(path -> path.toString().endsWith(".yaml")).toList();
        }
        int workloads = 0;
        for (Path file : files) {
            for (Object fact : Translated.all(Files.readString(file))) {
                if (fact instanceof WorkloadSpec spec
                        && !spec.template().containers().isEmpty()) {
                    WorkloadSpec plain = plain(spec);
                    String written =
                            ManifestText.of(ManifestWriter.write(plain)).text();
                    assertThat(Translated.all(written))
                            .as(file + "\n" + written)
                            .containsExactly(plain);
                    workloads++;
                }
            }
        }
        assertThat(workloads).isGreaterThan(500);
    }

    /** Without what a cluster adds by itself. */
    private static WorkloadSpec plain(WorkloadSpec spec) {
        ObjectMeta meta = spec.meta();
        return new WorkloadSpec(
                new ObjectMeta(meta.namespace(), meta.name(), "", meta.labels(), meta.annotations(), null),
                spec.kindName(),
                0,
                spec.replicas(),
                spec.selector(),
                spec.suspended(),
                spec.template());
    }
}
