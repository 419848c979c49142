package dev.breakwater.bench.image;

import com.sun.management.GarbageCollectionNotificationInfo;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.scanner.ImageRequest;
import dev.breakwater.scanner.ImageScanner;
import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.LayerCache;
import dev.breakwater.scanner.MemoryLayerCache;
import dev.breakwater.scanner.ScanLimits;
import dev.breakwater.scanner.ScanProgress;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks into an image again and again, and unpacks and lists its layers by gzip and tar in between. */
@Command(
        name = "run-image-scan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Looks into the image of an OCI layout, and compares with gzip -dc | tar -t of its layers.")
public final class ImageScanBench implements Callable<Integer> {

    @Parameters(paramLabel = "LAYOUT", description = "A folder with an OCI layout of one image with gzip layers.")
    private Path layout = Path.of("");

    @Option(names = "--rounds", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--warm-up", defaultValue = "3", description = "Rounds before these (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    public static void main(String[] args) {
        System.exit(new CommandLine(new ImageScanBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ImageRequest request = ImageRequest.of(new ImageSource.Layout(layout, ""));
        ImageScanner scanner = new ImageScanner(LayerCache.NONE, ScanLimits.DEFAULT);
        List<Double> scans = new ArrayList<>();
        List<Double> lists = new ArrayList<>();
        System.out.printf("cold      %6.2f s%n", scan(scanner, request));
        List<ImageLayer> layers = scanner.scan(request, ScanProgress.NONE).layers();
        System.gc();
        long idle = used();
        AtomicLong peak = watchHeap();
        for (int i = 0; i < warmUp + rounds; i++) {
            double list = list(layers);
            double scan = scan(scanner, request);
            if (i >= warmUp) {
                lists.add(list);
                scans.add(scan);
                System.out.printf(
                        "round %d   %6.2f s   gzip | tar %6.2f s   ratio %.2f%n",
                        i - warmUp + 1, scan, list, scan / list);
            }
        }
        System.out.printf(
                "median    %6.2f s   gzip | tar %6.2f s   ratio %.2f%n",
                median(scans), median(lists), median(scans) / median(lists));
        System.out.printf(
                "heap      %d MiB idle, at most %d MiB more after a collection%n",
                idle >> 20, Math.max(0, peak.get() - idle) >> 20);
        ImageScanner keeping = new ImageScanner(new MemoryLayerCache(64 << 20), ScanLimits.DEFAULT);
        scan(keeping, request);
        System.out.printf("kept      %6.3f s, its layers were read before%n", scan(keeping, request));
        tell(scanner.scan(request, ScanProgress.NONE));
        return 0;
    }

    private static double scan(ImageScanner scanner, ImageRequest request) throws IOException {
        long start = System.nanoTime();
        scanner.scan(request, ScanProgress.NONE);
        return (System.nanoTime() - start) / 1e9;
    }

    private double list(List<ImageLayer> layers) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (ImageLayer layer : layers) {
            Path blob = layout.resolve("blobs").resolve(layer.digest().replace(':', '/'));
            Process process = new ProcessBuilder(
                            "/bin/sh", "-c", "gzip -dc \"$0\" | tar -t > /dev/null", blob.toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("gzip or tar failed");
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void tell(ImageContents contents) {
        Map<Object, Long> packages =
                contents.packages().stream().collect(Collectors.groupingBy(one -> one.type(), Collectors.counting()));
        System.out.printf(
                "%d layers, packages %s, %d secrets, %d files, %d things not read%n",
                contents.layers().size(),
                packages,
                contents.secrets().size(),
                contents.files().size(),
                contents.incomplete().size());
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : Arrays.stream(sorted, sorted.length / 2 - 1, sorted.length / 2 + 1)
                        .average()
                        .orElse(0);
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most that is in use after a collection: what is held, not what waits to be collected. */
    private static AtomicLong watchHeap() {
        AtomicLong peak = new AtomicLong();
        List<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(pool -> pool.getName())
                .toList();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, any) -> {
                                Map<String, MemoryUsage> after = GarbageCollectionNotificationInfo.from(
                                                (CompositeData) notification.getUserData())
                                        .getGcInfo()
                                        .getMemoryUsageAfterGc();
                                long sum = heap.stream()
                                        .filter(after::containsKey)
                                        .mapToLong(pool -> after.get(pool).getUsed())
                                        .sum();
                                peak.accumulateAndGet(sum, Math::max);
                            },
                            notification -> notification
                                    .getType()
                                    .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                            null);
        }
        return peak;
    }
}
