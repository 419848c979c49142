package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.images.PackagesArrived;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.images.internal.contents.PackageRows.Key;
import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.engine.image.OperatingSystem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one writer of contents. */
@Service
class StoredContents implements ScannedImages {

    private final JdbcTemplate jdbc;
    private final PackageRows packages;
    private final LayerChains chains;
    private final TransactionLocks locks;
    private final JudgementDue due;
    private final ObjectProvider<PackagesArrived> arrivals;

    StoredContents(
            JdbcTemplate jdbc,
            PackageRows packages,
            LayerChains chains,
            TransactionLocks locks,
            JudgementDue due,
            ObjectProvider<PackagesArrived> arrivals) {
        this.jdbc = jdbc;
        this.packages = packages;
        this.chains = chains;
        this.locks = locks;
        this.due = due;
        this.arrivals = arrivals;
    }

    @Override
    @Transactional
    public int store(ScannedContent found) {
        ImageContents contents = found.contents();
        if (contents.packages().size() > MOST_PACKAGES) {
            throw new InvalidRequest(
                    "packages", contents.packages().size() + " packages", "at most " + MOST_PACKAGES + " packages");
        }
        List<Key> keys = contents.packages().stream()
                .map(installed -> Key.of(contents.os(), installed))
                .toList();
        PackageRows.Stored rows = packages.store(new TreeSet<>(keys));
        List<Integer> ids = keys.stream()
                .map(key -> Objects.requireNonNull(rows.ids().get(key)))
                .toList();
        int contentId = upsert(found, new ContentDocument(contents, ids).write());
        packages.link(contentId, ids);
        name(contentId, found);
        chains.keep(contentId, contents, found.at());
        if (!rows.arrived().isEmpty()) {
            arrivals.forEach(one -> one.arrived(rows.arrived()));
        }
        markUsers(contentId, found);
        return contentId;
    }

    private int upsert(ScannedContent found, byte[] document) {
        ImageContents contents = found.contents();
        Optional<OperatingSystem> os = Optional.ofNullable(contents.os());
        Instant created = contents.config().created();
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                insert into image_contents (digest, config_digest, source, scanner, scanned_at, first_scanned_at, os_id,
                    os_version, os_name, created_at, size, complete, has_config, package_count, secret_count, document)
                values (?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?)
                on conflict (digest) do update set
                    config_digest = excluded.config_digest, source = excluded.source, scanner = excluded.scanner,
                    scanned_at = excluded.scanned_at, os_id = excluded.os_id, os_version = excluded.os_version,
                    os_name = excluded.os_name, created_at = excluded.created_at, size = excluded.size,
                    complete = excluded.complete, has_config = excluded.has_config,
                    package_count = excluded.package_count, secret_count = excluded.secret_count,
                    document = excluded.document
                returning id
                """,
                Integer.class,
                contents.digest(),
                contents.configDigest(),
                clean(found.source()),
                clean(found.scanner()),
                found.at().toString(),
                found.at().toString(),
                clean(os.map(OperatingSystem::id).orElse("")),
                clean(os.map(OperatingSystem::version).orElse("")),
                clean(os.map(OperatingSystem::prettyName).orElse("")),
                created == null ? null : created.toString(),
                contents.layers().stream().mapToLong(ImageLayer::size).sum(),
                contents.isComplete(),
                found.hasConfig(),
                contents.packages().size(),
                contents.secrets().size(),
                document));
    }

    private static String clean(String text) {
        return text.replace('\0', '\ufffd');
    }

    /** The digests it is known by, and the image that has none. */
    private void name(int contentId, ScannedContent found) {
        TreeSet<String> digests = new TreeSet<>(found.digests());
        digests.add(found.contents().digest());
        digests.add(found.contents().configDigest());
        digests.remove("");
        jdbc.update(
                "insert into image_content_digests (digest, content_id) select d, ? from unnest(?::text[]) d"
                        + " on conflict (digest) do update set content_id = excluded.content_id"
                        + " where image_content_digests.content_id <> excluded.content_id",
                contentId,
                Rows.array("text", digests));
        if (found.image() != null) {
            jdbc.update(
                    "insert into image_content_links (image_id, content_id, linked_at)"
                            + " select i.id, ?, ?::timestamptz from images i where i.id = ?"
                            + " on conflict (image_id) do update set content_id = excluded.content_id,"
                            + " linked_at = excluded.linked_at",
                    contentId,
                    found.at().toString(),
                    found.image());
        }
    }

    private void markUsers(int contentId, ScannedContent found) {
        List<UUID> images = jdbc.queryForList(
                "select image_id from contents_of_images where content_id = ?", UUID.class, contentId);
        if (images.isEmpty()) {
            return;
        }
        locks.holdClusters(jdbc
                .queryForList(
                        "select distinct w.cluster_id from workload_images u join workloads w on w.id = u.workload_id"
                                + " where u.image_id = any(?)",
                        UUID.class,
                        Rows.ids(images))
                .stream()
                .collect(Collectors.toSet()));
        due.markUsersOfImages(images, found.source() + " looked into an image of it");
    }
}
