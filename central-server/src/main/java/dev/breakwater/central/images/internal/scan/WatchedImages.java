package dev.breakwater.central.images.internal.scan;

import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.engine.model.ImageName;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has images looked into that nobody runs, because somebody watches them. */
@Component
public class WatchedImages {

    private final ScanQueue queue;
    private final JdbcTemplate jdbc;
    private final ImagesProperties properties;
    private final Clock clock;

    WatchedImages(ScanQueue queue, JdbcTemplate jdbc, ImagesProperties properties, Clock clock) {
        this.queue = queue;
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Queues a tag, unless that was done not long ago. */
    @Transactional
    public void queue(String registry, String repository, String tag) {
        ImageName name = ImageName.parse(registry + "/" + repository + ":" + tag);
        Instant recently = clock.instant().minus(properties.rescanAfter());
        Integer jobs = jdbc.queryForObject(
                "select count(*) from scan_jobs where target = ? and created_at > ?::timestamptz",
                Integer.class,
                name.canonical(),
                recently.toString());
        if (jobs != null && jobs == 0) {
            queue.queue(
                    new ScanQueue.Wanted(name.canonical(), null, null, name.canonical(), registry),
                    "it is watched",
                    "");
        }
    }
}
