package dev.breakwater.central.vulnerabilities.internal.exception;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.vulnerabilities.ExceptionPreview;
import dev.breakwater.central.vulnerabilities.ExceptionPreview.Facts;
import dev.breakwater.central.vulnerabilities.ExceptionPreview.Sample;
import dev.breakwater.central.vulnerabilities.ExceptionRequest;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Exceptions as they are kept, and what each reaches. */
@Component
class ExceptionTable {

    private static final int SAMPLES = 20;

    private final JdbcTemplate jdbc;

    ExceptionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static ExceptionRow read(ResultSet row) throws SQLException {
        Boolean fixKnown = Sql.booleanOrNull(row, "fix_known");
        String cause = row.getString("end_cause");
        return new ExceptionRow(
                Sql.uuid(row, "id"),
                ExceptionRequest.Kind.valueOf(row.getString("kind")),
                ExceptionRow.State.valueOf(row.getString("state")),
                row.getString("vulnerability"),
                place(row),
                row.getString("reason"),
                row.getString("justification"),
                Sql.instantOrNull(row, "ends_at"),
                row.getBoolean("until_fixed"),
                row.getString("requested_by"),
                Sql.instant(row, "requested_at"),
                row.getString("decided_by"),
                Sql.instantOrNull(row, "decided_at"),
                row.getString("decision"),
                fixKnown == null ? null : new Facts(fixKnown, row.getBoolean("exploited"), row.getBoolean("exposed")),
                row.getString("ended_by"),
                Sql.instantOrNull(row, "ended_at"),
                cause.isEmpty() ? null : ExceptionRow.EndCause.valueOf(cause));
    }

    private static Place place(ResultSet row) throws SQLException {
        String key = row.getString("label_key");
        String value = row.getString("label_value");
        return new Place(
                row.getString("cluster"),
                row.getString("namespace"),
                value.isEmpty() ? key : key + "=" + value,
                row.getString("image"),
                row.getString("component"));
    }

    void insert(UUID id, ExceptionRequest request, String requestedBy, List<String> people, Instant at) {
        Place place = request.place();
        int equals = place.label().indexOf('=');
        jdbc.update(
                """
                insert into exceptions (id, kind, state, vulnerability, cluster, namespace, label_key, label_value, image,
                    component, reason, justification, ends_at, until_fixed, requested_by, requested_for, requested_at,
                    decided_by, decision, ended_by, end_cause)
                values (?, ?, 'REQUESTED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?::timestamptz, '', '', '', '')
                """,
                id,
                request.kind().name(),
                request.vulnerability(),
                place.cluster(),
                place.namespace(),
                equals < 0 ? place.label() : place.label().substring(0, equals),
                equals < 0 ? "" : place.label().substring(equals + 1),
                place.image(),
                place.component(),
                request.reason(),
                request.justification(),
                request.endsAt() == null ? null : request.endsAt().toString(),
                request.untilFixed(),
                requestedBy,
                Rows.array("text", people),
                at.toString());
    }

    /** One that waits or holds and asks for the same thing in the same place. */
    Optional<UUID> same(ExceptionRequest request) {
        Place place = request.place();
        int equals = place.label().indexOf('=');
        return jdbc
                .query(
                        "select id from exceptions where kind = ? and vulnerability = ? and lower(cluster) = lower(?) and namespace = ?"
                                + " and label_key = ? and label_value = ? and image = ? and component = ?"
                                + " and (state = 'REQUESTED' or state = 'APPROVED' and (ends_at is null or ends_at > now()))"
                                + " order by requested_at limit 1",
                        (row, number) -> Sql.uuid(row, "id"),
                        request.kind().name(),
                        request.vulnerability(),
                        place.cluster(),
                        place.namespace(),
                        equals < 0 ? place.label() : place.label().substring(0, equals),
                        equals < 0 ? "" : place.label().substring(equals + 1),
                        place.image(),
                        place.component())
                .stream()
                .findFirst();
    }

    void delete(UUID id) {
        jdbc.update("delete from exceptions where id = ?", id);
    }

    /** The people behind the request. */
    List<String> people(UUID id) {
        return jdbc
                .query(
                        "select requested_for from exceptions where id = ?",
                        (row, number) -> Sql.texts(row, "requested_for"),
                        id)
                .stream()
                .findFirst()
                .orElse(List.of());
    }

    /**
     * How many wait for others than these people, by the cluster and namespace that they are for.
     *
     * @param people whose own requests do not count
     */
    Map<Place, Integer> waiting(List<String> people, Instant now) {
        Map<Place, Integer> waiting = new HashMap<>();
        jdbc.query(
                "select cluster, namespace, count(*)::int as amount from exceptions where state = 'REQUESTED'"
                        + " and not requested_for && ?::text[] and (ends_at is null or ends_at > ?::timestamptz) group by 1, 2",
                row -> {
                    waiting.put(
                            new Place(row.getString("cluster"), row.getString("namespace"), "", "", ""),
                            row.getInt("amount"));
                },
                Rows.array("text", people),
                now.toString());
        return waiting;
    }

