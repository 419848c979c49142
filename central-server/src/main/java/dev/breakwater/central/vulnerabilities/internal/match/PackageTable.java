package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.PackageType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Packages, and under which names advisories would speak of them. */
@Component
class PackageTable {

    private final JdbcTemplate jdbc;

    PackageTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A package that waits. @param why {@code null} = nobody matched it yet */
    record Due(MatchedPackage matched, @Nullable Why why) {}

    /** Takes packages that wait, the first come first. */
    List<Due> takeDue(int most, Instant now) {
        return jdbc.query(
                "with taken as (delete from package_due where package_id in (select package_id from package_due"
                        + " where not_before <= ? order by package_id limit ?) returning package_id, kind, cause)"
                        + " select p.*, t.kind, t.cause from taken t join packages p on p.id = t.package_id",
                (row, number) -> new Due(
                        read(row),
                        row.getString("kind").isEmpty() ? null : Why.of(row.getString("kind"), row.getString("cause"))),
                Timestamp.from(now),
                most);
    }

    List<MatchedPackage> load(Collection<Integer> ids) {
        return jdbc.query(
                "select * from packages where id = any(?)", (row, number) -> read(row), Rows.array("int4", ids));
    }

    private static MatchedPackage read(ResultSet row) throws SQLException {
        return new MatchedPackage(
                row.getInt("id"),
                new InstalledPackage(
                        row.getString("name"),
                        row.getString("version"),
                        row.getString("arch"),
                        PackageType.valueOf(row.getString("type")),
                        row.getString("purl"),
                        row.getString("source_name"),
                        row.getString("source_version"),
                        "",
                        ""),
                row.getString("distribution"));
    }

    /** Writes under which names packages are spoken of, in place of what was there. */
    void writeKeys(Collection<MatchedPackage> packages) {
        jdbc.update(
                "delete from package_keys where package_id = any(?)",
                Rows.array("int4", packages.stream().map(MatchedPackage::id).toList()));
        Rows rows = Rows.of("text", "text", "int4");
        packages.forEach(one -> AdvisoryMatcher.lookups(one)
                .forEach(lookup -> rows.add(lookup.ecosystem(), lookup.packageName(), one.id())));
        rows.update(
                jdbc,
                "insert into package_keys (ecosystem, name, package_id) select u.* from " + rows.unnest()
                        + " u on conflict do nothing");
    }
}
