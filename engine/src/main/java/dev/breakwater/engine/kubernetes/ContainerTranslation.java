package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads one container of a pod template. */
final class ContainerTranslation {

    private final SecretGuard guard;
    private final SecurityContexts security;

    ContainerTranslation(SecretGuard guard, SecurityContexts security) {
        this.guard = guard;
        this.security = security;
    }

    Container of(JsonNode container, Container.Type type, String path) {
        return new Container(
                path,
                Tree.text(container, "name"),
                type,
                type == Container.Type.INIT
                        && Tree.text(container, "restartPolicy").equals("Always"),
                ImageName.parse(Tree.text(container, "image")),
                words(Tree.texts(container, "command")),
                words(Tree.texts(container, "args")),
                environment(container),
                Tree.objects(container, "ports").stream()
                        .map(ContainerTranslation::port)
                        .toList(),
                Quantities.of(container),
                security.of(container),
                new Container.Probes(
                        Tree.has(container, "livenessProbe"),
                        Tree.has(container, "readinessProbe"),
                        Tree.has(container, "startupProbe")),
                Tree.objects(container, "volumeMounts").stream()
                        .map(ContainerTranslation::mount)
                        .toList(),
                pullPolicy(container));
    }

    /** As set, else as Kubernetes sets it itself. */
    private static String pullPolicy(JsonNode container) {
        ImageName image = ImageName.parse(Tree.text(container, "image"));
        String otherwise = !image.isPinned() && image.tag().equals("latest") ? "Always" : "IfNotPresent";
        return Tree.textOr(container, "imagePullPolicy", otherwise);
    }

    /** Each word with the option before it, so that the guard sees {@code --password} beside what follows it. */
    private List<Text> words(List<String> words) {
        List<Text> guarded = new ArrayList<>();
        String option = "";
        for (String word : words) {
            guarded.add(guard.guardText(option, word));
            option = word.startsWith("-") && word.indexOf('=') < 0 ? word : "";
        }
        return guarded;
    }

    private List<EnvVar> environment(JsonNode container) {
        List<EnvVar> variables = new ArrayList<>();
        for (JsonNode from : Tree.objects(container, "envFrom")) {
            variables.add(wholeSource(from));
        }
        for (JsonNode variable : Tree.objects(container, "env")) {
            variables.add(variable(variable));
        }
        return variables;
    }

    private static EnvVar wholeSource(JsonNode from) {
        String name = Tree.text(from, "prefix") + "*";
        if (Tree.has(from, "secretRef")) {
            return new EnvVar(name, EnvVar.Source.SECRET_KEY, null, Tree.text(from, "secretRef.name"), "");
        }
        if (Tree.has(from, "configMapRef")) {
            return new EnvVar(name, EnvVar.Source.CONFIG_MAP_KEY, null, Tree.text(from, "configMapRef.name"), "");
        }
        return new EnvVar(name, EnvVar.Source.UNKNOWN, null, "", "");
    }

    private EnvVar variable(JsonNode variable) {
        String name = Tree.text(variable, "name");
        if (!Tree.has(variable, "valueFrom")) {
            Text value = guard.guardEnv(name, Tree.text(variable, "value"));
            return new EnvVar(name, EnvVar.Source.RAW, value, "", "");
        }
        JsonNode from = Tree.at(variable, "valueFrom");
        if (Tree.has(from, "secretKeyRef")) {
            return reference(name, EnvVar.Source.SECRET_KEY, Tree.at(from, "secretKeyRef"));
        }
        if (Tree.has(from, "configMapKeyRef")) {
            return reference(name, EnvVar.Source.CONFIG_MAP_KEY, Tree.at(from, "configMapKeyRef"));
        }
        if (Tree.has(from, "fieldRef")) {
            return new EnvVar(name, EnvVar.Source.FIELD, null, Tree.text(from, "fieldRef.fieldPath"), "");
        }
        if (Tree.has(from, "resourceFieldRef")) {
            return new EnvVar(
                    name, EnvVar.Source.RESOURCE_FIELD, null, Tree.text(from, "resourceFieldRef.resource"), "");
        }
        return new EnvVar(name, EnvVar.Source.UNKNOWN, null, "", "");
    }

    private static EnvVar reference(String name, EnvVar.Source source, JsonNode reference) {
        return new EnvVar(name, source, null, Tree.text(reference, "name"), Tree.text(reference, "key"));
    }

    private static Container.Port port(JsonNode port) {
        return new Container.Port(
                Tree.text(port, "name"),
                Tree.integer(port, "containerPort"),
                Tree.integer(port, "hostPort"),
                Tree.textOr(port, "protocol", "TCP"));
    }

    private static VolumeMount mount(JsonNode mount) {
        return new VolumeMount(
                Tree.text(mount, "name"),
                Tree.text(mount, "mountPath"),
                Tree.textOr(mount, "subPath", Tree.text(mount, "subPathExpr")),
                Tree.flag(mount, "readOnly"),
                Tree.textOr(mount, "mountPropagation", "None").toUpperCase(Locale.ROOT));
    }
}
