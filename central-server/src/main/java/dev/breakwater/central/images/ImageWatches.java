package dev.breakwater.central.images;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What registries hold beside what runs: tags with their dates, and newer images of the same series. */
public interface ImageWatches {

    /** The most. */
    int MOST = 500;

    /** A watch as somebody wants it. */
    record Draft(String name, String tags, String note) {}

    /**
     * A tag of a repository.
     *
     * @param digest {@code null} = not asked for
     * @param builtAt {@code null} = not known
     * @param workloads how many visible workloads run it, by tag or digest
     */
    record Tag(
            String tag, @Nullable String digest, @Nullable Instant builtAt, Instant firstSeenAt, long workloads) {}

    /**
     * What is known of a repository.
     *
     * @param lookedAt {@code null} = not yet
     * @param error of the last look, empty = it went well
     * @param tags those of which a date is known first, the newest of them first
     */
    record Repository(
            String registry, String repository, @Nullable Instant lookedAt, String error, List<Tag> tags) {}

    /**
     * How far repositories are read that run or are watched.
     *
     * @param all of them
     * @param unread those that were not read yet, or could not be read the last time
     */
    record Reading(int all, int unread) {}

    /**
     * A newer image of the same series.
     *
     * @param running the tag that runs
     * @param tag of the newer one; the same as the one that runs if that tag has moved
     * @param since when it was built, or first seen in the registry
     */
    record Newer(String running, String tag, @Nullable String digest, Instant since) {}

    /** All watches, by repository. For administrators. */
    List<ImageWatch> list();

    /**
     * A new one.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if it names no repository
     * @throws dev.breakwater.central.platform.Conflict if it is watched already
     */
    ImageWatch create(Draft draft);

    /**
     * Changes which tags are looked into, and the note; the repository stays.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if it names another repository
     */
    ImageWatch update(UUID id, Draft draft);

    void delete(UUID id);

    /** What registries hold of the repositories that run or are watched; nothing for who does not see everything. */
    Page<RegistryImage> images(ListRequest request, AccessScope scope);

    /** How far repositories are read; {@code 0} of {@code 0} for who does not see everything. */
    Reading reading(AccessScope scope);

    /**
     * A repository that a visible workload runs something of, or that is watched.
     *
     * @param name with its registry
     * @throws dev.breakwater.central.platform.NotFound for others
     */
    Repository repository(String name, AccessScope scope);

    /**
     * The newest image of the series that an image is of, {@code null} = none is known. A series is what differs in nothing but
     * numbers after the first: {@code 1.25-alpine} and {@code 1.27-alpine}; a tag without numbers is one by itself.
     *
     * @param image the id of an image
     */
    @Nullable
    Newer newer(UUID image, AccessScope scope);
}
