package dev.breakwater.engine.fix;

import static dev.breakwater.engine.fix.SecurityRemedies.done;
import static dev.breakwater.engine.fix.SecurityRemedies.name;

import dev.breakwater.engine.fix.Remedy.Case;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                "Environment Variable", ContentRemedies::mountSecret,
                "Duplicate Environment Variable", ContentRemedies::declaredOnce,
                "Image Pull Policy", ContentRemedies::pulledAlways);
    }

    /** What else objects say of themselves. */
    static Map<String, Remedy> ofNames() {
        return Map.of(
                "Disallowed Annotation", ContentRemedies::withoutAnnotations,
                "Image Reference Scheme", ContentRemedies::withoutScheme);
    }

    private static Optional<String> withoutAnnotations(ManifestTree tree, Case in) {
        List<String> removed = new ArrayList<>();
        for (String entry : in.evidence().found().split(", ")) {
            String key = entry.split("=", 2)[0];
            for (String path : List.of("metadata.annotations", "spec.template.metadata.annotations")) {
                ObjectNode annotations = tree.at(path) instanceof ObjectNode found ? found : null;
                if (annotations != null && annotations.remove(key) != null) {
                    removed.add(key);
                }
            }
        }
        return done(!removed.isEmpty(), "Remove the annotation " + String.join(", ", removed));
    }

    private static Optional<String> withoutScheme(ManifestTree tree, Case in) {
        JsonNode image = tree.at(in.container() + ".image");
        String reference = image == null ? "" : image.asString("");
        int scheme = reference.indexOf("://");
        return scheme < 0
                ? Optional.empty()
                : done(
                        tree.set(in.container() + ".image", reference.substring(scheme + 3)),
                        "Name the image of " + name(in) + " without a scheme");
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
        if (variable != null && variable.has("value")) {
            return referToSecret(tree, in);
        }
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

    /** The last one of each name stays: it is the one that counts today. */
    private static Optional<String> declaredOnce(ManifestTree tree, Case in) {
        String path = in.container() + ".env";
        if (!(tree.at(path) instanceof ArrayNode variables)) {
            return Optional.empty();
        }
        Set<String> later = new HashSet<>();
        boolean changed = false;
        for (int i = variables.size() - 1; i >= 0; i--) {
            if (!later.add(variables.get(i).path("name").asString(""))) {
                changed |= tree.remove(path + "[" + i + "]");
            }
        }
        return done(changed, "Declare each variable of " + name(in) + " once, with the value that counts today");
    }

    private static Optional<String> pulledAlways(ManifestTree tree, Case in) {
        return done(
                tree.set(in.container() + ".imagePullPolicy", "Always"),
                "Ask the registry for the image of " + name(in) + " at each start");
    }

    private static boolean isMissing(ArrayNode list, String name) {
        return list.valueStream().noneMatch(one -> one.path("name").asString("").equals(name));
    }
}
