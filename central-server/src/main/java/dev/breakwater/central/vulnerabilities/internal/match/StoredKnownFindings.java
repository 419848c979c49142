package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.central.images.KnownFindings;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.vulnerabilities.internal.exception.Decisions;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Vulnerability;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What is known to be wrong with packages. What was found stays found when its feed grows old; that nothing was found says
 * something only where a feed that is complete for its ecosystem, and not too old, is loaded.
 */
@Component
class StoredKnownFindings implements KnownFindings {

    private static final String NO_FEED = "No feed that is loaded is complete for packages of this kind.";
    private static final String TOO_OLD = "The feeds that speak for this package are too old.";
    private static final String WAITS = "The package has not been held against the advisories yet.";

    private final JdbcTemplate jdbc;
    private final Decisions decisions;

    StoredKnownFindings(JdbcTemplate jdbc, Decisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    @Override
    public Map<Integer, Observed<List<Vulnerability>>> ofPackages(Collection<Integer> packageIds) {
        Map<Integer, String> undecided = new HashMap<>();
        Map<Integer, List<Vulnerability>> found = found(Rows.array("int4", packageIds), undecided);
        return answers(packageIds, found, undecided);
    }

    /** What would be known of packages of these names if nothing were found in them. */
    Map<Integer, Observed<List<Vulnerability>>> ifNothing(Collection<Integer> packageIds) {
        return answers(packageIds, Map.of(), Map.of());
    }

    private Map<Integer, Observed<List<Vulnerability>>> answers(
            Collection<Integer> packageIds, Map<Integer, List<Vulnerability>> found, Map<Integer, String> undecided) {
        Object ids = Rows.array("int4", packageIds);
        Map<Integer, Observed<List<Vulnerability>>> known = new HashMap<>();
        jdbc.query(
                """
                select p.id, d.package_id is not null as waits, coalesce(s.fresh, false) as fresh, s.id is not null as spoken
                from unnest(?::int[]) p(id) left join package_due d on d.package_id = p.id
                    left join (
                        select k.package_id as id, bool_or(e.fresh) as fresh
                        from package_keys k join covered_ecosystems e on e.ecosystem = k.ecosystem
                        where k.package_id = any(?) group by 1) s on s.id = p.id
                """,
                row -> {
                    int id = row.getInt("id");
                    List<Vulnerability> here = found.getOrDefault(id, List.of());
                    String open = undecided.get(id);
                    known.put(
                            id,
                            here.isEmpty() && open != null
                                    ? Observed.unknown(UnknownReason.UNRESOLVED, open)
                                    : answer(row, here));
                },
                ids,
                ids);
        return known;
    }

    private static String openWords(String vulnerability, String why) {
        return "Nobody can say whether it has " + vulnerability + ": " + why;
    }

    /** What is known of a package of which it is open whether it has a vulnerability, and in which nothing else is found. */
    static Observed<List<Vulnerability>> undecided(String vulnerability, String why) {
        return Observed.unknown(UnknownReason.UNRESOLVED, openWords(vulnerability, why));
    }

    private static Observed<List<Vulnerability>> answer(ResultSet row, List<Vulnerability> found) throws SQLException {
        if (!found.isEmpty()) {
            return Observed.known(List.copyOf(found));
        }
        if (row.getBoolean("waits")) {
            return Observed.unknown(UnknownReason.NOT_COLLECTED, WAITS);
        }
        if (!row.getBoolean("spoken")) {
            return Observed.unknown(UnknownReason.NOT_COLLECTED, NO_FEED);
        }
        return row.getBoolean("fresh") ? Observed.known(List.of()) : Observed.unknown(UnknownReason.STALE, TOO_OLD);
    }

    /** Those that are certain; of the others, why nobody can say whether the package is affected. */
    private Map<Integer, List<Vulnerability>> found(Object ids, Map<Integer, String> undecided) {
        Map<Integer, List<Vulnerability>> found = new HashMap<>();
        jdbc.query(
                """
                select f.package_id, v.name, f.severity, coalesce(f.cvss, v.cvss) as cvss, f.fixed_version, v.published_at,
                    f.undecided, v.nvd_cvss, v.epss, case when v.kev_since is not null then true
                        when exists (select 1 from feeds where format = 'KEV' and loaded_at is not null and state <> 'STALE') then false end as exploited, f.fix_seen_at, f.first_seen_at,
                    r.first_seen_at as first_seen
                from package_findings f join vulnerabilities v on v.id = f.vulnerability_id
                    left join vulnerability_reach r on r.vulnerability_id = v.id
                where f.package_id = any(?) order by f.package_id, v.name
                """,
                row -> {
                    String open = row.getString("undecided");
                    if (open.isEmpty()) {
                        found.computeIfAbsent(row.getInt("package_id"), key -> new ArrayList<>())
                                .add(read(row));
                    } else {
                        undecided.putIfAbsent(row.getInt("package_id"), openWords(row.getString("name"), open));
                    }
                },
                ids);
        return found;
    }

    /** What is told of vulnerabilities themselves, whatever package they are in; rated and mended by nobody. */
    Map<Integer, Vulnerability> told(Collection<Integer> vulnerabilityIds) {
        Map<Integer, Vulnerability> told = new HashMap<>();
        jdbc.query(
                """
                select v.id, v.name, 0 as severity, v.cvss, '' as fixed_version, v.published_at,
                    v.nvd_cvss, v.epss, case when v.kev_since is not null then true
                        when exists (select 1 from feeds where format = 'KEV' and loaded_at is not null and state <> 'STALE') then false end as exploited,
                    null::timestamptz as fix_seen_at, r.first_seen_at, r.first_seen_at as first_seen
                from vulnerabilities v left join vulnerability_reach r on r.vulnerability_id = v.id where v.id = any(?)
                """,
                row -> {
                    told.put(row.getInt("id"), read(row));
                },
                Rows.array("int4", vulnerabilityIds));
        return told;
    }

    private static Vulnerability read(ResultSet row) throws SQLException {
        return new Vulnerability(
                row.getString("name"),
                Severities.of(row.getInt("severity")),
                row.getObject("cvss", Double.class),
                row.getString("fixed_version"),
                Sql.instantOrNull(row, "published_at"),
                new Vulnerability.Context(
                        row.getObject("nvd_cvss", Double.class),
                        row.getObject("epss", Double.class),
                        Sql.booleanOrNull(row, "exploited"),
                        Sql.instantOrNull(row, "fix_seen_at"),
                        null,
                        Sql.instantOrNull(row, row.getObject("first_seen") == null ? "first_seen_at" : "first_seen"),
                        Vulnerability.State.OBSERVED));
    }

    @Override
    public Map<UUID, Decided> decidedFor(Collection<UUID> workloadIds) {
        return decisions.of(workloadIds);
    }
}
