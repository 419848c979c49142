package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.VulnerabilityIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * One vulnerability for all the ids that publishers give it. An advisory that names two that were held for different ones makes
 * one of them.
 */
@Component
class AliasTable {

    /** The newest CVE, since duplicates are older, before others: the name that all ids of a group agree on. */
    static final Comparator<String> NAMES = Comparator.comparing((String id) -> !VulnerabilityIds.isCve(id))
            .thenComparing(id -> VulnerabilityIds.isCve(id) ? -id.length() : id.length())
            .thenComparing((one, other) -> VulnerabilityIds.isCve(one) ? other.compareTo(one) : one.compareTo(other));

    private final JdbcTemplate jdbc;
    private final Merging merging;

    AliasTable(JdbcTemplate jdbc, Merging merging) {
        this.jdbc = jdbc;
        this.merging = merging;
    }

    /** The vulnerabilities that each advisory speaks of, by its id; makes those that are not there yet. */
    Map<String, List<Integer>> resolve(Collection<Advisory> advisories) {
        Groups groups = new Groups();
        advisories.forEach(one -> {
            if (one.mends().isEmpty()) {
                groups.join(one.id(), one.aliases());
            } else {
                one.mends().forEach(groups::root);
            }
        });
        Map<String, Integer> known = known(groups.ids());
        // What two ids have in common may be known from before only.
        Map<Integer, String> firstOf = new HashMap<>();
        known.forEach((alias, vulnerability) -> {
            String other = firstOf.putIfAbsent(vulnerability, alias);
            if (other != null) {
                groups.join(alias, List.of(other));
            }
        });
        Map<String, Integer> made = new HashMap<>();
        List<String> wanted = new ArrayList<>();
        Map<String, String> nameOf = new HashMap<>();
        groups.all().forEach((root, ids) -> {
            Set<Integer> held = new TreeSet<>();
            ids.forEach(id -> {
                Integer vulnerability = known.get(id);
                if (vulnerability != null) {
                    held.add(vulnerability);
                }
            });
            String name = ids.stream().min(NAMES).orElseThrow();
            if (held.isEmpty()) {
                wanted.add(name);
                nameOf.put(root, name);
            } else {
                made.put(root, merging.one(held, name));
            }
        });
        Map<String, Integer> fresh = insert(wanted);
        nameOf.forEach((root, name) -> made.put(root, fresh.get(name)));
        insertAliases(groups, made, known);
        Map<String, List<Integer>> byAdvisory = new HashMap<>();
        advisories.forEach(one -> byAdvisory.put(
                one.id(),
                (one.mends().isEmpty() ? List.of(one.id()) : one.mends())
                        .stream().map(groups::root).map(made::get).distinct().toList()));
        return byAdvisory;
    }

    private Map<String, Integer> known(Collection<String> ids) {
        Map<String, Integer> known = new HashMap<>();
        jdbc.query(
                "select alias, vulnerability_id from vulnerability_aliases where alias = any(?)",
                row -> {
                    known.put(row.getString(1), row.getInt(2));
                },
                Rows.array("text", ids));
        return known;
    }

    private Map<String, Integer> insert(List<String> names) {
        Map<String, Integer> made = new HashMap<>();
        if (!names.isEmpty()) {
            jdbc.query(
                    "insert into vulnerabilities (name, aliases, severity, cvss_vector, kev_detail, withdrawn, disputed,"
                            + " summary) select n, '{}', 0, '', '', false, false, '' from unnest(?::text[]) n"
                            + " returning name, id",
                    row -> {
                        made.put(row.getString(1), row.getInt(2));
                    },
                    Rows.array("text", names));
        }
        return made;
    }

    private void insertAliases(Groups groups, Map<String, Integer> made, Map<String, Integer> known) {
        Rows rows = Rows.of("text", "int4");
        groups.all()
                .forEach((root, ids) -> ids.stream()
                        .filter(id -> !made.get(root).equals(known.get(id)))
                        .forEach(id -> rows.add(id, made.get(root))));
        rows.update(
                jdbc,
                "insert into vulnerability_aliases (alias, vulnerability_id) select u.* from " + rows.unnest()
                        + " u on conflict (alias) do update set vulnerability_id = excluded.vulnerability_id");
    }

    /** Brings what is told of the changed vulnerabilities in line with what their publishers say now. */
    void tidy() {
        jdbc.execute("analyze changed_vulnerabilities");
        jdbc.update("""
                with said as (
                    select c.id,
                        max(a.severity) filter (where a.withdrawn_at is null) as severity,
                        max(a.cvss) filter (where a.withdrawn_at is null) as cvss,
                        max(a.cvss) filter (where a.publisher = 'nvd') as nvd,
                        (array_agg(a.cvss_vector order by a.cvss desc nulls last) filter (where a.cvss_vector <> ''))[1] as vector,
                        min(a.published_at) as published, max(a.modified_at) as modified,
                        bool_and(a.withdrawn_at is not null) as withdrawn, bool_or(a.disputed) as disputed,
                        (array_agg(a.summary order by a.publisher = 'nvd' desc, length(a.summary) desc)
                            filter (where a.summary <> ''))[1] as summary
                    from changed_vulnerabilities c join advisory_vulnerabilities l on l.vulnerability_id = c.id
                        join advisories a on a.id = l.advisory_id group by 1),
                named as (
                    select c.id, c.kind, array_agg(n.alias order by n.alias) as aliases
                    from changed_vulnerabilities c join vulnerability_aliases n on n.vulnerability_id = c.id group by c.id)
                update vulnerabilities v set severity = coalesce(s.severity, 0), cvss = s.cvss, nvd_cvss = s.nvd,
                    cvss_vector = coalesce(s.vector, ''), published_at = s.published, modified_at = s.modified,
                    withdrawn = coalesce(s.withdrawn, n.kind <> 'FEED'), disputed = coalesce(s.disputed, false),
                    summary = left(coalesce(s.summary, ''), 1000), aliases = array_remove(n.aliases, v.name),
                    epss = e.score, epss_percentile = e.percentile, kev_since = k.since, kev_detail = coalesce(k.detail, '')
                from named n left join said s on s.id = n.id
                    left join vulnerabilities o on o.id = n.id
                    left join epss_scores e on e.cve = o.name
                    left join known_exploited k on k.cve = o.name
                where v.id = n.id
                """);
    }

    /** Ids that mean the same, joined. */
    private static final class Groups {

        private final Map<String, String> parents = new HashMap<>();

        void join(String id, List<String> others) {
            String root = root(id);
            for (String other : others) {
                String next = root(other);
                if (!next.equals(root)) {
                    parents.put(next, root);
                }
            }
        }

        String root(String id) {
            String root = id;
            for (String up = parents.putIfAbsent(root, root); up != null && !up.equals(root); up = parents.get(root)) {
                root = up;
            }
            parents.put(id, root);
            return root;
        }

        Set<String> ids() {
            return parents.keySet();
        }

        Map<String, Set<String>> all() {
            Map<String, Set<String>> all = new HashMap<>();
            for (String id : List.copyOf(parents.keySet())) {
                all.computeIfAbsent(root(id), key -> new LinkedHashSet<>()).add(id);
            }
            return all;
        }
    }
}
