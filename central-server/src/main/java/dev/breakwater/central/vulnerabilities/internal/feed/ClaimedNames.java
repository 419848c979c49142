package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.engine.vulnerability.VulnerabilityIds;
import dev.breakwater.scanner.sbom.ClaimedFinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The vulnerabilities that claims name. What a scanner says of aliases joins nothing: only publishers may say that two ids mean
 * the same.
 */
@Component
public class ClaimedNames {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+/-]{2,99}");

    /** Aliases of a claim that are looked at. */
    private static final int MOST_ALIASES = 20;

    private static final int LONGEST_SUMMARY = 1_000;

    private final JdbcTemplate jdbc;
    private final FeedTable feeds;

    ClaimedNames(JdbcTemplate jdbc, FeedTable feeds) {
        this.jdbc = jdbc;
        this.feeds = feeds;
    }

    /** The id that a claim gives; empty = it cannot be one. Some scanners write a sentence behind it. */
    public static Optional<String> id(ClaimedFinding claim) {
        String first = claim.id().strip().split("\\s", 2)[0];
        return ID.matcher(first).matches() ? Optional.of(first) : Optional.empty();
    }

    /**
     * The rows of {@code vulnerabilities} by the id that a claim gives, with rows for those that nobody knew. Holds up imports of
     * feeds until the transaction ends, since both make vulnerabilities.
     */
    public Map<String, Integer> resolve(Collection<ClaimedFinding> claims) {
        feeds.lock();
        Map<String, ClaimedFinding> byId = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>();
        for (ClaimedFinding claim : claims) {
            id(claim).ifPresent(id -> {
                byId.merge(id, claim, ClaimedNames::graver);
                asked.add(id);
                asked.addAll(cves(claim));
            });
        }
        Map<String, Integer> known = known(asked);
        Map<String, Integer> resolved = new HashMap<>();
        Map<String, List<String>> missing = new LinkedHashMap<>();
        byId.forEach((id, claim) -> {
            String name = known.containsKey(id) ? id : nameOf(id, claim, known);
            if (known.containsKey(name)) {
                resolved.put(id, known.get(name));
            } else {
                missing.computeIfAbsent(name, key -> new ArrayList<>()).add(id);
            }
        });
        make(missing, byId, resolved);
        return resolved;
    }

    /** A CVE if it is or has one, one that is known before others. */
    private static String nameOf(String id, ClaimedFinding claim, Map<String, Integer> known) {
        if (VulnerabilityIds.isCve(id)) {
            return id;
        }
        List<String> cves = cves(claim);
        return cves.stream()
                .filter(known::containsKey)
                .findFirst()
                .or(() -> cves.stream().min(AliasTable.NAMES))
                .orElse(id);
    }

    private static List<String> cves(ClaimedFinding claim) {
        return claim.aliases().stream()
                .limit(MOST_ALIASES)
                .filter(alias ->
                        VulnerabilityIds.isCve(alias) && ID.matcher(alias).matches())
                .toList();
    }

    private static ClaimedFinding graver(ClaimedFinding one, ClaimedFinding other) {
        return Severities.number(other.severity()) > Severities.number(one.severity()) ? other : one;
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

    private void make(
            Map<String, List<String>> missing, Map<String, ClaimedFinding> byId, Map<String, Integer> resolved) {
        if (missing.isEmpty()) {
            return;
        }
        Rows rows = Rows.of("text", "int2", "float8", "text", "text");
        missing.forEach((name, ids) -> {
            ClaimedFinding claim = byId.get(ids.getFirst());
            String summary = claim.summary();
            rows.add(
                    name,
                    Severities.number(claim.severity()),
                    claim.cvss(),
                    claim.cvssVector(),
                    summary.substring(0, Math.min(summary.length(), LONGEST_SUMMARY)));
        });
        Rows aliases = Rows.of("text", "int4");
        jdbc.query(
                "insert into vulnerabilities (name, aliases, severity, cvss, cvss_vector, epss, epss_percentile, kev_since,"
                        + " kev_detail, withdrawn, disputed, summary)"
                        + " select n.name, '{}', n.severity, n.cvss, n.vector, e.score, e.percentile, k.since,"
                        + " coalesce(k.detail, ''), false, false, n.summary from " + rows.unnest()
                        + " n(name, severity, cvss, vector, summary) left join epss_scores e on e.cve = n.name"
                        + " left join known_exploited k on k.cve = n.name returning name, id",
                row -> {
                    String name = row.getString(1);
                    int made = row.getInt(2);
                    aliases.add(name, made);
                    missing.get(name).forEach(id -> {
                        resolved.put(id, made);
                        if (!id.equals(name)) {
                            aliases.add(id, made);
                        }
                    });
                },
                rows.parameters());
        aliases.update(
                jdbc,
                "insert into vulnerability_aliases (alias, vulnerability_id) select u.* from " + aliases.unnest()
                        + " u on conflict do nothing");
        jdbc.update(
                "update vulnerabilities v set aliases = a.ids from (select vulnerability_id, array_agg(alias order by alias) as ids"
                        + " from vulnerability_aliases n join vulnerabilities o on o.id = n.vulnerability_id and o.name <> n.alias"
                        + " where n.vulnerability_id = any(?) group by 1) a where v.id = a.vulnerability_id",
                Rows.array("int4", new HashSet<>(resolved.values())));
    }
}
