package dev.breakwater.central.vulnerabilities.internal.vex;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.vulnerabilities.VexDocumentRow;
import dev.breakwater.central.vulnerabilities.VexStatementRow;
import dev.breakwater.engine.vulnerability.vex.VexDocument;
import dev.breakwater.engine.vulnerability.vex.VexProduct;
import dev.breakwater.engine.vulnerability.vex.VexStatement;
import dev.breakwater.engine.vulnerability.vex.VexStatus;
import dev.breakwater.scanner.vex.VexFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** VEX documents as they are kept: as they came, and a row for each product that a statement speaks of. */
@Component
class VexTable {

    private static final int MOST_LISTED = 200;
    private static final String BETWEEN_NAMES = "\u001f";

    private static final String DOCUMENT =
            "select d.id, d.format, d.author, d.version, d.written_at, d.source, d.brought_by,"
                    + " d.brought_at, d.statements, (select count(*) from vex_statements s where s.document_id = d.id and s.acts)"
                    + " as acting from vex_documents d";

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    VexTable(JdbcTemplate jdbc, NamedParameterJdbcTemplate named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    Optional<VexDocumentRow> find(String id) {
        return jdbc.query(DOCUMENT + " where d.id = ?", (row, number) -> document(row), id).stream()
                .findFirst();
    }

    List<VexDocumentRow> list() {
        return jdbc.query(DOCUMENT + " order by d.brought_at desc, d.id", (row, number) -> document(row));
    }

    Optional<byte[]> content(String id) {
        return jdbc
                .query("select content from vex_documents where id = ?", (row, number) -> row.getBytes("content"), id)
                .stream()
                .findFirst();
    }

    int count() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from vex_documents", Integer.class));
    }

    void delete(String id) {
        jdbc.update("delete from vex_documents where id = ?", id);
    }

    void insert(VexDocument document, VexFormat format, String source, String by, Instant at, byte[] content) {
        Instant written = document.timestamp();
        jdbc.update(
                "insert into vex_documents (id, format, author, version, written_at, source, brought_by, brought_at,"
                        + " statements, content) values (?, ?, ?, ?, ?::timestamptz, ?, ?, ?::timestamptz, ?, ?)",
                document.id(),
                format.name(),
                document.author(),
                document.version(),
                written == null ? null : written.toString(),
                source,
                by,
                at.toString(),
                document.statements().size(),
                content);
        Rows rows =
                Rows.of("text", "text", "text", "text", "text", "timestamptz", "text", "text", "text", "text", "bool");
        document.statements()
                .forEach(statement ->
                        statement.products().forEach(product -> add(rows, statement, product, written, at)));
        rows.update(
                jdbc,
                "insert into vex_statements (document_id, names, status, justification, impact, action, since, product,"
                        + " subcomponent, digest, package_purl, acts) select d.id, string_to_array(u.names, '"
                        + BETWEEN_NAMES
                        + "'), u.status, u.justification, u.impact, u.action, u.since, u.product, u.subcomponent, u.digest,"
                        + " u.purl, u.acts from " + rows.unnest()
                        + " u(names, status, justification, impact, action, since, product, subcomponent, digest, purl,"
                        + " acts) cross join (select ?::text) d(id)",
                document.id());
    }

    private static void add(
            Rows rows, VexStatement statement, VexProduct product, @Nullable Instant written, Instant at) {
        TreeSet<String> names = new TreeSet<>(statement.aliases());
        names.add(statement.vulnerability());
        Instant said = statement.timestamp() == null ? written : statement.timestamp();
        VexMeaning meaning = VexMeaning.of(product);
        rows.add(
                names.stream().map(name -> name.replace(BETWEEN_NAMES, "")).collect(Collectors.joining(BETWEEN_NAMES)),
                statement.status().name(),
                statement.justification() == null
                        ? ""
                        : statement.justification().word(),
                statement.impact(),
                statement.action(),
                (said == null || said.isAfter(at) ? at : said).toString(),
                product.id(),
                product.subcomponent(),
                meaning.digest(),
                meaning.packagePurl(),
                meaning.acts());
    }

    List<VexStatementRow> of(int vulnerability, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String id = parameters.add(vulnerability);
        String seen = scope.everything()
                ? "true"
                : "(s.digest = '' or exists (select 1 from image_contents c join image_content i on i.content_id = c.id"
                        + " join workload_images u on u.image_id = i.image_id join workloads w on w.id = u.workload_id"
                        + " where s.digest in (c.digest, c.config_digest) and "
                        + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters) + "))";
        return named.query(
                "select s.*, d.author, d.brought_by, d.brought_at from vex_statements s join vex_documents d on d.id = s.document_id"
                        + " where s.names && array(select a.alias from vulnerability_aliases a where a.vulnerability_id = "
                        + id + ") and " + seen + " order by s.since desc, s.id limit " + MOST_LISTED,
                parameters.values(),
                (row, number) -> statement(row));
    }

    /** What a document says, the newest first. */
    List<VexStatementRow> statements(String document, int most) {
        return jdbc.query(
                "select s.*, d.author, d.brought_by, d.brought_at from vex_statements s join vex_documents d on d.id = s.document_id"
                        + " where s.document_id = ? order by s.since desc, s.id limit ?",
                (row, number) -> statement(row),
                document,
                most);
    }

    private static VexStatementRow statement(ResultSet row) throws SQLException {
        return new VexStatementRow(
                row.getString("document_id"),
                row.getString("author"),
                Sql.texts(row, "names"),
                VexStatus.valueOf(row.getString("status")),
                row.getString("justification"),
                row.getString("impact"),
                row.getString("action"),
                row.getString("product"),
                row.getString("subcomponent"),
                Sql.instant(row, "since"),
                row.getString("brought_by"),
                Sql.instant(row, "brought_at"),
                row.getBoolean("acts"));
    }

    private static VexDocumentRow document(ResultSet row) throws SQLException {
        return new VexDocumentRow(
                row.getString("id"),
                row.getString("format"),
                row.getString("author"),
                row.getInt("version"),
                Sql.instantOrNull(row, "written_at"),
                row.getString("source"),
                row.getString("brought_by"),
                Sql.instant(row, "brought_at"),
                row.getInt("statements"),
                row.getInt("acting"));
    }
}
