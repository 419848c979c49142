package dev.breakwater.cli.feed;

import dev.breakwater.feeds.bundle.FeedBundle;
import dev.breakwater.feeds.bundle.Manifest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a folder of feeds. */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Writes a folder of feeds as one signed file.")
public final class FeedsBundleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "A folder of feeds.")
    private Path folder = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "The private key, as 'feeds keygen' made it; the public one has to stand beside it.")
    private Path key = Path.of("");

    @Option(
            names = {"-o", "--output-file"},
            paramLabel = "FILE",
            required = true,
            description = "The bundle.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        KeyPair pair = FeedBundle.keys(key);
        Path partly = file.resolveSibling(file.getFileName() + ".part");
        try {
            Manifest manifest;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partly), 1 << 16)) {
                manifest = FeedBundle.write(
                        folder, pair, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS), out);
            }
            Files.move(partly, file, StandardCopyOption.REPLACE_EXISTING);
            FeedLines.manifest(manifest, spec.commandLine().getOut());
        } finally {
            Files.deleteIfExists(partly);
        }
        return 0;
    }
}
