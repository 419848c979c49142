package dev.breakwater.scanner;

import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.scanner.layer.Deadline;
import dev.breakwater.scanner.layer.ImageMerger;
import dev.breakwater.scanner.layer.LayerBlob;
import dev.breakwater.scanner.layer.LayerReader;
import dev.breakwater.scanner.registry.RegistryStore;
import dev.breakwater.scanner.source.ConfigReader;
import dev.breakwater.scanner.source.ImageFiles;
import dev.breakwater.scanner.source.ImageResolver;
import dev.breakwater.scanner.source.LocatedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Looks into images. Stateless but for the cache, and safe for use by several threads: each scan uses the calling thread and one more.
 * Interrupting the calling thread cancels a scan.
 */
public final class ImageScanner {

    private final ScannerParts parts;
    private final ScanLimits limits;
    private final LayerCache cache;

    public ImageScanner(LayerCache cache, ScanLimits limits) {
        this(ScannerParts.all(), cache, limits);
    }

    ImageScanner(ScannerParts parts, LayerCache cache, ScanLimits limits) {
        this.parts = parts;
        this.limits = limits;
        this.cache = cache;
    }

    /** What this scanner can read; contents of layers that were kept by another one are read again. */
    public String revision() {
        return parts.revision();
    }

    /**
     * What is in an image.
     *
     * @param progress is told how far it is
     * @throws ScanFailed with the reason; the image then is unknown, not empty
     */
    public ImageContents scan(ImageRequest request, ScanProgress progress) throws ScanFailed {
        Deadline deadline = Deadline.after(limits.time());
        try {
            return switch (request.source()) {
                case ImageSource.Layout layout ->
                    read(ImageFiles.resolve(layout, request.platform(), limits), deadline, progress);
                case ImageSource.Archive archive ->
                    read(ImageFiles.resolve(archive, request.platform(), limits), deadline, progress);
                case ImageSource.Registry registry -> fromRegistry(registry, request.platform(), deadline, progress);
            };
        } catch (ScanFailed e) {
            throw e;
        } catch (IOException e) {
            throw new ScanFailed(ScanFailed.Reason.UNREACHABLE, "the image could not be read: " + e.getMessage(), e);
        }
    }

    private ImageContents fromRegistry(
            ImageSource.Registry source, Platform platform, Deadline deadline, ScanProgress progress)
            throws IOException {
        try (RegistryStore store = new RegistryStore(source.reference(), source.access(), progress::plainHttp)) {
            return read(new ImageResolver(store, platform, limits).resolve(store.reference()), deadline, progress);
        }
    }

    private ImageContents read(LocatedImage image, Deadline deadline, ScanProgress progress) throws IOException {
        ImageConfig config = parts.config().read(image.config());
        Map<String, String> instructions = ConfigReader.instructions(config);
        LayerReader reader = new LayerReader(parts.readers(), limits, parts.silence());
        AtomicLong bytes = new AtomicLong();
        List<LayerContents> contents = new ArrayList<>();
        List<ImageLayer> layers = new ArrayList<>();
        long unpacked = 0;
        int all = image.layers().size();
        progress.at(0, all, 0);
        for (LayerBlob blob : image.layers()) {
            deadline.check();
            int done = contents.size();
            Optional<LayerContents> kept = cache.get(blob.diffId(), revision())
                    .filter(layer -> layer.diffId().equals(blob.diffId()));
            long size = Math.max(0, blob.size());
            if (kept.isPresent()) {
                contents.add(kept.get());
            } else {
                LayerReader.Read read = read(
                        reader, blob, done, all, deadline, count -> progress.at(done, all, bytes.addAndGet(count)));
                cache.put(read.contents(), revision());
                contents.add(read.contents());
                size = read.size();
                unpacked += read.contents().bytes();
            }
            if (unpacked > limits.imageBytes()) {
                throw new ScanFailed(
                        ScanFailed.Reason.TOO_LARGE,
                        "the image unpacks to more than the " + limits.imageBytes() + " bytes that are read");
            }
            layers.add(
                    new ImageLayer(blob.diffId(), blob.digest(), size, instructions.getOrDefault(blob.diffId(), "")));
            progress.at(contents.size(), all, bytes.get());
        }
        return merged(image, config, contents, layers);
    }

    /** A layer that cannot be read is named: by its number from the bottom, from 1, and its digest. */
    private static LayerReader.Read read(
            LayerReader reader, LayerBlob blob, int below, int all, Deadline deadline, LongConsumer progress)
            throws IOException {
        try {
            return reader.read(blob, deadline, progress);
        } catch (ScanFailed e) {
            String digest = blob.digest().isEmpty() ? blob.diffId() : blob.digest();
            throw switch (e.reason()) {
                case DAMAGED, HOSTILE, TOO_LARGE, UNSUPPORTED ->
                    new ScanFailed(
                            e.reason(),
                            "layer " + (below + 1) + " of " + all + ", " + digest + ": " + e.getMessage(),
                            e);
                case NOT_FOUND, UNAUTHORISED, UNREACHABLE, BUSY, TIMED_OUT, CANCELLED -> e;
            };
        }
    }

    private ImageContents merged(
            LocatedImage image, ImageConfig config, List<LayerContents> contents, List<ImageLayer> layers)
            throws IOException {
        ImageMerger.Merged merged = ImageMerger.merge(contents);
        List<FoundSecret> secrets = new ArrayList<>(merged.secrets());
        secrets.addAll(parts.secretsOf(image.config()));
        List<Unread> unread = new ArrayList<>(image.unread());
        unread.addAll(merged.unread());
        return new ImageContents(
                image.name(),
                image.digest(),
                image.configDigest(),
                merged.os(),
                layers,
                merged.packages(),
                secrets,
                merged.files(),
                config,
                unread);
    }
}
