package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Resources;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodTemplateTranslationTest {

    @Test
    void anEmptyPodHasTheDefaultsOfKubernetes() {
        PodTemplate pod =
                Translated.pod("containers: [{name: app, image: nginx}]").template();

        assertThat(pod.path()).isEqualTo("spec");
        assertThat(pod.serviceAccount()).isEqualTo("default");
        assertThat(pod.automountToken()).isNull();
        assertThat(pod.hostUsers()).isNull();
        Container app = pod.containers().getFirst();
        assertThat(app.path()).isEqualTo("spec.containers[0]");
        assertThat(app.image().canonical()).isEqualTo("docker.io/library/nginx:latest");
        assertThat(app.security()).isEqualTo(SecurityContext.NOT_SET);
        assertThat(app.resources()).isEqualTo(Resources.NOT_SET);
    }

    @Test
    void readsWhatThePodSaysForAll() {
        PodTemplate pod = Translated.pod("""
                serviceAccount: old-name
                automountServiceAccountToken: false
                hostNetwork: true
                hostPID: true
                hostIPC: true
                shareProcessNamespace: true
                hostUsers: false
                runtimeClassName: gvisor
                priorityClassName: high
                nodeName: n1
                nodeSelector: {disk: ssd}
                imagePullSecrets: [{name: pull}]
                securityContext:
                  sysctls: [{name: net.core.somaxconn, value: 1024}]
                """).template();

        assertThat(pod.serviceAccount()).isEqualTo("old-name");
        assertThat(pod.automountToken()).isFalse();
        assertThat(List.of(pod.hostNetwork(), pod.hostPid(), pod.hostIpc(), pod.shareProcessNamespace()))
                .containsOnly(true);
        assertThat(pod.hostUsers()).isFalse();
        assertThat(List.of(pod.runtimeClass(), pod.priorityClass(), pod.nodeName()))
                .containsExactly("gvisor", "high", "n1");
        assertThat(pod.nodeSelector()).containsExactly(Map.entry("disk", "ssd"));
        assertThat(pod.sysctls()).containsExactly(Map.entry("net.core.somaxconn", "1024"));
        assertThat(pod.imagePullSecrets()).containsExactly("pull");
    }

    @Test
    void listsRegularInitAndEphemeralContainersInThatOrder() {
        PodTemplate pod = Translated.pod("""
                ephemeralContainers: [{name: debug}]
                initContainers: [{name: once}, {name: proxy, restartPolicy: Always}]
                containers: [{name: app, restartPolicy: Always}]
                """).template();

        assertThat(pod.containers())
                .extracting(Container::path)
                .containsExactly(
                        "spec.containers[0]",
                        "spec.initContainers[0]",
                        "spec.initContainers[1]",
                        "spec.ephemeralContainers[0]");
        assertThat(pod.containers()).extracting(Container::restartsAlways).containsExactly(false, false, true, false);
    }

    @Test
    void readsEveryWayThatAnEnvironmentVariableGetsItsValue() {
        Container app = Translated.container("""
                envFrom:
                - secretRef: {name: s}
                - {prefix: CFG_, configMapRef: {name: c}}
                env:
                - {name: A, value: plain}
                - {name: B}
                - {name: C, valueFrom: {secretKeyRef: {name: s, key: k}}}
                - {name: D, valueFrom: {configMapKeyRef: {name: c, key: k}}}
                - {name: E, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
                - {name: F, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}
                - {name: G, valueFrom: {fileKeyRef: {path: p}}}
                """);

        assertThat(app.env())
                .containsExactly(
                        new EnvVar("*", EnvVar.Source.SECRET_KEY, null, "s", ""),
                        new EnvVar("CFG_*", EnvVar.Source.CONFIG_MAP_KEY, null, "c", ""),
                        new EnvVar("A", EnvVar.Source.RAW, Text.plain("plain"), "", ""),
                        new EnvVar("B", EnvVar.Source.RAW, Text.plain(""), "", ""),
                        new EnvVar("C", EnvVar.Source.SECRET_KEY, null, "s", "k"),
                        new EnvVar("D", EnvVar.Source.CONFIG_MAP_KEY, null, "c", "k"),
                        new EnvVar("E", EnvVar.Source.FIELD, null, "status.podIP", ""),
                        new EnvVar("F", EnvVar.Source.RESOURCE_FIELD, null, "limits.cpu", ""),
                        new EnvVar("G", EnvVar.Source.UNKNOWN, null, "", ""));
    }

    @Test
    void readsQuantitiesAsCoresAndBytes() {
        Container app = Translated.container("""
                resources:
                  requests: {cpu: 250m, memory: 64Mi}
                  limits: {cpu: 2, memory: 1.5G}
                """);
        Container odd = Translated.container("""
                resources:
                  requests: {cpu: 1e999999999, memory: lots}
                  limits: {cpu: -1, memory: 1e3}
                """);

        assertThat(app.resources()).isEqualTo(new Resources(0.25, 2.0, 64L * 1024 * 1024, 1_500_000_000L));
        assertThat(odd.resources()).isEqualTo(new Resources(null, null, null, 1000L));
    }

    @Test
    void readsPortsProbesAndMounts() {
        Container app = Translated.container("""
                ports: [{containerPort: 80}, {name: dns, containerPort: 53, hostPort: 5353, protocol: UDP}]
                livenessProbe: {tcpSocket: {port: 80}}
                startupProbe: {}
                volumeMounts:
                - {name: v, mountPath: /v, readOnly: true, mountPropagation: Bidirectional}
                - {name: w, mountPath: /w, subPath: s}
                """);

        assertThat(app.ports())
                .containsExactly(new Container.Port("", 80, 0, "TCP"), new Container.Port("dns", 53, 5353, "UDP"));
        assertThat(app.probes()).isEqualTo(new Container.Probes(true, false, true));
        assertThat(app.mounts())
                .containsExactly(
                        new VolumeMount("v", "/v", "", true, "BIDIRECTIONAL"),
                        new VolumeMount("w", "/w", "s", false, "NONE"));
    }

    @Test
    void readsVolumesOfEveryType() {
        PodTemplate pod = Translated.pod("""
                volumes:
                - {name: a, hostPath: {path: /var/run/docker.sock, type: Socket}}
                - {name: b, secret: {secretName: s}}
                - {name: c, emptyDir: {}}
                - {name: d}
                - {name: e, persistentVolumeClaim: {claimName: pvc}}
                - {name: f, nfs: {server: files, path: /x}}
                - {name: g, somethingNew: {x: 1}}
                - name: h
                  projected:
                    sources: [{secret: {name: s}}, {configMap: {name: c}}, {serviceAccountToken: {path: t}}]
                """).template();

        assertThat(pod.volumes())
                .containsExactly(
                        new Volume("a", "hostPath", "/var/run/docker.sock", List.of()),
                        new Volume("b", "secret", "s", List.of()),
                        new Volume("c", "emptyDir", "", List.of()),
                        new Volume("d", "emptyDir", "", List.of()),
                        new Volume("e", "persistentVolumeClaim", "pvc", List.of()),
                        new Volume("f", "nfs", "files:/x", List.of()),
                        new Volume("g", "somethingNew", "", List.of()),
                        new Volume("h", "projected", "", List.of("s", "configMap/c", "serviceAccountToken")));
    }
}
