package dev.breakwater.sensor;

import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import dev.breakwater.scanner.MachineCodec;
import dev.breakwater.scanner.registry.TrustedCertificates;
import dev.breakwater.sensor.node.CentralApi;
import dev.breakwater.sensor.node.MachineLook;
import dev.breakwater.sensor.node.NodeAgent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --node}: looks at a machine instead of a cluster. */
@Command(
        name = "sensor-agent --node",
        mixinStandardHelpOptions = true,
        versionProvider = SensorVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Looks at the machine that it runs on, or at one whose root is mounted here, and writes what it finds:"
                        + " processes, files with owner and mode, configuration, kernel parameters, accounts, packages."
                        + " It reads only. Values of secrets, private keys and hashes of passwords stay here.",
        footer = {"", "Exit codes: 0 done, 2 the command line is wrong, 3 it could not be done."})
final class NodeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--node", required = true, description = "Look at a machine.")
    private boolean node;

    @Option(
            names = "--once",
            description = "Look once, and end. Without it, look again and again and bring the evidence to --url.")
    private boolean once;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "With --once: where to write the evidence (JSON), readable by its owner only; replaced whole.")
    private @Nullable Path output;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = "/",
            description = "The machine's root folder (default: ${DEFAULT-VALUE}).")
    private Path root = Path.of("/");

    @Option(
            names = "--node-name",
            paramLabel = "NAME",
            defaultValue = "${env:NODE_NAME:-}",
            description =
                    "The node's name in its cluster. Default: the environment variable NODE_NAME, else what the machine"
                            + " calls itself.")
    private String name = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Central's address, such as https://breakwater.example.com, to bring the evidence to.")
    private @Nullable URI url;

    @Option(names = "--cluster", paramLabel = "NAME", description = "With --url: the cluster that the node is of.")
    private String cluster = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "With --url: a file that holds an API token of the role node. It is read anew each time.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--interval",
            paramLabel = "MINUTES",
            defaultValue = "360",
            description = "Minutes between two looks, up to a tenth more or less (default: ${DEFAULT-VALUE}).")
    private int interval;

    @Option(
            names = "--ask",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "Seconds between two questions to central whether a look is wanted before the next is due, up to a"
                            + " tenth more or less; 0 = it is not asked (default: ${DEFAULT-VALUE}).")
    private int ask;

    @Option(
            names = "--trusted",
            paramLabel = "FILE",
            description = "With --url: certificates (PEM) to trust besides those of the Java runtime.")
    private @Nullable Path trusted;

    @Option(
            names = "--plain-http",
            description = "With --url: allow an address without TLS, which shows the token to whoever listens.")
    private boolean plainHttp;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check(Files.isDirectory(root), "--root '" + root + "' is not a folder");
        check(interval >= 1, "--interval '" + interval + "' is not a number of minutes, 1 or more");
        check(ask == 0 || ask >= 10, "--ask '" + ask + "' is not a number of seconds, 10 or more, or 0");
        check(once || url != null, "without --once, --url is needed: where the evidence is brought to");
        check(!once || url != null || output != null, "--once needs --output, --url or both");
        check(once || output == null, "--output is for --once");
        MachineLook look = look(root);
        if (!once) {
            String node = name.isEmpty() ? look.look("").machine().hostname() : name;
            new NodeAgent(
                            look,
                            central(),
                            node,
                            new NodeAgent.Rhythm(Duration.ofMinutes(interval), Duration.ofSeconds(ask)),
                            new SecureRandom(),
                            Thread::sleep)
                    .run();
            return 0;
        }
        CentralApi central = url == null ? null : central();
        MachineEvidence evidence = look.look(name);
        byte[] json = MachineCodec.write(evidence);
        if (output != null) {
            write(json, output);
        }
        if (central != null) {
            central.send(json, evidence.machine().hostname());
        }
        spec.commandLine().getOut().println(summary(evidence));
        return 0;
    }

    private void check(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private CentralApi central() {
        URI address = url == null ? URI.create("") : url;
        String scheme = String.valueOf(address.getScheme());
        check(
                address.getHost() != null && (scheme.equals("https") || scheme.equals("http")),
                "--url '" + address + "' is not an address, such as https://breakwater.example.com");
        check(scheme.equals("https") || plainHttp, "--url '" + address + "' is without TLS; allowed with --plain-http");
        check(!cluster.isBlank(), "--url needs --cluster: the cluster that the node is of");
        check(tokenFile != null && Files.isReadable(tokenFile), "--url needs --token-file, a file that can be read");
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NEVER);
        if (trusted != null) {
            try {
                client.sslContext(TrustedCertificates.withDefaults(Files.readString(trusted)));
            } catch (IOException e) {
                check(false, "--trusted '" + trusted + "' cannot be used: " + e.getMessage());
            }
        }
        return new CentralApi(address, tokenFile == null ? Path.of("") : tokenFile, cluster, client.build());
    }

    static MachineLook look(Path root) {
        byte[] key = new byte[KeyedHash.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new MachineLook(
                root, new RedactingGuard(new KeyedHash(key)), SensorVersion.text(), InstantSource.system());
    }

    private static void write(byte[] json, Path output) throws IOException {
        Path target = output.toAbsolutePath();
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(partial, json);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String summary(MachineEvidence evidence) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "machine %s: %d processes, %d files, %d kernel parameters, %d units, %d accounts, %d packages",
                evidence.machine().hostname(),
                evidence.processes().size(),
                evidence.files().size(),
                evidence.kernelParameters().size(),
                evidence.units().size(),
                evidence.accounts().size(),
                evidence.packages().size()));
        if (!evidence.unread().isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n  could not be read (%d):",
                    evidence.unread().size()));
            evidence.unread().stream()
                    .limit(20)
                    .forEach(one -> text.append(String.format("%n    %s: %s", one.what(), one.reason())));
            if (evidence.unread().size() > 20) {
                text.append(String.format(
                        Locale.ROOT, "%n    and %d more", evidence.unread().size() - 20));
            }
        }
        return text.toString();
    }
}
