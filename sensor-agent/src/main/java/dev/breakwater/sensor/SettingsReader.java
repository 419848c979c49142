package dev.breakwater.sensor;

import dev.breakwater.engine.model.NodeAction;
import dev.breakwater.sensor.action.NodeRules;
import dev.breakwater.sensor.link.EnrolmentToken;
import dev.breakwater.sensor.scan.ScanningSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the options of all clusters before anything starts; an error names the option, the value and what is allowed. */
final class SettingsReader {

    static final String TOKEN_VARIABLE = "BREAKWATER_ENROLMENT_TOKEN";

    private static final List<String> IN_CLUSTER =
            List.of("KUBERNETES_SERVICE_HOST", "KUBERNETES_MASTER", "KUBECONFIG");
    private static final Path STATE = Path.of("breakwater-sensor");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}");
    private static final long MOST_TOKEN_BYTES = 4_096;

    private final Map<String, String> environment;

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The settings.
     *
     * @throws IllegalArgumentException if an option is wrong
     */
    List<ClusterSettings> read(List<ClusterOptions> options) {
        List<ClusterSettings> settings = new ArrayList<>();
        Set<Path> states = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (ClusterOptions cluster : options) {
            ClusterSettings one = read(cluster, options.size() == 1);
            require(names.add(one.cluster()), "--cluster '" + one.cluster() + "' is given twice; each cluster once");
            require(
                    states.add(one.state().toAbsolutePath().normalize()),
                    "--state '" + one.state() + "' is given to two clusters; each needs a folder of its own");
            settings.add(one);
        }
        return settings;
    }

    private ClusterSettings read(ClusterOptions options, boolean single) {
        require(
                NAME.matcher(options.cluster).matches(),
                "--cluster '" + options.cluster
                        + "' is not a name: 1 to 100 letters, digits, spaces, '.', '_' and '-'");
        Path state = options.state == null ? STATE.resolve(options.cluster) : options.state;
        return new ClusterSettings(
                options.cluster, token(options, single), state, origin(options), scanning(options), nodes(options));
    }

    private static @Nullable ScanningSettings scanning(ClusterOptions options) {
        List<Path> secrets = options.pullSecrets == null ? List.of() : options.pullSecrets;
        List<String> plain = options.plainHttp == null ? List.of() : options.plainHttp;
        if (!options.scanImages) {
            require(
                    secrets.isEmpty() && plain.isEmpty() && options.trusted == null,
                    "--pull-secrets, --scan-plain-http and --scan-trusted of cluster '" + options.cluster
                            + "' need --scan-images");
            return null;
        }
        for (Path secret : secrets) {
            require(Files.isReadable(secret), "--pull-secrets '" + secret + "' is not a readable file or folder");
        }
        require(
                options.trusted == null || Files.isReadable(options.trusted),
                "--scan-trusted '" + options.trusted + "' is not a readable file");
        return new ScanningSettings(secrets, Set.copyOf(plain), options.trusted);
    }

    private static NodeRules nodes(ClusterOptions options) {
        List<String> words = options.nodeActions == null ? List.of() : options.nodeActions;
        require(
                !options.controlPlane || !words.isEmpty(),
                "--allow-control-plane of cluster '" + options.cluster + "' needs --allow-node-actions");
        Set<NodeAction> allowed = EnumSet.noneOf(NodeAction.class);
        for (String word : words) {
            NodeAction action = NodeAction.of(word.strip())
                    .filter(NodeAction.OF_SENSORS::contains)
                    .orElseThrow(() -> new IllegalArgumentException("--allow-node-actions '" + word
                            + "' is not known; allowed: "
                            + NodeAction.OF_SENSORS.stream()
                                    .map(NodeAction::word)
                                    .collect(Collectors.joining(", "))));
            allowed.add(action);
        }
        return new NodeRules(allowed, options.controlPlane);
    }

    private @Nullable EnrolmentToken token(ClusterOptions options, boolean single) {
        require(
                options.token == null || options.tokenFile == null,
                "--token and --token-file are both given for cluster '" + options.cluster + "'; give one");
        if (options.token != null) {
            return parse("--token", options.token);
        }
        if (options.tokenFile != null) {
            return parse("--token-file '" + options.tokenFile + "'", tokenIn(options.tokenFile));
        }
        String variable = environment.getOrDefault(TOKEN_VARIABLE, "");
        return single && !variable.isBlank() ? parse(TOKEN_VARIABLE, variable) : null;
    }

    private static String tokenIn(Path file) {
        try {
            require(
                    Files.size(file) <= MOST_TOKEN_BYTES,
                    "--token-file '" + file + "' has more than " + MOST_TOKEN_BYTES
                            + " bytes; it should hold the token only");
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("--token-file '" + file + "' cannot be read", e);
        }
    }

    private static EnrolmentToken parse(String option, String text) {
        try {
            return EnrolmentToken.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " holds no enrolment token: " + e.getMessage(), e);
        }
    }

    private ClusterSettings.Origin origin(ClusterOptions options) {
        if (options.manifests().isEmpty()) {
            require(
                    options.kubeconfig != null || hasClusterOfItsOwn(),
                    "nothing to read for cluster '" + options.cluster + "': give --manifests DIR or --kubeconfig FILE;"
                            + " without them the sensor watches the cluster that it runs in, and it runs in none");
            require(
                    options.kubeconfig == null || Files.isReadable(options.kubeconfig),
                    "--kubeconfig '" + options.kubeconfig + "' is not a readable file");
            return new ClusterSettings.Api(options.kubeconfig, options.context);
        }
        require(
                options.kubeconfig == null && options.context == null,
                "--manifests and --kubeconfig are both given for cluster '" + options.cluster + "'; give one");
        for (Path folder : options.manifests()) {
            require(Files.isDirectory(folder), "--manifests '" + folder + "' is not a folder");
        }
        return new ClusterSettings.Folders(options.manifests());
    }

    /** Whether the client finds a cluster without being told: the one around it, or the one that kubectl would use. */
    private boolean hasClusterOfItsOwn() {
        Path standard = Path.of(environment.getOrDefault("HOME", ""), ".kube", "config");
        return IN_CLUSTER.stream().anyMatch(environment::containsKey) || Files.isReadable(standard);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
