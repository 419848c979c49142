package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The one writer of {@code packages}: one row for each package in one version, however many images and machines have it. */
@Component
class PackageRows {

    /** What makes two packages the same, in the order of the unique index. */
    record Key(
            String name,
            String version,
            String type,
            String distribution,
            String arch,
            String sourceName,
            String sourceVersion,
            String purl)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::name)
                .thenComparing(Key::version)
                .thenComparing(Key::type)
                .thenComparing(Key::distribution)
                .thenComparing(Key::arch)
                .thenComparing(Key::sourceName)
                .thenComparing(Key::sourceVersion)
                .thenComparing(Key::purl);

        static Key of(@Nullable OperatingSystem os, InstalledPackage installed) {
            boolean distributed = installed.type().isOfDistribution();
            return new Key(
                    clean(installed.name()),
                    clean(installed.version()),
                    installed.type().name(),
                    distributed && os != null ? clean(os.label()) : "",
                    clean(installed.arch()),
                    clean(installed.sourcePackage()),
                    clean(installed.sourceVersion()),
                    clean(installed.purl()));
        }

        /** PostgreSQL keeps no character 0, and a key must be found again as it was written. */
        private static String clean(String text) {
            return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * @param ids by key
     * @param arrived those that were not there before, sorted
     */
    record Stored(Map<Key, Integer> ids, TreeSet<Integer> arrived) {}

    private static final String COLUMNS = "name, version, type, distribution, arch, source_name, source_version, purl";

    private final JdbcTemplate jdbc;

    PackageRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The ids of packages, with rows for those that had none. Whoever stores the same one at the same time waits for us or we
     * for them, always in the same order.
     */
    Stored store(TreeSet<Key> keys) {
        Map<Key, Integer> ids = new HashMap<>(find(keys));
        TreeSet<Integer> arrived = new TreeSet<>();
        TreeSet<Key> missing = without(keys, ids);
        if (!missing.isEmpty()) {
            Rows rows = rows(missing);
            jdbc.query(
                    "insert into packages (" + COLUMNS + ") select * from " + rows.unnest()
                            + " on conflict do nothing returning id, " + COLUMNS,
                    row -> {
                        ids.put(key(row), row.getInt("id"));
                        arrived.add(row.getInt("id"));
                    },
                    rows.parameters());
            TreeSet<Key> others = without(missing, ids);
            if (!others.isEmpty()) {
                ids.putAll(find(others));
            }
        }
        return new Stored(ids, arrived);
    }

    private static TreeSet<Key> without(TreeSet<Key> keys, Map<Key, Integer> known) {
        TreeSet<Key> rest = new TreeSet<>(keys);
        rest.removeAll(known.keySet());
        return rest;
    }

    /** Locked, so that nobody sweeps them meanwhile. */
    private Map<Key, Integer> find(TreeSet<Key> keys) {
        Map<Key, Integer> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        Rows rows = rows(keys);
        jdbc.query(
                "select p.id, p.name, p.version, p.type, p.distribution, p.arch, p.source_name, p.source_version, p.purl"
                        + " from " + rows.unnest() + " k(" + COLUMNS + ") join packages p using (" + COLUMNS
                        + ") order by p.id for key share of p",
                row -> {
                    found.put(key(row), row.getInt("id"));
                },
                rows.parameters());
        return found;
    }

    private static Rows rows(TreeSet<Key> keys) {
        Rows rows = Rows.of("text", "text", "text", "text", "text", "text", "text", "text");
        keys.forEach(key -> rows.add(
                key.name(),
                key.version(),
                key.type(),
                key.distribution(),
                key.arch(),
                key.sourceName(),
                key.sourceVersion(),
                key.purl()));
        return rows;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                row.getString("name"),
                row.getString("version"),
                row.getString("type"),
                row.getString("distribution"),
                row.getString("arch"),
                row.getString("source_name"),
                row.getString("source_version"),
                row.getString("purl"));
    }

    /** The packages of a content, in place of those it had. */
    void link(int contentId, List<Integer> packageIds) {
        Object ids = Rows.array("int4", packageIds.stream().distinct().sorted().toList());
        jdbc.update(
                "delete from image_packages where content_id = ? and package_id <> all (?::int4[])", contentId, ids);
        jdbc.update(
                "insert into image_packages (package_id, content_id) select p, ? from unnest(?::int4[]) p"
                        + " on conflict do nothing",
                contentId,
                ids);
    }
}
