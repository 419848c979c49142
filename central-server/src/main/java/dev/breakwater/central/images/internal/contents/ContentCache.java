package dev.breakwater.central.images.internal.contents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.assembly.ScannedImage;
import dev.breakwater.engine.image.ImageContents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The contents in memory, bounded by how much memory they take. A content is known by its id and the time of its scan, so
 * that another look, on whatever replica, is a miss.
 */
@Component
class ContentCache {

    /** One look at a content. */
    record Look(int contentId, Instant scannedAt) {}

    /** Read at once; each document can be some MB. */
    private static final int AT_ONCE = 50;

    private final JdbcTemplate jdbc;
    private final Cache<Look, KeptContent> kept;
    private final PackageNames names;

    ContentCache(JdbcTemplate jdbc, PackageNames names, ImagesProperties properties) {
        this.jdbc = jdbc;
        this.names = names;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(properties.packagesInMemory())
                .weigher((Look look, KeptContent content) -> content.weight())
                .build();
    }

    /** By content id; those that are gone are left out. */
    Map<Integer, KeptContent> get(Collection<Look> looks) {
        Map<Integer, KeptContent> found = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        for (Look look : looks) {
            KeptContent content = kept.getIfPresent(look);
            if (content == null) {
                missing.add(look.contentId());
            } else {
                found.put(look.contentId(), content);
            }
        }
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            jdbc.query(
                    "select id, scanned_at, first_scanned_at, has_config, document from image_contents where id = any(?)",
                    row -> {
                        KeptContent content = read(row);
                        kept.put(new Look(content.id(), content.image().scannedAt()), content);
                        found.put(content.id(), content);
                    },
                    Rows.array("int4", missing.subList(from, Math.min(missing.size(), from + AT_ONCE))));
        }
        return found;
    }

    private KeptContent read(ResultSet row) throws SQLException {
        ContentDocument document = ContentDocument.read(row.getBytes("document"));
        ImageContents whole = document.contents();
        Map<Integer, PackageNames.Named> named = new HashMap<>();
        for (int i = 0; i < whole.packages().size(); i++) {
            named.put(
                    document.packageIds().get(i),
                    PackageNames.Named.of(whole.packages().get(i)));
        }
        names.keep(named);
        ScannedImage image = new ScannedImage(
                new ImageContents(
                        whole.reference(),
                        whole.digest(),
                        whole.configDigest(),
                        whole.os(),
                        whole.layers(),
                        List.of(),
                        whole.secrets(),
                        whole.files(),
                        whole.config(),
                        whole.incomplete()),
                Sql.instant(row, "scanned_at"),
                row.getBoolean("has_config"));
        return new KeptContent(
                row.getInt("id"),
                image,
                Sql.instant(row, "first_scanned_at"),
                whole.packages(),
                document.packageIds(),
                Assembler.fingerprint(image.scan(
                        whole.packages().stream().map(ScannedImage::asRead).toList(), null, "")));
    }
}
