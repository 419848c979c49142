package dev.breakwater.sensor;

import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.link.CentralAddress;
import dev.breakwater.sensor.link.Link;
import dev.breakwater.sensor.link.LinkListener;
import dev.breakwater.sensor.link.LinkSettings;
import dev.breakwater.sensor.link.OutboundProxy;
import dev.breakwater.sensor.link.Source;
import dev.breakwater.sensor.link.StateFolder;
import dev.breakwater.sensor.redaction.KeyedHash;
import dev.breakwater.sensor.redaction.RedactingGuard;
import dev.breakwater.sensor.watch.folder.FolderSource;
import dev.breakwater.sensor.watch.live.LiveSource;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One cluster: its source and its link, each on a thread of its own. */
final class ClusterSensor implements AutoCloseable {

    /** Changed objects that are remembered while central cannot be reached. */
    private static final int SPOOL = 50_000;

    private static final String HASH_KEY = "redaction.key";

    private final String name;
    private final Source source;
    private final Thread reader;
    private final Thread streamer;

    private ClusterSensor(String name, Source source, Runnable reading, Link link) {
        this.name = name;
        this.source = source;
        this.reader = Thread.ofPlatform().daemon().name("source-" + name).unstarted(reading);
        this.streamer = Thread.ofPlatform().daemon().name("link-" + name).unstarted(() -> run(link));
    }

    static ClusterSensor make(
            CentralAddress central,
            @Nullable OutboundProxy proxy,
            ClusterSettings settings,
            LinkListener listener,
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
                yield new ClusterSensor(
                        settings.cluster(), source, source, new Link(link, source, state, listener, clock));
            }
            case ClusterSettings.Api origin -> {
                LiveSource source =
                        LiveSource.open(settings.cluster(), origin.kubeconfig(), origin.context(), guard, facts);
                yield new ClusterSensor(
                        settings.cluster(), source, source, new Link(link, source, state, listener, clock));
            }
        };
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
