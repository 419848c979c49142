package dev.breakwater.cli;

import dev.breakwater.cli.feed.FeedDays;
import dev.breakwater.cli.feed.FolderImport;
import dev.breakwater.cli.report.Shown;
import dev.breakwater.feeds.bundle.FeedBundle;
import dev.breakwater.seal.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Takes the feeds of a bundle: into a folder, or into a central. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Takes the feeds of a signed bundle, into a folder for --feeds or into a central.",
        footer = {
            "",
            "Exit codes: 0 all were taken, 2 the command line is wrong, 3 the bundle or one of its feeds was refused."
        })
final class FeedsImportCommand implements Callable<Integer> {

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

    @Option(names = "--into", paramLabel = "DIR", description = "The folder of feeds; it is made if it is not there.")
    private @Nullable Path folder;

    @Option(
            names = FeedDays.OPTION,
            paramLabel = "DAYS",
            defaultValue = "30",
            description =
                    "How old the newest entry of a feed may be before it is doubtful (default: ${DEFAULT-VALUE}).")
    private int maxAge = 30;

    @Mixin
    private CentralOptions central = new CentralOptions();

    @Override
    public Integer call() throws IOException {
        boolean toCentral = central.given();
        if (toCentral == (folder != null)) {
            throw new ParameterException(spec.commandLine(), "Name one place: --into DIR or --endpoint URL.");
        }
        Duration longest = FeedDays.of(maxAge, spec.commandLine());
        Trust trusted = Trust.of(trust);
        if (folder != null) {
            boolean all = FolderImport.take(
                    file, trusted, folder, longest, spec.commandLine().getOut());
            return all ? 0 : Bwctl.NOT_JUDGED;
        }
        try (InputStream bundle = Files.newInputStream(file)) {
            FeedBundle.verify(bundle, trusted);
        }
        JsonNode answer = central.client().sendFile("/api/v1/feeds", "file", file);
        return told(answer) ? 0 : Bwctl.NOT_JUDGED;
    }

    /** @return whether all were taken */
    private boolean told(JsonNode answer) {
        boolean all = true;
        JsonNode feeds = answer.isArray() ? answer : answer.path("items");
        for (JsonNode feed : feeds) {
            String state = feed.path("state").asString("");
            all &= state.equals("OK") || state.equals("STALE");
            spec.commandLine()
                    .getOut()
                    .println(Shown.text(state + "  " + feed.path("name").asString("") + "  "
                            + feed.path("entries").asString("") + " entries  "
                            + feed.path("reason").asString("")));
        }
        return all;
    }
}
