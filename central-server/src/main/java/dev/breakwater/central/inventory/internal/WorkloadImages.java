package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.NameBasedId;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * Which images a workload runs: the digest that its pods report, else the name that it declares. Containers that only pods
 * have (put in by an admission controller) count too.
 */
@Component
class WorkloadImages {

    static final String INJECTED = "INJECTED";

    /** A container and what it runs. */
    private record Use(String container, String type, UUID imageId, String declared) {}

    /** What a pod tells of a container. */
    private record Running(
            String container, String image, @Nullable String digest) {}

    private static final TypeReference<List<Running>> RUNNING = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    WorkloadImages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes what differs.
     *
     * @return workloads whose own object did not change, but what their pods run did
     */
    Set<UUID> apply(ChangeSet set) {
        Map<UUID, Map<String, Use>> declared = new LinkedHashMap<>();
        Set<UUID> created = new HashSet<>();
        Map<UUID, ImageName> names = new HashMap<>();
        for (ObjectChange change : set.written(ObjectKind.WORKLOAD)) {
            declared.put(change.id(), declared(change.object(WorkloadSpec.class), names));
            if (change.isCreated()) {
                created.add(change.id());
            }
        }
        Set<UUID> byPods = ownersOfPods(set);
        byPods.removeAll(declared.keySet());
        Set<UUID> held = new HashSet<>(declared.keySet());
        held.removeAll(created);
        held.addAll(byPods);
        Map<UUID, Set<Use>> before = before(held);
        byPods.retainAll(before.keySet());
        byPods.forEach(id -> declared.put(id, declared(before.get(id), names)));
        return write(declared, before, byPods, names, set);
    }

    private Set<UUID> write(
            Map<UUID, Map<String, Use>> declared,
            Map<UUID, Set<Use>> before,
            Set<UUID> byPods,
            Map<UUID, ImageName> names,
            ChangeSet set) {
        Map<UUID, List<Running>> running = running(declared.keySet());
        Map<UUID, Set<Use>> differing = new LinkedHashMap<>();
        declared.forEach((id, containers) -> {
            Set<Use> uses = uses(containers, running.getOrDefault(id, List.of()), names);
            if (!uses.equals(before.getOrDefault(id, Set.of()))) {
                differing.put(id, uses);
            }
        });
        writeImages(differing, names, set);
        List<UUID> replaced =
                differing.keySet().stream().filter(before::containsKey).toList();
        if (!replaced.isEmpty()) {
            jdbc.update("delete from workload_images where workload_id = any(?)", Rows.ids(replaced));
        }
        Rows rows = Rows.of("uuid", "text", "text", "uuid", "text");
        differing.forEach((id, uses) ->
                uses.forEach(use -> rows.add(id, use.container(), use.type(), use.imageId(), use.declared())));
        rows.update(
                jdbc,
                "insert into workload_images (workload_id, container, container_type, image_id, declared) select u.* from "
                        + rows.unnest() + " u on conflict do nothing");
        byPods.retainAll(differing.keySet());
        return byPods;
    }

    private static Map<String, Use> declared(WorkloadSpec spec, Map<UUID, ImageName> names) {
        Map<String, Use> uses = new LinkedHashMap<>();
        for (Container container : spec.template().containers()) {
            uses.put(
                    container.name(),
                    new Use(
                            container.name(),
                            container.type().name(),
                            named(container.image(), names),
                            container.image().original()));
        }
        return uses;
    }

    private static Map<String, Use> declared(Set<Use> before, Map<UUID, ImageName> names) {
        Map<String, Use> uses = new LinkedHashMap<>();
        for (Use use : before) {
            if (!use.type().equals(INJECTED)) {
                UUID imageId = named(ImageName.parse(use.declared()), names);
                uses.put(use.container(), new Use(use.container(), use.type(), imageId, use.declared()));
            }
        }
        return uses;
    }

    private static UUID named(ImageName name, Map<UUID, ImageName> names) {
        UUID id = NameBasedId.of("image", name.canonical());
        names.putIfAbsent(id, name);
        return id;
    }

    private static Set<Use> uses(Map<String, Use> declared, List<Running> running, Map<UUID, ImageName> names) {
        Map<String, Set<Use>> byContainer = new LinkedHashMap<>();
        for (Running one : running) {
            Use use = declared.get(one.container());
            Digest digest =
                    one.digest() == null ? null : Digest.parse(one.digest()).orElse(null);
            if (use != null && digest == null) {
                continue;
            }
            ImageName name = ImageName.parse(use == null ? one.image() : use.declared());
            UUID imageId = named(digest == null ? name : name.withDigest(digest), names);
            byContainer
                    .computeIfAbsent(one.container(), key -> new LinkedHashSet<>())
                    .add(new Use(
                            one.container(),
                            use == null ? INJECTED : use.type(),
                            imageId,
                            use == null ? one.image() : use.declared()));
        }
        declared.forEach((container, use) -> byContainer.putIfAbsent(container, Set.of(use)));
        Set<Use> all = new HashSet<>();
        byContainer.values().forEach(all::addAll);
        return all;
    }

    private Set<UUID> ownersOfPods(ChangeSet set) {
        Set<UUID> owners = new HashSet<>();
        set.of(ObjectKind.POD).forEach(change -> {
            if (!change.isRemoved()) {
                owners.add(change.object(Pod.class).owner().idIn(set.cluster()));
            }
            if (change.before() instanceof Pod before) {
                owners.add(before.owner().idIn(set.cluster()));
            }
        });
        return owners;
    }

    private Map<UUID, Set<Use>> before(Collection<UUID> ids) {
        Map<UUID, Set<Use>> uses = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    "select workload_id, container, container_type, image_id, declared from workload_images"
                            + " where workload_id = any(?)",
                    row -> {
                        uses.computeIfAbsent(row.getObject(1, UUID.class), key -> new LinkedHashSet<>())
                                .add(new Use(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, UUID.class),
                                        row.getString(5)));
                    },
                    Rows.ids(ids));
        }
        return uses;
    }

    /** Pods that have ended run nothing. */
    private Map<UUID, List<Running>> running(Collection<UUID> ids) {
        Map<UUID, List<Running>> running = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    "select distinct workload_id, containers from pods where workload_id = any(?)"
                            + " and phase not in ('Succeeded', 'Failed')",
                    row -> {
                        running.computeIfAbsent(row.getObject(1, UUID.class), key -> new ArrayList<>())
                                .addAll(Json.read(row.getString(2), RUNNING));
                    },
                    Rows.ids(ids));
        }
        return running;
    }

    private void writeImages(Map<UUID, Set<Use>> differing, Map<UUID, ImageName> names, ChangeSet set) {
        Set<UUID> wanted = new HashSet<>();
        differing.values().forEach(uses -> uses.forEach(use -> wanted.add(use.imageId())));
        if (wanted.isEmpty()) {
            return;
        }
        jdbc.queryForList(
                        "select id from images where id = any(?) and unused_since is null",
                        UUID.class,
                        Rows.ids(wanted))
                .forEach(wanted::remove);
        Rows rows = Rows.of("uuid", "text", "text", "text", "text", "text", "timestamptz");
        wanted.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).forEach(id -> {
            ImageName name = names.get(id);
            rows.add(id, name.canonical(), name.registry(), name.repository(), name.tag(), name.digest(), set.at());
        });
        rows.update(
                jdbc,
                "insert into images (id, name, registry, repository, tag, digest, first_seen_at) select u.* from "
                        + rows.unnest() + " u on conflict (id) do update set unused_since = null"
                        + " where images.unused_since is not null");
    }
}
