package dev.breakwater.cli.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.Match;
import dev.breakwater.feeds.Feed;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Findings as one JSON document; the names are an interface that pipelines rely on. */
public final class FindingsJson {

    private FindingsJson() {}

    private record Document(
            Image image,
            List<Package> packages,
            List<Finding> findings,
            List<FoundSecret> secrets,
            List<FoundFile> files,
            ImageConfig config,
            List<ImageContents.Unread> incomplete,
            List<Package> unknown,
            List<Package> outdated,
            List<Source> feeds) {}

    private record Image(
            String reference,
            String digest,
            String configDigest,
            @Nullable OperatingSystem os,
            List<ImageLayer> layers) {}

    private record Package(
            String name,
            String version,
            String arch,
            String type,
            String purl,
            String sourcePackage,
            String sourceVersion,
            String path,
            String layer) {

        static Package of(InstalledPackage one) {
            return new Package(
                    one.name(),
                    one.version(),
                    one.arch(),
                    one.type().purlType(),
                    one.purl(),
                    one.sourcePackage(),
                    one.sourceVersion(),
                    one.path(),
                    one.layer());
        }
    }

    /**
     * @param epss probability, {@code null} = no estimate is loaded
     * @param state what the publisher says of a remedy
     * @param undecided why nobody can say whether it is affected, empty = it is
     */
    private record Finding(
            String id,
            List<String> aliases,
            Severity severity,
            String severityWord,
            @Nullable Double cvss,
            String cvssVector,
            @Nullable Double epss,
            boolean kev,
            @JsonProperty("package") Package affected,
            String fixedVersion,
            FixState state,
            String undecided) {

        static Finding of(Match match, ExploitSignals signals) {
            return new Finding(
                    match.id(),
                    match.aliases(),
                    match.severity(),
                    match.severityWord(),
                    match.cvss(),
                    match.cvssVector(),
                    signals.epssOf(match).map(ExploitSignals.Epss::probability).orElse(null),
                    signals.exploitedOf(match).isPresent(),
                    Package.of(match.installed()),
                    match.fixedVersion(),
                    match.fixState(),
                    match.undecided());
        }
    }

    /**
     * @param documents how many of the feed were read: those that may speak of a package
     * @param unreadable how many entries of those could not be read
     * @param newest date of its newest entry, {@code null} = none is dated
     * @param old that is longer ago than it may be
     */
    private record Source(
            String name,
            List<String> source,
            long documents,
            long unreadable,
            @Nullable Instant newest,
            boolean old) {}

    public static void write(Findings findings, Appendable out) throws IOException {
        ImageContents contents = findings.contents();
        Document document = new Document(
                new Image(
                        contents.reference(),
                        contents.digest(),
                        contents.configDigest(),
                        contents.os(),
                        contents.layers()),
                contents.packages().stream().map(Package::of).toList(),
                findings.matches().stream()
                        .map(match -> Finding.of(match, findings.signals()))
                        .toList(),
                contents.secrets(),
                contents.files(),
                contents.config(),
                contents.incomplete(),
                findings.unspoken().stream().map(Package::of).toList(),
                findings.outdated().stream().map(Package::of).toList(),
                findings.feeds().stream()
                        .map(feed -> source(feed, findings.old().contains(feed)))
                        .toList());
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                // the same document for the same findings, whatever order labels come in
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        out.append(json.writeValueAsString(document)).append('\n');
    }

    private static Source source(Feed feed, boolean old) {
        return new Source(
                feed.name(), feed.source(), feed.entries() + feed.signals(), feed.problemCount(), feed.newest(), old);
    }
}
