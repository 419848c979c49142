package dev.breakwater.cli.feed;

import dev.breakwater.cli.report.Shown;
import dev.breakwater.feeds.fetch.AddressRule;
import dev.breakwater.feeds.fetch.FeedFetcher;
import dev.breakwater.feeds.fetch.FetchFailed;
import dev.breakwater.feeds.fetch.FetchLimits;
import dev.breakwater.feeds.fetch.Validators;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Fetches feeds into a folder, each only if it changed. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Fetches feeds from their publishers into a folder; what did not change is not sent again.",
        footer = {
            "",
            "Exit codes: 0 all are there, 2 the command line is wrong, 3 one could not be fetched; the others were."
        })
public final class FeedsFetchCommand implements Callable<Integer> {

    /** Hidden, so that it is no feed. */
    private static final String STATE = ".fetched.json";

    private static final int NOT_FETCHED = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE=URL",
            arity = "1..*",
            description = "How the file is to be called, and where it is: osv-npm.zip=https://….")
    private List<String> feeds = List.of();

    @Option(
            names = "--into",
            paramLabel = "DIR",
            required = true,
            description = "The folder; it is made if it is not there.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        Map<String, URI> wanted = wanted();
        Files.createDirectories(folder);
        Map<String, Validators> known = known();
        PrintWriter out = spec.commandLine().getOut();
        boolean all = true;
        try (FeedFetcher fetcher = new FeedFetcher(FetchLimits.DEFAULT, AddressRule.ANY, ProxySelector.getDefault())) {
            for (Map.Entry<String, URI> feed : wanted.entrySet()) {
                Path target = folder.resolve(feed.getKey());
                Validators before =
                        Files.exists(target) ? known.getOrDefault(feed.getKey(), Validators.NONE) : Validators.NONE;
                try {
                    FeedFetcher.Fetched fetched = fetcher.fetch(feed.getValue(), before, target);
                    known.put(feed.getKey(), fetched.validators());
                    out.println(
                            feed.getKey() + (fetched.changed() ? "  " + fetched.bytes() + " bytes" : "  unchanged"));
                } catch (FetchFailed failed) {
                    all = false;
                    spec.commandLine().getErr().println(Shown.text("bwctl: " + failed.getMessage()));
                }
            }
        }
        Files.write(folder.resolve(STATE), JsonMapper.shared().writeValueAsBytes(known));
        return all ? 0 : NOT_FETCHED;
    }

    private Map<String, URI> wanted() {
        Map<String, URI> wanted = new TreeMap<>();
        for (String feed : feeds) {
            int equals = feed.indexOf('=');
            String name = equals < 0 ? "" : feed.substring(0, equals);
            if (!name.matches("[A-Za-z0-9_@+][A-Za-z0-9._@+-]{0,200}")) {
                throw new ParameterException(
                        spec.commandLine(),
                        "'" + feed + "' is no feed; allowed is FILE=URL, FILE of letters, digits and ._@+-.");
            }
            try {
                wanted.put(name, URI.create(feed.substring(equals + 1)));
            } catch (IllegalArgumentException malformed) {
                throw new ParameterException(spec.commandLine(), "'" + feed + "' names no address.");
            }
        }
        return wanted;
    }

    /** What is damaged is fetched anew. */
    private Map<String, Validators> known() throws IOException {
        Path file = folder.resolve(STATE);
        try {
            return Files.exists(file)
                    ? JsonMapper.shared()
                            .readValue(Files.readAllBytes(file), new TypeReference<TreeMap<String, Validators>>() {})
                    : new TreeMap<>();
        } catch (JacksonException damaged) {
            return new TreeMap<>();
        }
    }
}
