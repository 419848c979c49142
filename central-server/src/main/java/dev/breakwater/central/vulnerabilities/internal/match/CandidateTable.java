package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryDocument;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.Affected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Advisories that speak of a package by its name, with what they say of that name only. */
@Component
class CandidateTable {

    private static final String ADVISORY = """
            a.id, a.name, a.aliases, a.mends, a.publisher, a.severity, a.severity_word, a.cvss, a.cvss_vector, a.published_at,
            a.modified_at, a.withdrawn_at, a.disputed""";

    private static final String SPOKEN =
            "select k.package_id, k.ecosystem, k.name as package_name, p.affected, " + ADVISORY
                    + " from package_keys k join advisory_packages p on p.ecosystem = k.ecosystem and p.name = k.name"
                    + " join advisories a on a.id = p.advisory_id where ";

    private static final String OF_VULNERABILITIES =
            "a.id in (select advisory_id from advisory_vulnerabilities where vulnerability_id = any(?))";

    private final JdbcTemplate jdbc;

    CandidateTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All that is said of these packages. */
    Candidates ofPackages(Collection<Integer> packages) {
        Candidates candidates = spoken("k.package_id = any(?)", Rows.array("int4", packages));
        List<Integer> vulnerabilities = jdbc.queryForList(
                "select distinct vulnerability_id from advisory_vulnerabilities where advisory_id = any(?)",
                Integer.class,
                Rows.array("int4", candidates.rows().values()));
        complete(candidates, vulnerabilities);
        return candidates;
    }

    /** What is said of these vulnerabilities, in whatever package. */
    Candidates ofVulnerabilities(Collection<Integer> vulnerabilities) {
        Candidates candidates = spoken(OF_VULNERABILITIES, Rows.array("int4", vulnerabilities));
        complete(candidates, vulnerabilities);
        return candidates;
    }

    private Candidates spoken(String where, Object ids) {
        Candidates candidates = new Candidates();
        Map<String, List<Affected>> parsed = new HashMap<>();
        Map<Integer, Map<List<Affected>, Advisory>> made = new HashMap<>();
        jdbc.query(
                SPOKEN + where,
                row -> {
                    List<Affected> affected =
                            parsed.computeIfAbsent(row.getString("affected"), AdvisoryDocument::affected);
                    int id = row.getInt("id");
                    Map<List<Affected>, Advisory> same = made.computeIfAbsent(id, key -> new HashMap<>(2));
                    Advisory advisory = same.get(affected);
                    if (advisory == null) {
                        advisory = advisory(row, affected);
                        same.put(affected, advisory);
                        candidates.rows().put(advisory, id);
                    }
                    candidates
                            .byPackage()
                            .computeIfAbsent(row.getInt("package_id"), key -> new ArrayList<>())
                            .add(new Candidates.Spoken(
                                    row.getString("ecosystem"), row.getString("package_name"), advisory));
                },
                ids);
        return candidates;
    }

    /** Adds the names of the vulnerabilities, and who has an opinion of them without speaking of a package. */
    private void complete(Candidates candidates, Collection<Integer> vulnerabilities) {
        Object ids = Rows.array("int4", vulnerabilities);
        jdbc.query(
                "select alias, vulnerability_id from vulnerability_aliases where vulnerability_id = any(?)",
                row -> {
                    candidates.names().put(row.getString(1), row.getInt(2));
                },
                ids);
        jdbc.query(
                "select " + ADVISORY + " from advisories a where a.opinion and " + OF_VULNERABILITIES,
                row -> {
                    Advisory advisory = advisory(row, List.of());
                    candidates.rows().put(advisory, row.getInt("id"));
                    candidates.addOpinion(advisory);
                },
                ids);
    }

    private static Advisory advisory(ResultSet row, List<Affected> affected) throws SQLException {
        return new Advisory(
                row.getString("name"),
                Sql.texts(row, "aliases"),
                Sql.texts(row, "mends"),
                row.getString("publisher"),
                Severities.of(row.getInt("severity")),
                row.getString("severity_word"),
                row.getObject("cvss", Double.class),
                row.getString("cvss_vector"),
                "",
                "",
                Sql.instantOrNull(row, "published_at"),
                Sql.instantOrNull(row, "modified_at"),
                Sql.instantOrNull(row, "withdrawn_at"),
                row.getBoolean("disputed"),
                List.of(),
                affected);
    }
}
