package dev.breakwater.engine.policy.linked;

import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.model.Activity.ProcessRun;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import dev.breakwater.engine.policy.linked.Linked.OfEnv;
import dev.breakwater.engine.policy.linked.Linked.OfExposure;
import dev.breakwater.engine.policy.linked.Linked.OfFile;
import dev.breakwater.engine.policy.linked.Linked.OfFlow;
import dev.breakwater.engine.policy.linked.Linked.OfImageFile;
import dev.breakwater.engine.policy.linked.Linked.OfImageSecret;
import dev.breakwater.engine.policy.linked.Linked.OfInstruction;
import dev.breakwater.engine.policy.linked.Linked.OfMount;
import dev.breakwater.engine.policy.linked.Linked.OfObject;
import dev.breakwater.engine.policy.linked.Linked.OfPackage;
import dev.breakwater.engine.policy.linked.Linked.OfPort;
import dev.breakwater.engine.policy.linked.Linked.OfProcess;
import dev.breakwater.engine.policy.linked.Linked.OfRequest;
import dev.breakwater.engine.policy.linked.Linked.OfRoute;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;
import dev.breakwater.engine.policy.linked.Linked.Unseen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Lists the elements below an element. */
public final class LinkedObjects {

    private LinkedObjects() {}

    /**
     * The elements of {@code level} directly below {@code parent}; empty if it has none, one {@link Unseen} if nobody knows.
     *
     * @throws IllegalArgumentException if {@code level} is not directly below the parent's
     */
    public static List<? extends Linked> below(Linked parent, Level level) {
        return switch (parent) {
            case OfWorkload(Workload workload, Activity activity)
            when level == Level.CONTAINER ->
                workload.containers().stream()
                        .map(container -> new OfContainer(workload, container, activity))
                        .toList();
            case OfWorkload of when level == Level.EXPOSURE -> exposures(of.workload());
            case OfWorkload of
            when level == Level.FLOW -> seen(of.activity().flows(), "", "the connections of the workload", OfFlow::new);
            case OfWorkload of
            when level == Level.REQUEST ->
                seen(of.activity().requests(), "", "the requests that concern the workload", OfRequest::new);
            case OfContainer container when level == Level.PORT -> ports(container);
            case OfContainer container when level == Level.MOUNT -> mounts(container);
            case OfContainer container when level == Level.ENV -> variables(container);
            case OfContainer container
            when level == Level.PACKAGE ->
                found(
                        container,
                        ImageScan::packages,
                        ImageScan::incomplete,
                        installed -> new OfPackage(container, installed));
            case OfContainer container
            when level == Level.INSTRUCTION ->
                seen(
                        container.image().history(),
                        container.containerName(),
                        "image " + container.container().image().original(),
                        instruction -> new OfInstruction(container, instruction));
            case OfContainer container when level == Level.PROCESS -> processes(container);
            case OfProcess by
            when level == Level.FILE ->
                seen(
                        by.process().files(),
                        by.containerName(),
                        "the files of process " + by.process().name(),
                        access -> new OfFile(by, access));
            case OfPackage in when level == Level.VULNERABILITY -> vulnerabilities(in);
            case OfContainer container
            when level == Level.IMAGE_SECRET ->
                found(
                        container,
                        ImageScan::secrets,
                        ImageScan::secretsAndFilesUnknown,
                        secret -> new OfImageSecret(container, secret));
            case OfContainer container
            when level == Level.IMAGE_FILE ->
                found(
                        container,
                        ImageScan::files,
                        ImageScan::secretsAndFilesUnknown,
                        file -> new OfImageFile(container, file));
            case OfExposure to
            when level == Level.ROUTE ->
                to.exposure().routes().stream()
                        .map(route -> new OfRoute(to, route))
                        .toList();
            case OfObject of when level == Level.RULE -> ObjectParts.rules(of);
            case OfObject of when level == Level.SUBJECT -> ObjectParts.subjects(of);
            case Unseen unseen -> List.of(unseen);
            default -> throw new IllegalArgumentException(level + " is not below " + parent);
        };
    }

