package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.model.Digest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Reads changes from their ids. A new change is one line here. */
public final class ChangeIds {

    private static final int LONGEST = 1000;

    /** How a change is read: what its arguments are called, and how it is made from them. */
    private record Form(List<String> arguments, Function<Arguments, Change> read) {}

    private static final Map<String, Form> FORMS = new TreeMap<>();

    static {
        form("set-privileged", a -> new SecurityChange.SetPrivileged(a.text(0), a.flag(1)), "container", "privileged");
        form("drop-all-capabilities", a -> new SecurityChange.DropAllCapabilities(a.text(0)), "container");
        form("remove-capability", a -> new SecurityChange.RemoveCapability(a.text(0), a.text(1)), "container", "name");
        form("read-only-root-filesystem", a -> new SecurityChange.ReadOnlyRootFilesystem(a.text(0)), "container");
        form("forbid-privilege-escalation", a -> new SecurityChange.ForbidPrivilegeEscalation(a.text(0)), "container");
        form("run-as-non-root", a -> new SecurityChange.RunAsNonRoot(a.text(0)), "container");
        form("set-seccomp-runtime-default", a -> new SecurityChange.SetSeccompRuntimeDefault(a.text(0)), "container");
        form("set-apparmor-runtime-default", a -> new SecurityChange.SetAppArmorRuntimeDefault(a.text(0)), "container");
        form("mask-proc", a -> new SecurityChange.MaskProc(a.text(0)), "container");
        form("set-limits", ChangeIds::limits, "container", "cpu", "memory");
        form("add-probes", a -> new ContainerChange.AddProbes(a.text(0)), "container");
        form("pin-digest", a -> new ContainerChange.PinDigest(a.text(0), a.digest(1)), "container", "digest");
        form("remove-host-port", a -> new ContainerChange.RemoveHostPort(a.text(0), a.port(1)), "container", "port");
        form(
                "remove-environment-variable",
                a -> new ContainerChange.RemoveEnvironmentVariable(a.text(0), a.text(1)),
                "container",
                "name");
        form(
                "leave-host-namespace",
                a -> new PodChange.LeaveHostNamespace(a.oneOf(0, PodChange.HostNamespace.class)),
                "namespace");
        form("remove-volume", a -> new PodChange.RemoveVolume(a.text(0)), "volume");
        form("mount-read-only", a -> new PodChange.MountReadOnly(a.text(0)), "volume");
        form("unmount-token", a -> new PodChange.UnmountToken());
        form("separate-processes", a -> new PodChange.SeparateProcesses());
        form("set-label", a -> new PodChange.SetLabel(a.text(0), a.text(1)), "key", "value");
        form("set-annotation", a -> new PodChange.SetAnnotation(a.text(0), a.text(1)), "key", "value");
        form("set-replicas", a -> new PodChange.SetReplicas((int) a.number(0, 0, 1_000_000)), "replicas");
        form("narrow-service", a -> new SurroundingsChange.NarrowService(a.text(0)), "service");
        form("remove-service", a -> new SurroundingsChange.RemoveService(a.text(0)), "service");
        form(
                "remove-ingress-backend",
                a -> new SurroundingsChange.RemoveIngressBackend(a.text(0), a.text(1)),
                "ingress",
                "service");
        form(
                "add-network-policy",
                a -> new SurroundingsChange.AddNetworkPolicy(a.oneOf(0, SurroundingsChange.Direction.class)),
                "direction");
        form("remove-binding", a -> new SurroundingsChange.RemoveBinding(a.text(0), a.text(1)), "kind", "name");
        form("use-service-account", a -> new SurroundingsChange.UseServiceAccount(a.text(0)), "account");
        form("fix-vulnerability", a -> new ImageChange.FixVulnerability(a.text(0)), "vulnerability");
        form("remove-package", a -> new ImageChange.RemovePackage(a.text(0)), "name");
        form("slim-image", a -> new ImageChange.SlimImage(a.text(0)), "container");
        form("rebuild-image", a -> new ImageChange.RebuildImage(a.text(0)), "container");
        form("resolve-violation", a -> new ResolveViolation(a.uuid(0), a.text(1)), "policy", "name");
    }

    private ChangeIds() {}

    /** The types of change that can be read. */
    public static List<String> types() {
        return List.copyOf(FORMS.keySet());
    }

    /**
     * The change of an id.
     *
     * @throws ChangeRejected if there is no such type, or an argument is missing or not readable
     */
    public static Change parse(String id) {
        if (id.length() > LONGEST) {
            throw new ChangeRejected("change", id, "must not be longer than " + LONGEST + " characters");
        }
        String[] parts = id.split("/", -1);
        Form form = FORMS.get(parts[0]);
        if (form == null) {
            throw new ChangeRejected("change", parts[0], "must be one of " + String.join(", ", FORMS.keySet()));
        }
        if (parts.length - 1 != form.arguments.size()) {
            String shape =
                    parts[0] + form.arguments.stream().map(a -> "/{" + a + "}").reduce("", String::concat);
            throw new ChangeRejected("change", id, "must have the form " + shape);
        }
        return form.read.apply(new Arguments(
                form.arguments,
                Arrays.stream(parts).skip(1).map(p -> decoded(id, p)).toList()));
    }

    private static void form(String type, Function<Arguments, Change> read, String... arguments) {
        FORMS.put(type, new Form(List.of(arguments), read));
    }

    private static Change limits(Arguments a) {
        return new ContainerChange.SetLimits(a.text(0), a.decimal(1, 0.001, 10_000), a.number(2, 1, 1L << 50));
    }

    private static String decoded(String id, String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ChangeRejected("change", id, "must be percent-encoded");
        }
    }

    /** The arguments of one id, each read as what it should be. */
    private record Arguments(List<String> names, List<String> values) {

        String text(int index) {
            return values.get(index);
        }

        boolean flag(int index) {
            return switch (text(index)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw rejected(index, "must be true or false");
            };
        }

        long number(int index, long least, long most) {
            return (long) decimal(index, least, most);
        }

        int port(int index) {
            return (int) number(index, 1, 65535);
        }

        double decimal(int index, double least, double most) {
            String allowed = "must be a number from " + least + " to " + most;
            try {
                double value = Double.parseDouble(text(index));
                if (value >= least && value <= most) {
                    return value;
                }
                throw rejected(index, allowed);
            } catch (NumberFormatException e) {
                throw rejected(index, allowed);
            }
        }

        Digest digest(int index) {
            return Digest.parse(text(index)).orElseThrow(() -> rejected(index, "must be a digest such as sha256:…"));
        }

        UUID uuid(int index) {
            try {
                return UUID.fromString(text(index));
            } catch (IllegalArgumentException e) {
                throw rejected(index, "must be a UUID");
            }
        }

        <E extends Enum<E>> E oneOf(int index, Class<E> type) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(e -> e.name().equals(text(index)))
                    .findFirst()
                    .orElseThrow(() -> rejected(index, "must be one of " + Arrays.toString(type.getEnumConstants())));
        }

        private ChangeRejected rejected(int index, String allowed) {
            return new ChangeRejected(names.get(index), text(index), allowed);
        }
    }
}
