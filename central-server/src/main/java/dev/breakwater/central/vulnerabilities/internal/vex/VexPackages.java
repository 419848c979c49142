package dev.breakwater.central.vulnerabilities.internal.vex;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.vulnerability.vex.VexScope;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which packages statements mean, kept as rows so that judging and listing compare no package URLs. */
@Component
public class VexPackages {

    private static final String PAIRS = """
            select distinct s.id as statement_id, s.package_purl, k.* from vex_statements s cross join lateral unnest(s.names) n(name)
                join vulnerability_aliases a on a.alias = n.name
                join package_findings f on f.vulnerability_id = a.vulnerability_id
                join packages k on k.id = f.package_id
            where s.acts and s.package_purl <> '' and""";

    private final JdbcTemplate jdbc;

    VexPackages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Binds packages in which something else is found than before. */
    public void found(Collection<Integer> packages) {
        if (!packages.isEmpty()
                && Boolean.TRUE.equals(
                        jdbc.queryForObject("select exists (select 1 from vex_statements)", Boolean.class))) {
            bind(" f.package_id = any(?)", Rows.array("int4", packages));
        }
    }

    void brought(String document) {
        bind(" s.document_id = ?", document);
    }

    private void bind(String which, @Nullable Object value) {
        Rows rows = Rows.of("int8", "int4");
        jdbc.query(
                PAIRS + which,
                row -> {
                    InstalledPackage installed = new InstalledPackage(
                            row.getString("name"),
                            row.getString("version"),
                            row.getString("arch"),
                            PackageType.valueOf(row.getString("type")),
                            row.getString("purl"),
                            row.getString("source_name"),
                            row.getString("source_version"),
                            "",
                            "");
                    if (VexScope.meansPackage(row.getString("package_purl"), installed)) {
                        rows.add(row.getLong("statement_id"), row.getInt("id"));
                    }
                },
                value);
        rows.update(
                jdbc,
                "insert into vex_packages (statement_id, package_id) select u.* from " + rows.unnest()
                        + " u on conflict do nothing");
    }
}
