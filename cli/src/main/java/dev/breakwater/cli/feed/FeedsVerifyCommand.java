package dev.breakwater.cli.feed;

import dev.breakwater.feeds.bundle.FeedBundle;
import dev.breakwater.seal.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether a bundle is what a trusted key signed. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Says whether a bundle is, to the last byte, what a trusted key signed.",
        footer = {"", "Exit codes: 0 it is, 2 the command line is wrong, 3 it is not, or its signer is not trusted."})
public final class FeedsVerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The bundle.")
    private Path file = Path.of("");

    @Option(
            names = "--trust",
            paramLabel = "KEY",
            required = true,
            description = "Whose bundles are taken: the file of a public key, or a fingerprint (SHA256:…).")
    private String trust = "";

    @Override
    public Integer call() throws IOException {
        try (InputStream bundle = Files.newInputStream(file)) {
            FeedLines.manifest(
                    FeedBundle.verify(bundle, Trust.of(trust)),
                    spec.commandLine().getOut());
        }
        return 0;
    }
}
