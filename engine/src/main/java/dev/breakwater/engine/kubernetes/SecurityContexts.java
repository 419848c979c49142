package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.SecurityContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the effective security context of a container: its own field, then its annotation of older releases, then what
 * the pod says for all, then the pod's annotation.
 */
final class SecurityContexts {

    private static final String SECCOMP_OF_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
    private static final String SECCOMP_OF_POD = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String APP_ARMOR_OF_CONTAINER = "container.apparmor.security.beta.kubernetes.io/";

    private final JsonNode pod;
    private final Map<String, String> annotations;

    /**
     * @param podSpec the pod spec
     * @param annotations of the pod template, as written
     */
    SecurityContexts(JsonNode podSpec, Map<String, String> annotations) {
        this.pod = Tree.at(podSpec, "securityContext");
        this.annotations = annotations;
    }

    SecurityContext of(JsonNode container) {
        JsonNode own = Tree.at(container, "securityContext");
        String name = Tree.text(container, "name");
        Seccomp seccomp = seccomp(own, name);
        return new SecurityContext(
                Tree.flag(own, "privileged"),
                or(Tree.numberOrNull(own, "runAsUser"), Tree.numberOrNull(pod, "runAsUser")),
                or(Tree.numberOrNull(own, "runAsGroup"), Tree.numberOrNull(pod, "runAsGroup")),
                or(Tree.flagOrNull(own, "runAsNonRoot"), Tree.flagOrNull(pod, "runAsNonRoot")),
                Tree.flagOrNull(own, "readOnlyRootFilesystem"),
                Tree.flagOrNull(own, "allowPrivilegeEscalation"),
                capabilities(own, "capabilities.add"),
                capabilities(own, "capabilities.drop"),
                seccomp.type(),
                seccomp.profile(),
                appArmor(own, name),
                Tree.textOrNull(own, "procMount"),
                or(
                        Tree.flagOrNull(own, "windowsOptions.hostProcess"),
                        Tree.flagOrNull(pod, "windowsOptions.hostProcess")),
                seLinux(Tree.has(own, "seLinuxOptions") ? own : pod));
    }

    private static SecurityContext.@Nullable SeLinux seLinux(JsonNode context) {
        return Tree.has(context, "seLinuxOptions")
                ? new SecurityContext.SeLinux(
                        Tree.text(context, "seLinuxOptions.user"),
                        Tree.text(context, "seLinuxOptions.role"),
                        Tree.text(context, "seLinuxOptions.type"),
                        Tree.text(context, "seLinuxOptions.level"))
                : null;
    }

    private record Seccomp(@Nullable String type, @Nullable String profile) {}

    private Seccomp seccomp(JsonNode own, String container) {
        if (Tree.has(own, "seccompProfile")) {
            return seccompField(own);
        }
        String annotation = annotations.get(SECCOMP_OF_CONTAINER + container);
        if (annotation != null) {
            return seccompAnnotation(annotation);
        }
        if (Tree.has(pod, "seccompProfile")) {
            return seccompField(pod);
        }
        annotation = annotations.get(SECCOMP_OF_POD);
        return annotation == null ? new Seccomp(null, null) : seccompAnnotation(annotation);
    }

    private static Seccomp seccompField(JsonNode context) {
        return new Seccomp(
                Tree.textOrNull(context, "seccompProfile.type"),
                Tree.textOrNull(context, "seccompProfile.localhostProfile"));
    }

    private static Seccomp seccompAnnotation(String value) {
        if (value.equals("runtime/default") || value.equals("docker/default")) {
            return new Seccomp("RuntimeDefault", null);
        }
        if (value.startsWith("localhost/")) {
            return new Seccomp("Localhost", value.substring("localhost/".length()));
        }
        return new Seccomp(value.equals("unconfined") ? "Unconfined" : value, null);
    }

    private @Nullable String appArmor(JsonNode own, String container) {
        if (Tree.has(own, "appArmorProfile")) {
            return appArmorField(own);
        }
        String annotation = annotations.get(APP_ARMOR_OF_CONTAINER + container);
        return annotation != null ? annotation : appArmorField(pod);
    }

    private static @Nullable String appArmorField(JsonNode context) {
        String type = Tree.textOrNull(context, "appArmorProfile.type");
        if (type == null) {
            return null;
        }
        return switch (type) {
            case "RuntimeDefault" -> "runtime/default";
            case "Unconfined" -> "unconfined";
            case "Localhost" -> "localhost/" + Tree.text(context, "appArmorProfile.localhostProfile");
            default -> type;
        };
    }

    private static List<String> capabilities(JsonNode own, String path) {
        return Tree.texts(own, path).stream()
                .map(name -> name.strip().toUpperCase(Locale.ROOT))
                .map(name -> name.startsWith("CAP_") ? name.substring("CAP_".length()) : name)
                .toList();
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first != null ? first : second;
    }
}
