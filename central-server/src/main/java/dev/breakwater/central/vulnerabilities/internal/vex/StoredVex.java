package dev.breakwater.central.vulnerabilities.internal.vex;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.vulnerabilities.Vex;
import dev.breakwater.engine.vulnerability.vex.VexDocument;
import dev.breakwater.engine.vulnerability.vex.VexJustification;
import dev.breakwater.engine.vulnerability.vex.VexProduct;
import dev.breakwater.engine.vulnerability.vex.VexStatement;
import dev.breakwater.engine.vulnerability.vex.VexStatus;
import dev.breakwater.scanner.vex.VexFormat;
import dev.breakwater.scanner.vex.VexWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

@Service
class StoredVex implements Vex {

    private static final String AUTHOR = "Breakwater";

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    StoredVex(NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Told write(VexFormat format, @Nullable String digest, AccessScope scope, OutputStream to)
            throws IOException {
        requireImage(digest, scope);
        List<VexStatement> statements = statements(digest, scope);
        int leftOut = leftOut(digest, scope);
        if (statements.isEmpty()) {
            throw new Conflict("There is nothing to tell: no exception holds"
                    + (digest == null ? "" : " for this image") + " that a document can tell."
                    + (leftOut == 0
                            ? ""
                            : " " + leftOut
                                    + " are left out, since they hold only in a cluster, a namespace or for a label."));
        }
        Instant at = statements.stream()
                .map(VexStatement::timestamp)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(clock.instant());
        // The same decisions are the same document.
        UUID id = UUID.nameUUIDFromBytes(statements.toString().getBytes(StandardCharsets.UTF_8));
        VexWriter.write(format, new VexDocument("urn:uuid:" + id, AUTHOR, at, 1, statements), to);
        return new Told(statements.size(), leftOut);
    }

    @Override
    public Told told(@Nullable String digest, AccessScope scope) {
        requireImage(digest, scope);
        return new Told(statements(digest, scope).size(), leftOut(digest, scope));
    }

    private void requireImage(@Nullable String digest, AccessScope scope) {
        if (digest == null) {
            return;
        }
        SqlParameters parameters = new SqlParameters();
        String image = parameters.add(digest);
        String seen = scope.everything()
                ? "true"
                : "exists (select 1 from image_content ic join workload_images u on u.image_id = ic.image_id"
                        + " join workloads w on w.id = u.workload_id where ic.content_id = c.id and "
                        + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters) + ")";
        boolean there = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from image_contents c where c.digest = " + image + " and " + seen + ")",
                parameters.values(),
                Boolean.class));
        if (!there) {
            throw new NotFound("image", digest);
        }
    }

    private int leftOut(@Nullable String digest, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String image = digest == null ? "true" : "c.digest = " + parameters.add(digest);
        String seen = ScopeCondition.of(scope, "r.cluster_id", "r.namespace", parameters);
        return Objects.requireNonNull(
                jdbc.queryForObject("""
                select count(distinct e.id) from exceptions_in_force f join exceptions e on e.id = f.id
                    join exception_reach r on r.exception_id = e.id join image_contents c on c.id = r.content_id
                where not (e.cluster = '' and e.namespace = '' and e.label_key = '') and %s and %s
                """.formatted(image, seen), parameters.values(), Integer.class));
    }

    private List<VexStatement> statements(@Nullable String digest, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String image = digest == null ? "true" : "c.digest = " + parameters.add(digest);
        String seen = ScopeCondition.of(scope, "r.cluster_id", "r.namespace", parameters);
        List<VexStatement> statements = new ArrayList<>();
        jdbc.query("""
                select distinct on (e.id, v.name, c.id, k.id) e.id, e.kind, e.reason, e.justification, e.decided_at, v.name,
                    v.aliases, c.digest, i.registry, i.repository, k.purl, k.name as package_name
                from exceptions_in_force f join exceptions e on e.id = f.id
                    join exception_reach r on r.exception_id = e.id join vulnerabilities v on v.id = r.vulnerability_id
                    join image_contents c on c.id = r.content_id join image_content ic on ic.content_id = c.id
                    join images i on i.id = ic.image_id join packages k on k.id = r.package_id
                where e.cluster = '' and e.namespace = '' and e.label_key = '' and c.digest like 'sha256:%%'
                    and %s and %s
                order by e.id, v.name, c.id, k.id, i.name
                """.formatted(image, seen), parameters.values(), row -> {
            statements.add(statement(row));
        });
        return statements;
    }

    private static VexStatement statement(ResultSet row) throws SQLException {
        boolean dismissed = row.getString("kind").equals("FALSE_POSITIVE");
        String repository = row.getString("repository");
        String name = repository.substring(repository.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String purl = "pkg:oci/" + name + "@" + row.getString("digest").replace(":", "%3A") + "?repository_url="
                + row.getString("registry") + "/" + repository;
        String brings = row.getString("purl").isEmpty() ? row.getString("package_name") : row.getString("purl");
        return new VexStatement(
                row.getString("name"),
                Sql.texts(row, "aliases"),
                List.of(new VexProduct("", purl, "", "", brings)),
                dismissed ? VexStatus.NOT_AFFECTED : VexStatus.AFFECTED,
                dismissed
                        ? VexJustification.ofWord(row.getString("justification"))
                                .orElse(null)
                        : null,
                dismissed ? row.getString("reason") : "",
                dismissed ? "" : row.getString("reason"),
                Sql.instantOrNull(row, "decided_at"));
    }
}
