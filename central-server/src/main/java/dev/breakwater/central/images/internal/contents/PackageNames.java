package dev.breakwater.central.images.internal.contents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.image.InstalledPackage;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What packages are called, in memory, bounded by their number. A row of {@code packages} never changes. */
@Component
class PackageNames {

    /** A package, whatever image it is in. */
    record Named(String name, String version, String type) {

        static Named of(InstalledPackage installed) {
            return new Named(
                    installed.name(), installed.version(), installed.type().name());
        }
    }

    private final JdbcTemplate jdbc;
    private final Cache<Integer, Named> kept;

    PackageNames(JdbcTemplate jdbc, ImagesProperties properties) {
        this.jdbc = jdbc;
        this.kept =
                Caffeine.newBuilder().maximumSize(properties.packagesInMemory()).build();
    }

    /** Those that were read on the way. */
    void keep(Map<Integer, Named> read) {
        kept.putAll(read);
    }

    /** By package id; those that are gone are left out. */
    Map<Integer, Named> get(Collection<Integer> ids) {
        Map<Integer, Named> found = new HashMap<>(kept.getAllPresent(ids));
        Set<Integer> missing = new HashSet<>(ids);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            Map<Integer, Named> read = new HashMap<>();
            jdbc.query(
                    "select id, name, version, type from packages where id = any(?)",
                    row -> {
                        read.put(
                                row.getInt("id"),
                                new Named(row.getString("name"), row.getString("version"), row.getString("type")));
                    },
                    Rows.array("int4", missing));
            kept.putAll(read);
            found.putAll(read);
        }
        return found;
    }
}
