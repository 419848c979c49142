package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Resources;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.VolumeMount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes one container of a pod template. */
final class ContainerWriter {

    private static final long MEBIBYTE = 1L << 20;
    private static final int FINEST_CPU = 9;

    private ContainerWriter() {}

    static void write(ObjectNode node, Container container) {
        node.put("name", container.name());
        node.put("image", container.image().original());
        pullPolicy(node, container);
        if (container.restartsAlways()) {
            node.put("restartPolicy", "Always");
        }
        words(node, "command", container.command());
        words(node, "args", container.args());
        environment(node, container.env());
        ports(node, container.ports());
        resources(node, container.resources());
        security(node.putObject("securityContext"), container.security());
        ManifestWriter.dropIfEmpty(node, "securityContext");
        probe(node, "livenessProbe", container.probes().liveness());
        probe(node, "readinessProbe", container.probes().readiness());
        probe(node, "startupProbe", container.probes().startup());
        mounts(node, container.mounts());
    }

    /** Only where it says another thing than Kubernetes would by itself. */
    private static void pullPolicy(ObjectNode node, Container container) {
        boolean latest =
                !container.image().isPinned() && container.image().tag().equals("latest");
        String policy = container.pullPolicy();
        if (!policy.isEmpty() && !policy.equals(latest ? "Always" : "IfNotPresent")) {
            node.put("imagePullPolicy", policy);
        }
    }

    private static void words(ObjectNode node, String field, List<Text> words) {
        if (!words.isEmpty()) {
            ArrayNode array = node.putArray(field);
            words.forEach(word -> array.add(word.shown()));
        }
    }

    private static void environment(ObjectNode node, List<EnvVar> variables) {
        for (EnvVar variable : variables) {
            boolean whole = variable.name().endsWith("*") && variable.value() == null;
            ArrayNode array = node.withArray(whole ? "envFrom" : "env");
            if (whole) {
                wholeSource(array.addObject(), variable);
            } else {
                variable(array.addObject(), variable);
            }
        }
    }

    private static void wholeSource(ObjectNode node, EnvVar variable) {
        PodSpecWriter.text(
                node, "prefix", variable.name().substring(0, variable.name().length() - 1));
        switch (variable.source()) {
            case SECRET_KEY -> node.putObject("secretRef").put("name", variable.reference());
            case CONFIG_MAP_KEY -> node.putObject("configMapRef").put("name", variable.reference());
            case RAW, FIELD, RESOURCE_FIELD, UNKNOWN -> {
                // Of a kind that is not known.
            }
        }
    }

    private static void variable(ObjectNode node, EnvVar variable) {
        node.put("name", variable.name());
        Text value = variable.value();
        if (variable.source() == EnvVar.Source.RAW) {
            node.put("value", value == null ? "" : value.shown());
            return;
        }
        ObjectNode from = node.putObject("valueFrom");
        switch (variable.source()) {
            case SECRET_KEY -> reference(from.putObject("secretKeyRef"), variable);
            case CONFIG_MAP_KEY -> reference(from.putObject("configMapKeyRef"), variable);
            case FIELD -> from.putObject("fieldRef").put("fieldPath", variable.reference());
            case RESOURCE_FIELD -> from.putObject("resourceFieldRef").put("resource", variable.reference());
            case RAW, UNKNOWN -> {
                // Of a kind that is not known.
            }
        }
    }

    private static void reference(ObjectNode node, EnvVar variable) {
        node.put("name", variable.reference());
        node.put("key", variable.key());
    }

    private static void ports(ObjectNode node, List<Container.Port> ports) {
        if (ports.isEmpty()) {
            return;
        }
        ArrayNode array = node.putArray("ports");
        for (Container.Port port : ports) {
            ObjectNode one = array.addObject();
            PodSpecWriter.text(one, "name", port.name());
            one.put("containerPort", port.containerPort());
            if (port.hostPort() != 0) {
                one.put("hostPort", port.hostPort());
            }
            if (!port.protocol().equals("TCP")) {
                one.put("protocol", port.protocol());
            }
        }
    }

    private static void resources(ObjectNode node, Resources resources) {
        ObjectNode object = node.putObject("resources");
        amounts(object, "requests", resources.cpuRequest(), resources.memoryRequest());
        amounts(object, "limits", resources.cpuLimit(), resources.memoryLimit());
        ManifestWriter.dropIfEmpty(node, "resources");
    }

