package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.platform.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes one vulnerability of those that turn out to be one, and gives it its best name. */
@Component
class Merging {

    private final JdbcTemplate jdbc;

    Merging(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The one that is left.
     *
     * @param held at least one, all of them the same
     * @param name what it is to be called
     */
    int one(Collection<Integer> held, String name) {
        List<Integer> ids = held.stream().sorted().toList();
        int kept = ids.getFirst();
        List<String> names = new ArrayList<>(jdbc.queryForList(
                "select name from vulnerabilities where id = any(?)", String.class, Rows.array("int4", ids)));
        names.add(name);
        String best = names.stream().min(AliasTable.NAMES).orElseThrow();
        if (ids.size() > 1) {
            List<Integer> others = ids.subList(1, ids.size());
            Object gone = Rows.array("int4", others);
            jdbc.update(
                    "insert into advisory_vulnerabilities (vulnerability_id, advisory_id)"
                            + " select ?, advisory_id from advisory_vulnerabilities where vulnerability_id = any(?)"
                            + " on conflict do nothing",
                    kept,
                    gone);
            jdbc.update(
                    "update vulnerability_aliases set vulnerability_id = ? where vulnerability_id = any(?)",
                    kept,
                    gone);
            // Since when it is known to be there is kept; what else is said of it, matching says anew.
            jdbc.update(
                    "insert into package_findings select f.package_id, ?, f.severity, f.severity_word, f.cvss,"
                            + " f.fixed_version, f.fix_state, f.undecided, f.advisory_id, f.first_seen_at, f.fix_seen_at"
                            + " from package_findings f where f.vulnerability_id = any(?)"
                            + " order by f.first_seen_at on conflict do nothing",
                    kept,
                    gone);
            jdbc.update(
                    "insert into image_claims select c.report_id, c.content_id, ?, c.type, c.name, c.version, c.named,"
                            + " c.severity, c.severity_word, c.cvss, c.fixed_version, c.fix_state from image_claims c"
                            + " where c.vulnerability_id = any(?) on conflict do nothing",
                    kept,
                    gone);
            jdbc.update("delete from vulnerabilities where id = any(?)", gone);
        }
        jdbc.update("update vulnerabilities set name = ? where id = ? and name <> ?", best, kept, best);
        return kept;
    }
}
