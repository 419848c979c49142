package dev.breakwater.sensor;

import dev.breakwater.sensor.link.CentralAddress;
import dev.breakwater.sensor.link.OutboundProxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "sensor-agent",
        mixinStandardHelpOptions = true,
        versionProvider = SensorVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Streams what runs in a cluster, or what a folder of manifests describes, to Breakwater central."
                + " Values of secrets stay here.",
        footer = {
            "",
            "Several clusters from one process: repeat --cluster with its options, each with a --state of its own:",
            "  sensor-agent --central central:9443 \\",
            "    --cluster a --manifests a/ --token-file a.token \\",
            "    --cluster b --manifests b/ --token-file b.token",
            "",
            "With --node it looks at a machine instead of a cluster; see sensor-agent --node --help.",
            "",
            "HTTPS_PROXY=http://[USER:PASSWORD@]HOST[:PORT] in the environment names an HTTP proxy on the way to central",
            "(CONNECT); NO_PROXY excepts names. Both hold for the Kubernetes API too.",
            "",
            "Exit codes: 0 done, 2 the command line is wrong, 3 it could not be done."
        })
final class SensorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--central",
            required = true,
            paramLabel = "HOST:PORT",
            description = "The link port of central, by a name that its certificate holds.")
    private String central = "";

    @Option(names = "--once", description = "Send everything, wait until central has it, print what was seen, and end.")
    private boolean once;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "With --once: give up after so many seconds (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--health-port",
            paramLabel = "PORT",
            description = "Answer /livez, /readyz and /metrics (Prometheus) on this port. Default: no port is opened.")
    private @Nullable Integer healthPort;

    @Option(
            names = "--strict",
            description = "With --once: end with 3 if something could not be read. Without it, that is printed only.")
    private boolean strict;

    @ArgGroup(exclusive = false, multiplicity = "1..*", heading = "%nFor each cluster:%n")
    private List<ClusterOptions> clusters = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        CentralAddress address;
        @Nullable OutboundProxy proxy;
        List<ClusterSettings> settings;
        try {
            address = address();
            proxy = OutboundProxy.of(System.getenv(), address);
            settings = new SettingsReader(System.getenv()).read(clusters);
            if (healthPort != null && (healthPort < 0 || healthPort > 65_535)) {
                throw new IllegalArgumentException("--health-port '" + healthPort + "' is not a port, 0 to 65535");
            }
            if (strict && !once) {
                throw new IllegalArgumentException("--strict is for --once; without it there is no end to tell by");
            }
            if (timeout < 1) {
                throw new IllegalArgumentException("--timeout '" + timeout + "' is not a number of seconds, 1 or more");
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        try (Sensor sensor = Sensor.start(address, proxy, settings, InstantSource.system());
                @SuppressWarnings("try") // opened for those who ask it
                        HealthServer health = healthPort == null ? null : HealthServer.start(healthPort, sensor)) {
            return once
                    ? new SingleRun(
                                    sensor,
                                    strict,
                                    spec.commandLine().getOut(),
                                    spec.commandLine().getErr())
                            .await(Duration.ofSeconds(timeout))
                    : sensor.awaitEnd();
        }
    }

    private CentralAddress address() {
        try {
            return CentralAddress.parse(central);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--central " + e.getMessage(), e);
        }
    }
}
