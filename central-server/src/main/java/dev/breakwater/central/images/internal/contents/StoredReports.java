package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.images.ImageReport.Installed;
import dev.breakwater.central.images.ImageReport.Layer;
import dev.breakwater.central.images.ImageReport.Name;
import dev.breakwater.central.images.ImageReport.Scan;
import dev.breakwater.central.images.ImageReport.State;
import dev.breakwater.central.images.ImageReports;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.engine.image.EndOfLife;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.model.Digest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads contents for people. */
@Service
class StoredReports implements ImageReports {

    private final ReportTable table;
    private final ImagesProperties properties;
    private final Clock clock;

    StoredReports(ReportTable table, ImagesProperties properties, Clock clock) {
        this.table = table;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public ImageReport get(String image, AccessScope scope) {
        List<Name> names = table.names(image, scope);
        Optional<ReportTable.Row> row = visible(image, names, scope);
        if (row.isEmpty()) {
            ReportTable.Tried tried = table.tried(image);
            return new ImageReport(
                    table.digest(image),
                    names,
                    tried.failed() ? State.FAILED : State.UNSCANNED,
                    tried.reason().isEmpty() ? "Nobody has looked inside the image." : tried.reason(),
                    null);
        }
        ReportTable.Row found = row.get();
        ImageContents contents = found.document().contents();
        Instant goodUntil = found.scannedAt().plus(properties.scanMaxAge());
        State state = !goodUntil.isAfter(clock.instant())
                ? State.STALE
                : !found.hasConfig() ? State.TOLD : contents.isComplete() ? State.COMPLETE : State.INCOMPLETE;
        String digest = Digest.parse(contents.digest()).map(Digest::value).orElse(null);
        return new ImageReport(digest, names, state, reason(state, contents), scan(found, goodUntil));
    }

    private static String reason(State state, ImageContents contents) {
        return switch (state) {
            case STALE -> "The last look inside is too old to rely on.";
            case TOLD ->
                "Nobody has looked inside; a document tells its packages"
                        + (contents.isComplete()
                                ? "."
                                : ", and not all: "
                                        + contents.incomplete().getFirst().where() + ": "
                                        + contents.incomplete().getFirst().reason() + ".");
            case INCOMPLETE -> contents.incomplete().size() + " parts could not be read.";
            case COMPLETE, FAILED, UNSCANNED -> "";
        };
    }

    private static Scan scan(ReportTable.Row found, Instant goodUntil) {
        ImageContents contents = found.document().contents();
        Optional<OperatingSystem> os = Optional.ofNullable(contents.os());
        String label = os.map(OperatingSystem::label).orElse("");
        return new Scan(
                found.id(),
                contents.configDigest(),
                found.source(),
                found.scanner(),
                found.scannedAt(),
                found.firstScannedAt(),
                goodUntil,
                label,
                os.map(OperatingSystem::prettyName).orElse(""),
                EndOfLife.of(label).orElse(null),
                contents.config().created(),
                contents.layers().stream().mapToLong(ImageLayer::size).sum(),
                contents.layers().size(),
                contents.packages().size(),
                contents.secrets().size(),
                contents.incomplete(),
                contents.files(),
                found.hasConfig() ? contents.config() : null);
    }

    @Override
    public List<Installed> packages(String image, AccessScope scope) {
        return document(image, scope).map(StoredReports::installed).orElse(List.of());
    }

    private static List<Installed> installed(ContentDocument document) {
        Map<String, Integer> layers = indexes(document.contents());
        List<Installed> installed = new ArrayList<>();
        for (int i = 0; i < document.packageIds().size(); i++) {
            InstalledPackage one = document.contents().packages().get(i);
            installed.add(new Installed(
                    document.packageIds().get(i),
                    one.name(),
                    one.version(),
                    one.arch(),
                    one.type().name(),
                    one.purl(),
                    one.sourcePackage(),
                    one.sourceVersion(),
                    one.path(),
                    one.layer(),
                    layers.getOrDefault(one.layer(), -1)));
        }
        return installed;
    }

    private static Map<String, Integer> indexes(ImageContents contents) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < contents.layers().size(); i++) {
            indexes.putIfAbsent(contents.layers().get(i).diffId(), i);
        }
        return indexes;
    }

    @Override
    public List<Layer> layers(String image, AccessScope scope) {
        ImageContents contents =
                document(image, scope).map(ContentDocument::contents).orElse(null);
        if (contents == null) {
            return List.of();
        }
        Map<String, Integer> packages = new HashMap<>();
        contents.packages().forEach(one -> packages.merge(one.layer(), 1, Integer::sum));
        List<Layer> layers = new ArrayList<>();
        for (ImageLayer layer : contents.layers()) {
            layers.add(new Layer(
                    layers.size(),
                    layer.diffId(),
                    layer.digest(),
                    layer.size(),
                    layer.instruction(),
                    packages.getOrDefault(layer.diffId(), 0)));
        }
        return layers;
    }

    @Override
    public List<FoundSecret> secrets(String image, AccessScope scope) {
        return document(image, scope).map(found -> found.contents().secrets()).orElse(List.of());
    }

    @Override
    public ImageContents contents(String image, AccessScope scope) {
        return document(image, scope)
                .map(ContentDocument::contents)
                .orElseThrow(() -> new NotFound("content of image", image));
    }

    private Optional<ContentDocument> document(String image, AccessScope scope) {
        return visible(image, table.names(image, scope), scope).map(ReportTable.Row::document);
    }

    /** Its content, if there is one; throws if the reader may not see the image. */
    private Optional<ReportTable.Row> visible(String image, List<Name> names, AccessScope scope) {
        boolean run = names.stream().anyMatch(name -> name.workloads() > 0);
        Optional<ReportTable.Row> row = run || scope.everything() ? table.content(image) : Optional.empty();
        if (!run && !(scope.everything() && (row.isPresent() || !names.isEmpty()))) {
            throw new NotFound("image", image);
        }
        return row;
    }
}
