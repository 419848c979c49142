package dev.breakwater.central.images.internal.watch;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.images.ImageRow;
import dev.breakwater.central.images.ImageWatch;
import dev.breakwater.central.images.ImageWatches;
import dev.breakwater.central.images.RegistryImage;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.scanner.registry.RegistryClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people want to be told of, and what is known of it. */
@Service
class StoredWatches implements ImageWatches {

    private static final String ALLOWED =
            "a repository with its registry and without tag or digest, in lower case, such as docker.io/library/nginx";
    private static final Pattern TAGS = Pattern.compile("[A-Za-z0-9._*-]{0,128}");
    private static final int LONGEST_NOTE = 500;

    private final WatchTable table;
    private final Lists lists;
    private final ListDefinition<ImageRow> images;
    private final ListDefinition<RegistryImage> held;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredWatches(
            WatchTable table,
            Lists lists,
            ListDefinition<ImageRow> images,
            ListDefinition<RegistryImage> held,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.images = images;
        this.held = held;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public List<ImageWatch> list() {
        return table.all();
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ImageWatch create(Draft draft) {
        ImageName name = check(draft);
        if (table.count() >= MOST) {
            throw new Conflict("There are " + MOST + " watches; remove one first.");
        }
        if (table.isWatched(name.registry(), name.repository())) {
            throw new Conflict(name.registry() + "/" + name.repository() + " is watched already.");
        }
        Instant now = clock.instant();
        UUID id = Ids.newId(now);
        table.insert(
                new WatchTable.Kept(id, name.registry(), name.repository(), draft.tags(), draft.note()),
                now,
                actors.current().name());
        audit.record("created", "image watch", id.toString(), draft.name(), null, Map.of("tags", draft.tags()));
        return table.get(id);
    }

    /** The repository that is meant; throws if it is none. */
    static ImageName check(Draft draft) {
        ImageName name = ImageName.parse(draft.name());
        // What is watched is all of the repository: a tag or a digest would be dropped in silence.
        boolean more = draft.name().contains("@")
                || draft.name().contains("://")
                || draft.name().lastIndexOf(':') > draft.name().lastIndexOf('/');
        if (more || !RegistryClient.isRepository(name.registry(), name.repository())) {
            throw new InvalidRequest("name", draft.name(), ALLOWED);
        }
        if (!TAGS.matcher(draft.tags()).matches()) {
            throw new InvalidRequest("tags", draft.tags(), "a tag, * for any text; or nothing");
        }
        if (draft.note().length() > LONGEST_NOTE) {
            throw new InvalidRequest("note", draft.note(), "up to " + LONGEST_NOTE + " characters");
        }
        return name;
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public void delete(UUID id) {
        ImageWatch before = table.get(id);
        table.delete(id);
        audit.record(
                "removed",
                "image watch",
                id.toString(),
                before.registry() + "/" + before.repository(),
                Map.of("tags", before.tags()),
                null);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ImageWatch update(UUID id, Draft draft) {
        ImageName name = check(draft);
        ImageWatch before = table.get(id);
        if (!name.registry().equals(before.registry()) || !name.repository().equals(before.repository())) {
            throw new InvalidRequest("name", draft.name(), before.registry() + "/" + before.repository());
        }
        table.insert(
                new WatchTable.Kept(id, before.registry(), before.repository(), draft.tags(), draft.note()),
                clock.instant(),
                actors.current().name());
        audit.record(
                "changed",
                "image watch",
                id.toString(),
                draft.name(),
                Map.of("tags", before.tags(), "note", before.note()),
                Map.of("tags", draft.tags(), "note", draft.note()));
        return table.get(id);
    }

    @Override
    public Page<RegistryImage> images(ListRequest request, AccessScope scope) {
        return lists.page(held, request, scope);
    }

    @Override
    public Reading reading(AccessScope scope) {
        return scope.everything() ? table.reading() : new Reading(0, 0);
    }

    @Override
    public Repository repository(String name, AccessScope scope) {
        ImageName wanted = ImageName.parse(name);
        return table.repository(wanted.registry(), wanted.repository(), scope)
                .orElseThrow(() -> new NotFound("repository", name));
    }

    @Override
    public @Nullable Newer newer(UUID image, AccessScope scope) {
        ImageRow row = lists.byId(images, image, scope).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("image", image.toString()));
        if (row.tag().isEmpty()) {
            return null;
        }
        TagSeries running = TagSeries.of(row.tag());
        List<Tag> tags = table.tags(row.registry(), row.repository());
        if (running.numbers().isEmpty()) {
            return tags.stream()
                    .filter(tag -> tag.tag().equals(row.tag()))
                    .filter(tag -> row.digest() != null
                            && tag.digest() != null
                            && !tag.digest().equals(row.digest()))
                    .findFirst()
                    .map(tag -> newer(row.tag(), tag))
                    .orElse(null);
        }
        return tags.stream()
                .filter(tag -> TagSeries.of(tag.tag()).isNewerThan(running))
                // Another name of what runs is no newer image.
                .filter(tag -> row.digest() == null || !row.digest().equals(tag.digest()))
                .max(Comparator.comparing(tag -> TagSeries.of(tag.tag())))
                .map(tag -> newer(row.tag(), tag))
                .orElse(null);
    }

    private static Newer newer(String running, Tag tag) {
        return new Newer(
                running, tag.tag(), tag.digest(), Objects.requireNonNullElse(tag.builtAt(), tag.firstSeenAt()));
    }
}
