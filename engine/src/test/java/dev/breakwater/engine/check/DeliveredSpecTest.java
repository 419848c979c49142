package dev.breakwater.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.kubernetes.KubernetesTranslation;
import dev.breakwater.engine.kubernetes.Manifests;
import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs, beside what was checked: the manifest and the same object as an API server gives it back. */
class DeliveredSpecTest {

    private static final String WRITTEN = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: render, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: render}}
                spec:
                  hostNetwork: true
                  restartPolicy: Never
                  containers:
                    - name: main
                      image: registry.example.com/render:1
                      ports: [{containerPort: 9808}]
                      env: [{name: PASSWORD, value: hunter2}]
            """;

    private static final String SERVED = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: render, namespace: shop, uid: 1-2-3, generation: 1, annotations: {a: b}}
            spec:
              parallelism: 1
              selector: {matchLabels: {controller-uid: 1-2-3}}
              template:
                metadata: {creationTimestamp: null, labels: {app: render, job-name: render, controller-uid: 1-2-3}}
                spec:
                  hostNetwork: true
                  restartPolicy: Never
                  dnsPolicy: ClusterFirst
                  schedulerName: default-scheduler
                  securityContext: {}
                  terminationGracePeriodSeconds: 30
                  containers:
                    - name: main
                      image: registry.example.com/render:1
                      imagePullPolicy: IfNotPresent
                      ports: [{containerPort: 9808, hostPort: 9808, protocol: TCP}]
                      env: [{name: PASSWORD, value: hunter2}]
                      resources: {}
                      terminationMessagePath: /dev/termination-log
                      terminationMessagePolicy: File
            status: {active: 1}
            """;

    @Test
    void whatAnApiServerFillsInDoesNotCountNorDoesTheKeyThatSecretsAreHashedWith() {
        assertThat(fingerprint(SERVED, "of the sensor")).isEqualTo(fingerprint(WRITTEN, "of central"));
    }

    @Test
    void whatDecidesHowItRunsCounts() {
        byte[] checked = fingerprint(WRITTEN, "k");
        for (String other : List.of(
                SERVED.replace("render:1", "render:2"),
                SERVED.replace("hunter2", "hunter22"),
                SERVED.replace("PASSWORD", "OTHER_PASSWORD"),
                SERVED.replace("hostNetwork: true", "hostNetwork: false"),
                SERVED.replace("securityContext: {}", "serviceAccountName: admin"),
                SERVED.replace("resources: {}", "securityContext: {privileged: true}"),
                SERVED.replace("resources: {}", "args: [--debug]"),
                SERVED.replace("name: render, namespace: shop, uid", "name: other, namespace: shop, uid"))) {
            assertThat(fingerprint(other, "k")).as(other).isNotEqualTo(checked);
        }
    }

    private static byte[] fingerprint(String manifest, String key) {
        SecretGuard guard = new SecretGuard() {
            @Override
            public Text guardEnv(String name, String value) {
                return guardText(name, value);
            }

            @Override
            public Text guardText(String name, String value) {
                return name.endsWith("PASSWORD")
                        ? Text.redacted("password-key", value.length(), key + value.hashCode())
                        : Text.plain(value);
            }
        };
        return Manifests.read(manifest).objects().stream()
                .flatMap(object ->
                        new KubernetesTranslation(guard, ManifestOwners.of(List.of())).translate(object).stream())
                .filter(WorkloadSpec.class::isInstance)
                .map(fact -> DeliveredSpec.fingerprint((WorkloadSpec) fact))
                .findFirst()
                .orElseThrow();
    }
}
