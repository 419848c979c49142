package dev.breakwater.sensor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Fifty secret values and a manifest that hides them wherever Kubernetes objects can hold one. */
public final class Planted {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private final Random random = new Random(42);
    private final List<String> values = new ArrayList<>();
    private final StringBuilder yaml = new StringBuilder();

    public Planted() {
        secrets();
        helmRelease();
        configMap();
        workload();
        annotated();
    }

    public List<String> values() {
        return List.copyOf(values);
    }

    public String yaml() {
        return yaml.toString();
    }

    private String value() {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < 28; i++) {
            value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        values.add(value.toString());
        return value.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void secrets() {
        for (int i = 0; i < 8; i++) {
            String inData = value();
            String plain = value();
            yaml.append("""
                    ---
                    apiVersion: v1
                    kind: Secret
                    metadata:
                      name: planted-%d
                      namespace: shop
                      annotations:
                        kubectl.kubernetes.io/last-applied-configuration: '{"data":{"a":"%s"},"stringData":{"b":"%s"}}'
                    type: Opaque
                    data: {a: %s}
                    stringData: {b: "%s"}
                    """.formatted(i, base64(inData), plain, base64(inData), plain));
        }
    }

    private void helmRelease() {
        String value = value();
        yaml.append("""
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: sh.helm.release.v1.shop.v1, namespace: shop}
                type: helm.sh/release.v1
                data: {release: %s}
                """.formatted(base64(base64("{\"config\":{\"password\":\"" + value + "\"}}"))));
    }

    private void configMap() {
        for (int i = 0; i < 4; i++) {
            yaml.append("""
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: config-%d, namespace: shop}
                    data: {application.properties: "spring.datasource.password=%s"}
                    """.formatted(i, value()));
        }
    }

    private void workload() {
        String lastApplied = value();
        yaml.append("""
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  namespace: shop
                  annotations:
                    kubectl.kubernetes.io/last-applied-configuration: '{"spec":{"env":"%s"}}'
                    vendor.example.org/license-token: "%s"
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata:
                      labels: {app: web}
                      annotations: {vault.example.org/config: '{"token": "%s"}'}
                    spec:
                      initContainers:
                      - name: init
                        image: busybox:1
                        command: [sh, -c, "mysql -h db -u root -p%s app"]
                      containers:
                      - name: web
                        image: nginx:1
                        command: [server, "--password=%s", "--api-key", "%s"]
                        args: ["--db=postgres://app:%s@db:5432/app", "--header", "Authorization: Bearer %s"]
                        env:
                    """.formatted(lastApplied, value(), value(), value(), value(), value(), value(), value()));
        List<String> names = List.of(
                "DB_PASSWORD",
                "apiKey",
                "CLIENT_SECRET",
                "GITHUB_TOKEN",
                "JWT_SIGNING_KEY",
                "SMTP_PASSWD",
                "PGPASSWORD",
                "ADMIN_CREDENTIALS",
                "ENCRYPTION_KEY",
                "CONNECTION_STRING",
                "NOTHING_SAID",
                "SOMETHING",
                "VALUE_A",
                "VALUE_B");
        names.forEach(
                name -> yaml.append("                    - {name: %s, value: \"%s\"}\n".formatted(name, value())));
        yaml.append("                    - {name: JAVA_OPTS, value: \"-Xmx1g -Dkeystore.password=%s\"}\n"
                .formatted(value()));
    }

    private void annotated() {
        yaml.append("""
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: web
                  namespace: shop
                  annotations: {example.org/password: "%s", example.org/note: "%s"}
                spec: {ports: [{port: 80}]}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, annotations: {example.org/webhook: "https://hook.example.org/?token=%s"}}
                ---
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: dump, namespace: shop}
                spec:
                  schedule: "0 3 * * *"
                  jobTemplate:
                    spec:
                      template:
                        spec:
                          containers:
                          - name: dump
                            image: postgres:16
                            args: ["curl -u admin:%s https://backup.example.org"]
                            env: [{name: AWS_SECRET_ACCESS_KEY, value: "%s"}, {name: X, value: "%s"}]
                """.formatted(value(), value(), value(), value(), value(), value()));
    }
}