    private static void amounts(ObjectNode node, String field, @Nullable Double cpu, @Nullable Long memory) {
        ObjectNode object = node.putObject(field);
        if (cpu != null) {
            object.put("cpu", cores(cpu));
        }
        if (memory != null) {
            object.put("memory", memory != 0 && memory % MEBIBYTE == 0 ? memory / MEBIBYTE + "Mi" : memory.toString());
        }
        ManifestWriter.dropIfEmpty(node, field);
    }

    private static String cores(double cpu) {
        double milli = cpu * 1000;
        return milli == Math.rint(milli) && milli % 1000 != 0 && milli < 1_000_000
                ? (long) milli + "m"
                : BigDecimal.valueOf(cpu)
                        .setScale(FINEST_CPU, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static void security(ObjectNode node, SecurityContext security) {
        PodSpecWriter.flag(node, "privileged", security.privileged());
        number(node, "runAsUser", security.runAsUser());
        number(node, "runAsGroup", security.runAsGroup());
        flag(node, "runAsNonRoot", security.runAsNonRoot());
        flag(node, "readOnlyRootFilesystem", security.readOnlyRootFilesystem());
        flag(node, "allowPrivilegeEscalation", security.allowPrivilegeEscalation());
        ObjectNode capabilities = node.putObject("capabilities");
        names(capabilities, "add", security.capabilitiesAdd());
        names(capabilities, "drop", security.capabilitiesDrop());
        ManifestWriter.dropIfEmpty(node, "capabilities");
        if (security.seccompType() != null) {
            ObjectNode seccomp = node.putObject("seccompProfile");
            seccomp.put("type", security.seccompType());
            if (security.seccompLocalhostProfile() != null) {
                seccomp.put("localhostProfile", security.seccompLocalhostProfile());
            }
        }
        if (security.appArmorProfile() != null) {
            appArmor(node.putObject("appArmorProfile"), security.appArmorProfile());
        }
        if (security.procMount() != null) {
            node.put("procMount", security.procMount());
        }
        if (security.hostProcess() != null) {
            node.putObject("windowsOptions").put("hostProcess", security.hostProcess());
        }
        if (security.seLinux() != null) {
            seLinux(node.putObject("seLinuxOptions"), security.seLinux());
        }
    }

    private static void seLinux(ObjectNode node, SecurityContext.SeLinux labels) {
        PodSpecWriter.text(node, "user", labels.user());
        PodSpecWriter.text(node, "role", labels.role());
        PodSpecWriter.text(node, "type", labels.type());
        PodSpecWriter.text(node, "level", labels.level());
    }

    private static void appArmor(ObjectNode node, String profile) {
        switch (profile) {
            case "runtime/default" -> node.put("type", "RuntimeDefault");
            case "unconfined" -> node.put("type", "Unconfined");
            default -> {
                boolean local = profile.startsWith("localhost/");
                node.put("type", local ? "Localhost" : profile);
                if (local) {
                    node.put("localhostProfile", profile.substring("localhost/".length()));
                }
            }
        }
    }

    private static void names(ObjectNode node, String field, List<String> names) {
        if (!names.isEmpty()) {
            ArrayNode array = node.putArray(field);
            names.forEach(array::add);
        }
    }

    private static void number(ObjectNode node, String field, @Nullable Long number) {
        if (number != null) {
            node.put(field, number);
        }
    }

    private static void flag(ObjectNode node, String field, @Nullable Boolean flag) {
        if (flag != null) {
            node.put(field, flag);
        }
    }

    /** That there is one is all that is known of it. */
    private static void probe(ObjectNode node, String field, boolean defined) {
        if (defined) {
            node.putObject(field);
        }
    }

    private static void mounts(ObjectNode node, List<VolumeMount> mounts) {
        if (mounts.isEmpty()) {
            return;
        }
        ArrayNode array = node.putArray("volumeMounts");
        for (VolumeMount mount : mounts) {
            ObjectNode one = array.addObject();
            one.put("name", mount.volume());
            one.put("mountPath", mount.path());
            PodSpecWriter.text(one, "subPath", mount.subPath());
            PodSpecWriter.flag(one, "readOnly", mount.readOnly());
            switch (mount.propagation()) {
                case "HOSTTOCONTAINER" -> one.put("mountPropagation", "HostToContainer");
                case "BIDIRECTIONAL" -> one.put("mountPropagation", "Bidirectional");
                case "NONE" -> {
                    // The default.
                }
                default -> one.put("mountPropagation", mount.propagation());
            }
        }
    }
}
