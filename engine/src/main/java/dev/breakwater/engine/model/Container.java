package dev.breakwater.engine.model;

import java.util.List;

/**
 * A container of a pod template.
 *
 * @param path where it stands in the object, such as {@code spec.template.spec.containers[0]}
 * @param type regular, init or ephemeral
 * @param restartsAlways an init container that keeps running beside the others (a sidecar)
 * @param pullPolicy {@code Always}, {@code IfNotPresent} or {@code Never}; empty where a sensor of an older release sent it
 */
public record Container(
        String path,
        String name,
        Type type,
        boolean restartsAlways,
        ImageName image,
        List<Text> command,
        List<Text> args,
        List<EnvVar> env,
        List<Port> ports,
        Resources resources,
        SecurityContext security,
        Probes probes,
        List<VolumeMount> mounts,
        String pullPolicy) {

    /** One whose pull policy was not told. */
    public Container(
            String path,
            String name,
            Type type,
            boolean restartsAlways,
            ImageName image,
            List<Text> command,
            List<Text> args,
            List<EnvVar> env,
            List<Port> ports,
            Resources resources,
            SecurityContext security,
            Probes probes,
            List<VolumeMount> mounts) {
        this(
                path,
                name,
                type,
                restartsAlways,
                image,
                command,
                args,
                env,
                ports,
                resources,
                security,
                probes,
                mounts,
                "");
    }

    /** Which list of the pod it stands in. */
    public enum Type {
        REGULAR,
        INIT,
        EPHEMERAL
    }

    /**
     * A declared port.
     *
     * @param hostPort the port on the node, 0 = none
     * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
     */
    public record Port(String name, int containerPort, int hostPort, String protocol) {}

    /** Which probes are defined. */
    public record Probes(boolean liveness, boolean readiness, boolean startup) {}

    public Container {
        command = List.copyOf(command);
        args = List.copyOf(args);
        env = List.copyOf(env);
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
    }
}
