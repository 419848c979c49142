package dev.breakwater.engine.fix;

import static dev.breakwater.engine.fix.SecurityRemedies.done;
import static dev.breakwater.engine.fix.SecurityRemedies.name;

import dev.breakwater.engine.fix.Remedy.Case;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What containers are given: resources, probes, secrets. */
final class ContentRemedies {

    private ContentRemedies() {}

    static Map<String, Remedy> all() {
        return Map.of(
                "Container Memory Limit", amount("limits.memory", "512Mi"),
                "Container Memory Request", amount("requests.memory", "128Mi"),
                "Container CPU Limit", amount("limits.cpu", "500m"),
                "Container CPU Request", amount("requests.cpu", "100m"),
                "Liveness Probe Defined", probe("livenessProbe", 20),
                "Readiness Probe Defined", probe("readinessProbe", 5),
                "Secret In Environment", ContentRemedies::referToSecret,
                "Environment Variable", ContentRemedies::mountSecret);
    }

    /** Only where nothing is set: which other amount would do is not ours to say. */
    private static Remedy amount(String field, String amount) {
        return (tree, in) -> {
            String path = in.container() + ".resources." + field;
            String[] words = field.split("\\.");
            return tree.at(path) != null
                    ? Optional.empty()
                    : done(
                            tree.set(path, amount),
                            "Give " + name(in) + " a " + words[1].replace("cpu", "CPU") + " "
                                    + words[0].substring(0, words[0].length() - 1) + " of " + amount
                                    + "; measure, then choose the right one");
        };
    }

    /** Of the first declared port; what a program without one is asked, nobody else can say. */
    private static Remedy probe(String field, int seconds) {
        return (tree, in) -> {
            JsonNode ports = tree.at(in.container() + ".ports");
            if (ports == null || tree.at(in.container() + "." + field) != null) {
                return Optional.empty();
            }
            ObjectNode probe = JsonNodeFactory.instance.objectNode();
            probe.putObject("tcpSocket").set("port", ports.path(0).path("containerPort"));
            probe.put("periodSeconds", seconds);
            return done(
                    tree.set(in.container() + "." + field, probe),
                    "Probe " + name(in) + " on its first port; a question that the program answers is better");
        };
    }

    private static Optional<String> referToSecret(ManifestTree tree, Case in) {
        if (!(tree.at(in.evidence().path()) instanceof ObjectNode variable)) {
            return Optional.empty();
        }
        String key = variable.path("name").asString("");
        String secret = in.workload().name() + "-secrets";
        variable.remove("value");
        variable.putObject("valueFrom")
                .putObject("secretKeyRef")
                .put("name", secret)
                .put("key", key);
        return done(
                true,
                "Take " + key + " from the Secret " + secret + ", which holds a new value: the old one has been seen");
    }

    /** A whole secret as files, in place of its variable. */
    private static Optional<String> mountSecret(ManifestTree tree, Case in) {
        JsonNode variable = tree.at(in.evidence().path());
        String secret = variable == null
                ? ""
                : variable.at("/valueFrom/secretKeyRef/name")
                        .asString(variable.at("/secretRef/name").asString(""));
        ObjectNode container = tree.object(in.container());
        ObjectNode pod = tree.object(in.pod());
        if (secret.isEmpty() || container == null || pod == null) {
            return Optional.empty();
        }
        tree.remove(in.evidence().path());
        String volume = "secret-" + secret;
        if (isMissing(container.withArray("volumeMounts"), volume)) {
            container
                    .withArray("volumeMounts")
                    .addObject()
                    .put("name", volume)
                    .put("mountPath", "/run/secrets/" + secret)
                    .put("readOnly", true);
        }
        if (isMissing(pod.withArray("volumes"), volume)) {
            pod.withArray("volumes")
                    .addObject()
                    .put("name", volume)
                    .putObject("secret")
                    .put("secretName", secret);
        }
        return done(true, "Mount the Secret " + secret + " as files in " + name(in) + ", and read it there");
    }

    private static boolean isMissing(ArrayNode list, String name) {
        return list.valueStream().noneMatch(one -> one.path("name").asString("").equals(name));
    }
}
