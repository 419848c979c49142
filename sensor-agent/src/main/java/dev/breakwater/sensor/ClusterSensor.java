package dev.breakwater.sensor;

import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import dev.breakwater.sensor.action.FolderNodes;
import dev.breakwater.sensor.action.NodeHands;
import dev.breakwater.sensor.action.OrderedNodeActions;
import dev.breakwater.sensor.action.live.LiveNodes;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.link.CentralAddress;
import dev.breakwater.sensor.link.Duties;
import dev.breakwater.sensor.link.ImageScans;
import dev.breakwater.sensor.link.Link;
import dev.breakwater.sensor.link.LinkListener;
import dev.breakwater.sensor.link.LinkSettings;
import dev.breakwater.sensor.link.NodeOrders;
import dev.breakwater.sensor.link.OutboundProxy;
import dev.breakwater.sensor.link.Source;
import dev.breakwater.sensor.link.StateFolder;
import dev.breakwater.sensor.scan.OrderedScans;
import dev.breakwater.sensor.watch.folder.FolderSource;
import dev.breakwater.sensor.watch.live.LiveSource;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One cluster: its source and its link, each on a thread of its own. A cluster without one of them would look alive and
 * tell nothing, so that the end of either by an error is reported as the failure of the whole.
 */
final class ClusterSensor implements AutoCloseable {

    /** Changed objects that are remembered while central cannot be reached. */
    private static final int SPOOL = 50_000;

    private static final String HASH_KEY = "redaction.key";

    private final String name;
    private final Source source;
    private final Thread reader;
    private final Thread streamer;

    /**
     * @param reading reads the source until interrupted
     * @param streaming keeps the link until interrupted or refused
     * @param failures hears of the cluster's name and what ended one of the two
     */
    ClusterSensor(
            String name, Source source, Runnable reading, Runnable streaming, BiConsumer<String, Throwable> failures) {
        this.name = name;
        this.source = source;
        this.reader = thread("source-" + name, reading, failures);
        this.streamer = thread("link-" + name, streaming, failures);
    }

    private Thread thread(String called, Runnable work, BiConsumer<String, Throwable> failures) {
        return Thread.ofPlatform()
                .daemon()
                .name(called)
                .uncaughtExceptionHandler((ended, why) -> failures.accept(name, why))
                .unstarted(work);
    }

    static ClusterSensor make(
            CentralAddress central,
            @Nullable OutboundProxy proxy,
            ClusterSettings settings,
            LinkListener listener,
            BiConsumer<String, Throwable> failures,
            InstantSource clock)
            throws IOException {
        StateFolder state = StateFolder.open(settings.state());
        SecretGuard guard = new RedactingGuard(hash(state));
        FactStore facts = new FactStore(SPOOL);
        LinkSettings link =
                new LinkSettings(central, settings.cluster(), settings.token(), SensorVersion.text(), proxy);
        return switch (settings.origin()) {
            case ClusterSettings.Folders origin -> {
                FolderSource source = new FolderSource(settings.cluster(), origin.folders(), guard, facts);
                NodeHands hands = new FolderNodes(origin.folders());
                Link stream = new Link(link, source, state, listener, clock, duties(settings, hands, state, clock));
                yield new ClusterSensor(settings.cluster(), source, source, () -> run(stream), failures);
            }
            case ClusterSettings.Api origin -> {
                LiveSource source =
                        LiveSource.open(settings.cluster(), origin.kubeconfig(), origin.context(), guard, facts);
                NodeHands hands = LiveNodes.open(origin.kubeconfig(), origin.context(), System.getenv());
                Link stream = new Link(link, source, state, listener, clock, duties(settings, hands, state, clock));
                yield new ClusterSensor(settings.cluster(), source, source, () -> run(stream), failures);
            }
        };
    }

    private static Duties duties(ClusterSettings settings, NodeHands hands, StateFolder state, InstantSource clock)
            throws IOException {
        ImageScans scans = settings.scanning() == null
                ? ImageScans.NONE
                : new OrderedScans(settings.cluster(), settings.scanning());
        if (settings.nodes().allowed().isEmpty()) {
            hands.close();
            return new Duties(scans, NodeOrders.NONE);
        }
        return new Duties(scans, OrderedNodeActions.of(settings.nodes(), hands, state, clock));
    }

    private static KeyedHash hash(StateFolder state) throws IOException {
        Optional<byte[]> held = state.read(HASH_KEY);
        byte[] key = held.orElseGet(() -> new byte[KeyedHash.KEY_BYTES]);
        if (held.isEmpty()) {
            new SecureRandom().nextBytes(key);
            state.write(HASH_KEY, key);
        }
        if (key.length != KeyedHash.KEY_BYTES) {
            throw new IOException(HASH_KEY + " in " + state + " is damaged: " + key.length + " bytes instead of "
                    + KeyedHash.KEY_BYTES + "; delete it to have a new one made");
        }
        return new KeyedHash(key);
    }

    private static void run(Link link) {
        try {
            link.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void start() {
        reader.start();
        streamer.start();
    }

    /**
     * Whether it is read and streamed.
     *
     * @param refused central turned it away, so that its link has ended as it should
     */
    boolean isAlive(boolean refused) {
        return reader.isAlive() && (refused || streamer.isAlive());
    }

    String name() {
        return name;
    }

    Source source() {
        return source;
    }

    @Override
    public void close() {
        streamer.interrupt();
        reader.interrupt();
    }
}
