package dev.breakwater.launcher;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A workload with secrets in its environment, arguments, commands, probes and annotations. */
final class PlantedWorkload {

    /** Makes a marker of a shape. */
    interface Shaped {
        String of(String place, String prefix, int length);
    }

    private final UnaryOperator<String> wordy;
    private final UnaryOperator<String> random;
    private final Shaped shaped;

    PlantedWorkload(UnaryOperator<String> wordy, UnaryOperator<String> random, Shaped shaped) {
        this.wordy = wordy;
        this.random = random;
        this.shaped = shaped;
    }

    String text(String visible) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: leaky
                  namespace: shop
                  annotations:
                    example.com/note: %s
                    example.com/api-token: %s
                    example.com/build: 'deployed with %s'
                    example.com/webhook: https://hooks.slack.com/services/T0/B0/%s
                    kubectl.kubernetes.io/last-applied-configuration: |
                      {"kind":"Deployment","spec":{"template":{"spec":{"containers":[{"env":[{"name":"X","value":"%s"}]}]}}}}
                spec:
                  selector: {matchLabels: {app: leaky}}
                  template:
                    metadata:
                      labels: {app: leaky}
                      annotations:
                        vault.example.com/password: %s
                        example.com/inject: 'password=%s'
                    spec:
                      initContainers:
                        - name: migrate
                          image: registry.example.com/migrate:1.0
                          command: [sh, -c, "PGPASSWORD=%s psql -h db -f schema.sql"]
                          env:
                            - {name: MIGRATION_PASSWORD, value: %s}
                      containers:
                        - name: main
                          image: registry.example.com/leaky:1.0
                          command: ["/bin/serve", "--db-password=%s", "--jwt-secret", "%s"]
                          args:
                            - --redis=redis://:%s@cache:6379/0
                            - '--header=Authorization: Bearer %s'
                            - -u
                            - admin:%s
                            - --anything=%s
                            - 'curl -u deploy:%s https://example.com'
                            - 'mysql -h db -u root -p%s shop'
                            - '{"apiKey": "%s"}'
                          livenessProbe:
                            exec: {command: [sh, -c, "redis-cli -a %s ping"]}
                          readinessProbe:
                            httpGet:
                              path: /ready?token=%s
                              port: 8080
                              httpHeaders: [{name: Authorization, value: "Basic %s"}]
                          lifecycle:
                            preStop: {exec: {command: [sh, -c, "notify --secret %s"]}}
                          env:
                %s
                """.formatted(
                        visible,
                        wordy.apply("annotation with a telling key"),
                        random.apply("annotation without a telling key"),
                        random.apply("webhook in an annotation"),
                        random.apply("workload in last-applied-configuration"),
                        wordy.apply("annotation of a pod template"),
                        wordy.apply("pair within an annotation of a pod template"),
                        wordy.apply("variable in a shell line of an init container"),
                        wordy.apply("environment of an init container"),
                        wordy.apply("option with = in a command"),
                        wordy.apply("option and value in a command"),
                        wordy.apply("URL without a user in an argument"),
                        random.apply("bearer header in an argument"),
                        wordy.apply("-u as two arguments"),
                        random.apply("option without a telling name"),
                        wordy.apply("-u in a shell line"),
                        wordy.apply("password glued to mysql's -p"),
                        wordy.apply("JSON in an argument"),
                        wordy.apply("command of a probe"),
                        wordy.apply("path of a probe"),
                        base64(wordy.apply("header of a probe")),
                        wordy.apply("command of a hook"),
                        environment());
    }

    private String environment() {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("DB_PASSWORD", wordy.apply("DB_PASSWORD"));
        env.put("PGPASSWORD", wordy.apply("PGPASSWORD"));
        env.put("spring.datasource.password", wordy.apply("spring.datasource.password"));
        env.put("SMTP_PASS", wordy.apply("SMTP_PASS"));
        env.put("dbPasswd", wordy.apply("dbPasswd"));
        env.put("CLIENT_SECRET", wordy.apply("CLIENT_SECRET"));
        env.put("API_KEY", wordy.apply("API_KEY"));
        env.put("SESSION_KEY", wordy.apply("SESSION_KEY"));
        env.put("DATABASE_URL", "postgres://shop:" + wordy.apply("DATABASE_URL") + "@db:5432/shop");
        env.put("QUEUE", "amqp://worker:" + wordy.apply("URL in QUEUE") + "@queue/");
        env.put("DSN", "shop:" + wordy.apply("DSN of a Go driver") + "@tcp(db:3306)/shop");
        env.put("SETTINGS", "{\"mode\":\"x\",\"password\":\"" + wordy.apply("JSON in SETTINGS") + "\"}");
        env.put("JAVA_OPTS", "-Xmx1g -Djavax.net.ssl.keyStorePassword=" + wordy.apply("system property in JAVA_OPTS"));
        env.put("STORAGE", "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=" + random.apply("AccountKey"));
        env.put("WITHOUT_A_NAME", random.apply("variable without a telling name"));
        env.put("AWS", shaped.of("AWS key id", "AKIA", 16));
        env.put("GH", shaped.of("GitHub token", "ghp_", 36));
        env.put("PAYMENTS", shaped.of("payment key", "sk_live_", 24));
        return env.entrySet().stream()
                .map(e -> "            - {name: \"%s\", value: '%s'}".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String base64(String password) {
        return Base64.getEncoder().encodeToString(("probe:" + password).getBytes(StandardCharsets.UTF_8));
    }
}
