package dev.breakwater.sensor.scan;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.breakwater.contracts.v1.ImageScan;
import dev.breakwater.contracts.v1.ImageScanFailure;
import dev.breakwater.contracts.v1.ImageScanProgress;
import dev.breakwater.contracts.v1.ImageSignatures;
import dev.breakwater.contracts.v1.ScanImage;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.scanner.ContentsCodec;
import dev.breakwater.scanner.ImageRequest;
import dev.breakwater.scanner.ImageScanner;
import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.LayerCache;
import dev.breakwater.scanner.Platform;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanLimits;
import dev.breakwater.scanner.signature.SignatureFinder;
import dev.breakwater.sensor.link.ImageScans;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does central's orders one after the other on a thread of its own, and keeps what is to be told until the stream takes it. */
public final class OrderedScans implements ImageScans, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderedScans.class);
    private static final int MOST_WAITING = 8;
    private static final int PIECE = 256 * 1024;
    private static final long BETWEEN_NEWS_NANOS = 5_000_000_000L;

    private final PullAccess access;
    private final ImageScanner scanner = new ImageScanner(LayerCache.NONE, ScanLimits.DEFAULT);
    private final BlockingQueue<ScanImage> orders = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Queue<ImageScan> news = new ConcurrentLinkedQueue<>();
    private final Thread worker;
    private volatile Runnable wake = () -> {};

    /** @param name of the cluster, for the thread */
    public OrderedScans(String name, ScanningSettings settings) {
        this.access = new PullAccess(settings);
        this.worker = Thread.ofPlatform().daemon().name("scan-" + name).start(this::work);
    }

    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public void requested(ScanImage order) {
        if (!orders.offer(order)) {
            fail(
                    order,
                    ScanFailed.Reason.BUSY.name(),
                    "The sensor has " + MOST_WAITING + " images to look into already.");
        }
    }

    @Override
    public List<ImageScan> due(int most) {
        List<ImageScan> due = new ArrayList<>();
        while (due.size() < most && !news.isEmpty()) {
            due.add(news.remove());
        }
        if (!news.isEmpty()) {
            wake.run();
        }
        return due;
    }

    @Override
    public void onNews(Runnable listener) {
        wake = listener;
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            ScanImage order;
            try {
                order = orders.take();
            } catch (InterruptedException e) {
                return;
            }
            try {
                look(order);
            } catch (RuntimeException e) {
                LOG.error("image could not be looked into by a fault of ours image={}", order.getReference(), e);
                fail(order, "FAULT", "A fault of the sensor; its log has more.");
            }
        }
    }

    private void look(ScanImage order) {
        AtomicLong next = new AtomicLong(System.nanoTime());
        try {
            ImageContents contents = scanner.scan(
                    new ImageRequest(
                            new ImageSource.Registry(
                                    order.getReference(), access.to(ImageName.parse(order.getReference()))),
                            Platform.parse(order.getPlatform())),
                    (done, layers, bytes) -> {
                        if (System.nanoTime() >= next.get()) {
                            next.set(System.nanoTime() + BETWEEN_NEWS_NANOS);
                            tell(said(order)
                                    .setProgress(ImageScanProgress.newBuilder()
                                            .setLayersDone(done)
                                            .setLayers(layers)
                                            .setBytes(bytes)));
                        }
                    });
            tell(said(order).setSignatures(signatures(order)));
            found(order, contents);
        } catch (ScanFailed e) {
            fail(order, e.reason().name(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            fail(order, ScanFailed.Reason.UNSUPPORTED.name(), String.valueOf(e.getMessage()));
        }
    }

    /** Told before the contents, so that both are there when the order is done. */
    private ImageSignatures signatures(ScanImage order) {
        ImageSignatures.Builder said = ImageSignatures.newBuilder();
        try {
            byte[] found = SignatureFinder.find(
                            new ImageSource.Registry(
                                    order.getReference(), access.to(ImageName.parse(order.getReference()))),
                            host -> {})
                    .pack();
            return found.length > PIECE
                    ? said.setFailure("They take more than " + PIECE + " bytes.")
                            .build()
                    : said.setFound(ByteString.copyFrom(found)).build();
        } catch (IOException e) {
            return said.setFailure(String.valueOf(e.getMessage())).build();
        }
    }

    private void found(ScanImage order, ImageContents contents) {
        ByteString packed = UnsafeByteOperations.unsafeWrap(ContentsCodec.write(contents));
        for (int from = 0; from < packed.size(); from += PIECE) {
            int to = Math.min(packed.size(), from + PIECE);
            tell(said(order).setContents(packed.substring(from, to)).setLast(to == packed.size()));
        }
        LOG.info(
                "image looked into image={} packages={} bytes={}",
                order.getReference(),
                contents.packages().size(),
                packed.size());
    }

    private void fail(ScanImage order, String reason, String detail) {
        LOG.warn("image could not be looked into image={} reason={} detail={}", order.getReference(), reason, detail);
        tell(said(order)
                .setFailure(ImageScanFailure.newBuilder().setReason(reason).setDetail(detail))
                .setLast(true));
    }

    private static ImageScan.Builder said(ScanImage order) {
        return ImageScan.newBuilder().setJob(order.getJob()).setAttempt(order.getAttempt());
    }

    private void tell(ImageScan.Builder said) {
        news.add(said.build());
        wake.run();
    }

    @Override
    public void close() {
        worker.interrupt();
    }
}