    /** Decides one that waits; {@code false} if it does not wait any more. */
    boolean decide(UUID id, String state, @Nullable Facts facts, String by, String note, Instant at) {
        return jdbc.update(
                        "update exceptions set state = ?, fix_known = ?, exploited = ?, exposed = ?, decided_by = ?,"
                                + " decision = ?, decided_at = ?::timestamptz where id = ? and state = 'REQUESTED'",
                        state,
                        facts == null ? null : facts.fixKnown(),
                        facts == null ? null : facts.exploited(),
                        facts == null ? null : facts.exposed(),
                        by,
                        note,
                        at.toString(),
                        id)
                > 0;
    }

    /** Ends one that holds; {@code false} if it does not hold any more. */
    boolean end(UUID id, ExceptionRow.EndCause cause, String by, Instant at) {
        return jdbc.update(
                        "update exceptions set state = 'ENDED', ended_by = ?, end_cause = ?, ended_at = ?::timestamptz"
                                + " where id = ? and state = 'APPROVED'",
                        by,
                        cause.name(),
                        at.toString(),
                        id)
                > 0;
    }

    /** What it reaches, by the same view as everything that hides, and whether something else has it off the count already. */
    private static final String REACH = """
            with reach as materialized (
                select distinct r.workload_id, r.content_id, r.package_id, r.vulnerability_id
                from exception_reach r where r.exception_id = ?),
            others as materialized (
                select distinct r.workload_id, r.content_id, r.package_id, r.vulnerability_id
                from exceptions_in_force e join exception_reach r
                    on r.exception_id = e.id and r.vulnerability_id = e.vulnerability_id
                where e.id <> ? and e.vulnerability_id in (select vulnerability_id from reach)),
            told as (
                select r.*, o.workload_id is not null or (r.vulnerability_id in (select vulnerability_id from vex_spoken)
                        and vex_dismisses(r.vulnerability_id, r.package_id, r.content_id)) as off
                from reach r left join others o using (workload_id, content_id, package_id, vulnerability_id))
            """;

    /** What it would hide or hides; what another decision hides already is counted apart. */
    ExceptionPreview preview(UUID id) {
        List<Sample> samples = jdbc.query(
                REACH + """
                select w.id, l.name as cluster, w.namespace, w.kind, w.name
                from (select distinct workload_id from told where not off) r
                    join workloads w on w.id = r.workload_id join clusters l on l.id = w.cluster_id
                order by l.name, w.namespace, w.name, w.id limit ?
                """,
                (row, number) -> new Sample(
                        Sql.uuid(row, "id"),
                        row.getString("cluster"),
                        row.getString("namespace"),
                        row.getString("kind"),
                        row.getString("name")),
                id,
                id,
                SAMPLES);
        return Objects.requireNonNull(jdbc.queryForObject(
                REACH + """
                select count(*) filter (where not off) as findings, count(*) filter (where off) as already,
                    count(distinct t.workload_id) filter (where not off) as workloads,
                    count(distinct t.content_id) filter (where not off) as images,
                    coalesce(max(f.severity) filter (where not off), 0) as severity
                from told t
                    join package_findings f on f.package_id = t.package_id and f.vulnerability_id = t.vulnerability_id
                """,
                (row, number) -> new ExceptionPreview(
                        row.getInt("findings"),
                        row.getInt("already"),
                        row.getInt("workloads"),
                        row.getInt("images"),
                        Severities.of(row.getInt("severity")),
                        facts(id),
                        samples),
                id,
                id));
    }

    /** What holds now of what an exception is approved on. */
    Facts facts(UUID id) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                select exists (select 1 from exception_reach r join package_findings f
                        on f.package_id = r.package_id and f.vulnerability_id = r.vulnerability_id
                        where r.exception_id = e.id and f.fixed_version <> '') as fix_known,
                    exists (select 1 from vulnerability_aliases n join vulnerabilities v on v.id = n.vulnerability_id
                        where n.alias = e.vulnerability and v.kev_since is not null) as exploited,
                    exists (select 1 from exception_reach r join judgements j on j.workload_id = r.workload_id
                        where r.exception_id = e.id and j.exposure in ('ROUTE', 'EXTERNAL')) as exposed
                from exceptions e where e.id = ?
                """,
                (row, number) ->
                        new Facts(row.getBoolean("fix_known"), row.getBoolean("exploited"), row.getBoolean("exposed")),
                id));
    }

    /** The workloads in which it hides something, or would. */
    List<UUID> workloads(UUID id) {
        return jdbc.queryForList(
                "select distinct workload_id from exception_reach where exception_id = ?", UUID.class, id);
    }

    List<ExceptionRow> inForce() {
        return jdbc.query("select * from exceptions where state = 'APPROVED'", (row, number) -> read(row));
    }
}
