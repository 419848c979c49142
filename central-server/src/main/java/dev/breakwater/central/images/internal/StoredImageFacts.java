package dev.breakwater.central.images.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.images.ImageFacts;
import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.TransactionLocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is told of images. */
@Service
class StoredImageFacts implements ImageFacts {

    private static final int MOST_LABELS = 200;
    private static final int LONGEST = 4096;
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(24);

    private final JdbcTemplate jdbc;
    private final TransactionLocks locks;
    private final JudgementDue due;
    private final Audit audit;
    private final ActorSource actors;
    private final JsonMapper json;
    private final Clock clock;

    StoredImageFacts(
            JdbcTemplate jdbc,
            TransactionLocks locks,
            JudgementDue due,
            Audit audit,
            ActorSource actors,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.due = due;
        this.audit = audit;
        this.actors = actors;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public void record(UUID imageId, Told told) {
        Instant now = clock.instant();
        check(told, now);
        String name = jdbc.queryForList("select name from images where id = ?", String.class, imageId).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("image", imageId.toString()));
        locks.holdClusters(jdbc.queryForList(
                "select distinct w.cluster_id from workload_images i join workloads w on w.id = i.workload_id"
                        + " where i.image_id = ?",
                UUID.class,
                imageId));
        String actor = actors.current().name();
        jdbc.update(
                """
                insert into image_facts (image_id, created_at, config_user, labels, source, recorded_at, recorded_by)
                values (?, ?::timestamptz, ?, ?::jsonb, ?, ?::timestamptz, ?)
                on conflict (image_id) do update set
                    created_at = excluded.created_at, config_user = excluded.config_user, labels = excluded.labels,
                    source = excluded.source, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
                """,
                imageId,
                text(told.createdAt()),
                told.user(),
                told.labels() == null ? null : json.writeValueAsString(new TreeMap<>(told.labels())),
                told.source(),
                now.toString(),
                actor);
        due.markUsersOfImages(List.of(imageId), told.source() + " told of the image " + name);
        audit.record("recorded facts", "image", imageId.toString(), name, null, told);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static void check(Told told, Instant now) {
        if (told.createdAt() != null && told.createdAt().isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new InvalidRequest("createdAt", told.createdAt().toString(), "an instant that is not in the future");
        }
        if (told.source().isBlank()) {
            throw new InvalidRequest("source", told.source(), "a name of who says so");
        }
        shortEnough("source", told.source());
        shortEnough("user", told.user());
        Map<String, String> labels = told.labels() == null ? Map.of() : told.labels();
        if (labels.size() > MOST_LABELS) {
            throw new InvalidRequest("labels", labels.size() + " labels", "at most " + MOST_LABELS + " labels");
        }
        labels.forEach((key, value) -> {
            shortEnough("labels", key);
            shortEnough("labels." + key, value);
        });
    }

    private static void shortEnough(String field, @Nullable String value) {
        if (value != null && (value.length() > LONGEST || value.indexOf('\0') >= 0)) {
            throw new InvalidRequest(field, value, "at most " + LONGEST + " characters, none of them 0");
        }
    }
}
