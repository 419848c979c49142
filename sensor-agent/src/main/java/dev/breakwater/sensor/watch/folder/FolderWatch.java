package dev.breakwater.sensor.watch.folder;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits until something changes in folders, and then until it has been quiet for a moment. */
final class FolderWatch implements AutoCloseable {

    /** Editors and Helm write in several steps. */
    private static final long QUIET_MILLIS = 300;

    private static final int MOST_ROUNDS = 20;
    private static final int MOST_FOLDERS = 5_000;

    private final WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();

    private FolderWatch(WatchService service) {
        this.service = service;
    }

    static FolderWatch open() throws IOException {
        return new FolderWatch(FileSystems.getDefault().newWatchService());
    }

    /**
     * Follows these folders from now on; those that cannot be followed are left to the next rescan.
     *
     * @return whether some are followed for the first time, so that a change may have slipped through before
     */
    boolean follow(List<Path> folders) {
        keys.entrySet().removeIf(entry -> {
            boolean gone =
                    !folders.contains(entry.getKey()) || !entry.getValue().isValid();
            if (gone) {
                entry.getValue().cancel();
            }
            return gone;
        });
        int kept = keys.size();
        for (Path folder : folders) {
            if (keys.size() >= MOST_FOLDERS || keys.containsKey(folder)) {
                continue;
            }
            try {
                keys.put(
                        folder,
                        folder.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE));
            } catch (IOException e) {
                // Gone since it was listed, or no watch left: the rescan finds its changes.
            }
        }
        return keys.size() > kept;
    }

    /** Waits for a change, at most so long. */
    void await(Duration most) throws InterruptedException {
        @Nullable WatchKey key = service.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        for (int round = 0; key != null && round < MOST_ROUNDS; round++) {
            key.pollEvents();
            key.reset();
            key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
