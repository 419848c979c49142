package dev.breakwater.sensor.watch.folder;

import dev.breakwater.contracts.v1.Sight;
import dev.breakwater.contracts.v1.SourceKind;
import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.manifests.ManifestFolder;
import dev.breakwater.sensor.facts.Declarations;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.facts.KindSight;
import dev.breakwater.sensor.facts.SourceProblem;
import dev.breakwater.sensor.facts.SourceStatus;
import dev.breakwater.sensor.link.Source;
import dev.breakwater.sensor.watch.ObjectTranslator;
import dev.breakwater.sensor.watch.OwnerIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders of manifests as a source: read at the start, then whenever something in them changes. */
public final class FolderSource implements Source, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);

    /** For what the watching misses: network file systems, overflown queues. */
    private static final Duration RESCAN = Duration.ofSeconds(10);

    private final List<Path> roots;
    private final FolderReading reading;
    private final FactStore facts;
    private final SourceStatus status = new SourceStatus();
    private final Declarations declarations = new Declarations();

    /** @param roots one or more folders; where they hold the same object, the later one counts */
    public FolderSource(String cluster, List<Path> roots, SecretGuard guard, FactStore facts) {
        this.roots = List.copyOf(roots);
        this.facts = facts;
        List<ManifestFolder> folders = new ArrayList<>();
        for (Path root : roots) {
            folders.add(new ManifestFolder(root, roots.size() == 1 ? "" : root + "/"));
        }
        this.reading = new FolderReading(folders, new ObjectTranslator(cluster, guard, new OwnerIndex()));
    }

    /** Reads and watches until interrupted. */
    @Override
    public void run() {
        try (FolderWatch watch = FolderWatch.open()) {
            while (!Thread.currentThread().isInterrupted()) {
                if (watch.follow(readOnce())) {
                    readOnce();
                }
                watch.await(RESCAN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("folders cannot be watched and are read every {} s reason={}", RESCAN.toSeconds(), e.getMessage());
            rescan();
        }
    }

    /** Where the system has no watch left to give. */
    private void rescan() {
        try {
            while (true) {
                readOnce();
                Thread.sleep(RESCAN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the folders now; answers all folders below them. */
    public List<Path> readOnce() {
        try {
            FolderReading.Result result = reading.read();
            // The facts first: once everything is said to be seen, what is not among them counts as gone.
            facts.replaceAll(result.facts());
            status.problems(result.problems());
            status.report(sights(result));
            declarations.report(result.declared());
            return result.folders();
        } catch (IOException e) {
            String detail = roots + " cannot be read: " + e.getClass().getSimpleName();
            status.problems(List.of(new SourceProblem(String.valueOf(roots.getFirst()), 0, detail)));
            Map<ObjectKind, KindSight> failed = new EnumMap<>(ObjectKind.class);
            for (ObjectKind kind : ObjectKind.values()) {
                failed.put(kind, new KindSight(Sight.SIGHT_FAILED, detail));
            }
            status.report(failed);
            declarations.unknown();
            return List.of();
        }
    }

    private static Map<ObjectKind, KindSight> sights(FolderReading.Result result) {
        Map<ObjectKind, KindSight> sights = new EnumMap<>(ObjectKind.class);
        for (ObjectKind kind : ObjectKind.values()) {
            sights.put(kind, KindSight.SEEN);
        }
        if (!result.has(ObjectKind.POD)) {
            sights.put(
                    ObjectKind.POD,
                    new KindSight(Sight.SIGHT_OUT_OF_SIGHT, "a folder of manifests has no running pods"));
        }
        return sights;
    }

    @Override
    public FactStore facts() {
        return facts;
    }

    @Override
    public SourceStatus status() {
        return status;
    }

    @Override
    public Declarations declarations() {
        return declarations;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.SOURCE_KIND_FOLDER;
    }

    @Override
    public String kubernetesVersion() {
        return "";
    }

    @Override
    public String clusterUid() {
        return "";
    }
}