    static List<? extends Linked> vulnerabilities(OfPackage in) {
        Observed<List<Vulnerability>> all = in.installed().vulnerabilities();
        if (all instanceof Observed.Known<List<Vulnerability>>(List<Vulnerability> known)) {
            if (known.isEmpty()) {
                return List.of();
            }
            List<OfVulnerability> observed = new ArrayList<>(known.size());
            for (Vulnerability vulnerability : known) {
                if (vulnerability.isObserved()) {
                    observed.add(new OfVulnerability(in, vulnerability));
                }
            }
            return observed;
        }
        return seen(
                all,
                in.containerName(),
                "the vulnerabilities of " + in.installed().name() + " "
                        + in.installed().version(),
                vulnerability -> new OfVulnerability(in, vulnerability));
    }

    private static <T> List<? extends Linked> seen(
            Observed<List<T>> list, String container, String subject, Function<T, Linked> element) {
        return switch (list) {
            case Observed.Known<List<T>>(List<T> all) ->
                all.stream().map(element).toList();
            case Observed.Unknown<List<T>>(UnknownReason reason, String detail) ->
                List.of(new Unseen(container, subject, reason, detail));
        };
    }

    private static List<? extends Linked> processes(OfContainer in) {
        Observed<List<ProcessRun>> mine = in.activity()
                .processes()
                .map(all -> all.stream()
                        .filter(process -> process.container().equals(in.containerName()))
                        .toList());
        return seen(
                mine,
                in.containerName(),
                "the processes of container " + in.containerName(),
                process -> new OfProcess(in, process));
    }

    private static List<? extends Linked> exposures(Workload workload) {
        return switch (workload.exposures()) {
            case Observed.Known<List<Exposure>>(List<Exposure> exposures) ->
                exposures.stream()
                        .map(exposure -> new OfExposure(workload, exposure))
                        .toList();
            case Observed.Unknown<List<Exposure>>(UnknownReason reason, String detail) ->
                List.of(new Unseen("", "the exposure of the workload", reason, detail));
        };
    }

    private static List<OfPort> ports(OfContainer in) {
        var ports = in.container().ports();
        return IntStream.range(0, ports.size())
                .mapToObj(index -> new OfPort(in, index, ports.get(index)))
                .toList();
    }

    private static List<OfMount> mounts(OfContainer in) {
        List<VolumeMount> mounts = in.container().mounts();
        return IntStream.range(0, mounts.size())
                .mapToObj(index -> new OfMount(in, index, mounts.get(index), volume(in.workload(), mounts.get(index))))
                .toList();
    }

    private static Observed<Volume> volume(Workload workload, VolumeMount mount) {
        for (Volume volume : workload.spec().template().volumes()) {
            if (volume.name().equals(mount.volume())) {
                return Observed.known(volume);
            }
        }
        if (workload.spec().kindName().equals("StatefulSet")) {
            // A mount without a declared volume is valid only here: it is filled from a claim template.
            return Observed.known(new Volume(mount.volume(), "persistentVolumeClaim", mount.volume(), List.of()));
        }
        return Observed.unknown(UnknownReason.UNRESOLVED, "The pod declares no volume " + mount.volume() + ".");
    }

    private static List<OfEnv> variables(OfContainer in) {
        List<OfEnv> variables = new ArrayList<>();
        int single = 0;
        int whole = 0;
        for (EnvVar variable : in.container().env()) {
            boolean all = variable.name().endsWith("*");
            String path = all ? "envFrom[" + whole++ + "]" : "env[" + single++ + "]";
            variables.add(new OfEnv(in, in.path(path), variable));
        }
        return variables;
    }

    /** What a scan found; where it could not read everything, there may be more. */
    private static <T> List<? extends Linked> found(
            OfContainer in,
            Function<ImageScan, List<T>> part,
            Function<ImageScan, String> unknown,
            Function<T, Linked> element) {
        String image = "image " + in.container().image().original();
        return switch (in.image().scan()) {
            case Observed.Known<ImageScan>(ImageScan scan) -> {
                List<Linked> found = new ArrayList<>();
                part.apply(scan).forEach(one -> found.add(element.apply(one)));
                String why = unknown.apply(scan);
                if (!why.isEmpty()) {
                    found.add(new Unseen(in.containerName(), image, UnknownReason.UNRESOLVED, why));
                }
                yield found;
            }
            case Observed.Unknown<ImageScan>(UnknownReason reason, String detail) ->
                List.of(new Unseen(in.containerName(), image, reason, detail));
        };
    }
}
