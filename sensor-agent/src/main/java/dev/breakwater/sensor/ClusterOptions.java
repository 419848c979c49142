package dev.breakwater.sensor;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of one cluster; the whole group may be repeated to stream several clusters from one process. */
final class ClusterOptions {

    @Option(
            names = "--cluster",
            required = true,
            paramLabel = "NAME",
            description = "Name of the cluster, as it was added in central.")
    String cluster = "";

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "Enrolment token (bwe_…), needed once. Other users of the machine can see a command line:"
                            + " prefer --token-file, or the environment variable BREAKWATER_ENROLMENT_TOKEN for a single cluster.")
    @Nullable
    String token;

    @Option(names = "--token-file", paramLabel = "FILE", description = "File that holds the enrolment token.")
    @Nullable
    Path tokenFile;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Folder for key and certificate, made with mode 0700. Default: breakwater-sensor/NAME.")
    @Nullable
    Path state;

    @Option(
            names = "--manifests",
            paramLabel = "DIR",
            description =
                    "Stream this folder of YAML and JSON manifests instead of a live cluster. Repeatable; where two"
                            + " folders hold the same object, the later one counts.")
    private @Nullable List<Path> manifests;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Watch the live cluster of this kubeconfig. Without it and --manifests: the cluster that the"
                    + " sensor runs in.")
    @Nullable
    Path kubeconfig;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "Context of the kubeconfig. Default: its current one.")
    @Nullable
    String context;

    @Option(
            names = "--scan-images",
            description = "Look into images of registries that central cannot reach, when central asks for it.")
    boolean scanImages;

    @Option(
            names = "--pull-secrets",
            paramLabel = "PATH",
            description =
                    "With --scan-images: a file in the form of Docker's config.json (.dockerconfigjson), or a folder of"
                            + " mounted pull secrets. Repeatable; no other secret is used.")
    @Nullable
    List<Path> pullSecrets;

    @Option(
            names = "--scan-plain-http",
            paramLabel = "HOST",
            description = "With --scan-images: a registry that may be spoken to by http. Repeatable.")
    @Nullable
    List<String> plainHttp;

    @Option(
            names = "--scan-trusted",
            paramLabel = "FILE",
            description =
                    "With --scan-images: certificates (PEM) of registries to trust besides those of the Java runtime.")
    @Nullable
    Path trusted;

    @Option(
            names = "--allow-node-actions",
            paramLabel = "ACTION",
            split = ",",
            description =
                    "What central may order to be done to nodes: cordon, uncordon, drain; by default nothing. Whatever central"
                            + " orders, this and the node itself are looked at again before anything is done.")
    @Nullable
    List<String> nodeActions;

    @Option(
            names = "--allow-control-plane",
            description = "With --allow-node-actions: nodes of the control plane, too.")
    boolean controlPlane;

    /** Starts as null: an initial list would be one list, shared by all repetitions of this group. */
    List<Path> manifests() {
        return manifests == null ? List.of() : manifests;
    }
}
