package dev.breakwater.sensor;

import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import dev.breakwater.scanner.MachineCodec;
import dev.breakwater.sensor.node.MachineLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
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

    @Option(names = "--once", required = true, description = "Look once, write the file, and end.")
    private boolean once;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "Where to write the evidence (JSON), readable by its owner only; replaced whole.")
    private Path output = Path.of("evidence.json");

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = "/",
            description = "The machine's root folder (default: ${DEFAULT-VALUE}).")
    private Path root = Path.of("/");

    @Option(
            names = "--node-name",
            paramLabel = "NAME",
            description = "The node's name in its cluster. Default: what the machine calls itself.")
    private @Nullable String name;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(root)) {
            throw new ParameterException(spec.commandLine(), "--root '" + root + "' is not a folder");
        }
        MachineEvidence evidence = look(root).look(name == null ? "" : name);
        write(MachineCodec.write(evidence), output);
        spec.commandLine().getOut().println(summary(evidence));
        return 0;
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
