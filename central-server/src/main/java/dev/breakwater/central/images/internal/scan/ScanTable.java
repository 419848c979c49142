package dev.breakwater.central.images.internal.scan;

import dev.breakwater.central.images.Scan.Via;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Claims and settles {@code scan_jobs}. What comes from a claim that was overtaken leaves the job as it is. */
@Component
public class ScanTable {

    private static final String MINE = " where id = ? and attempts = ? and state = 'RUNNING'";

    private final JdbcTemplate jdbc;

    ScanTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims the next job that central does itself. */
    Optional<ScanJob> claim(Instant now, Instant leasedUntil) {
        return claim("j.via = 'CENTRAL'", "", 1, now, leasedUntil).stream().findFirst();
    }

    /** Claims jobs for the sensor of a cluster, of images that this cluster runs. */
    public List<ScanJob> claimForSensor(UUID clusterId, int most, Instant now, Instant leasedUntil) {
        String runs = "j.via = '" + Via.SENSOR + "' and exists (select 1 from images i join workload_images u"
                + " on u.image_id = i.id join workloads w on w.id = u.workload_id"
                + " where (i.digest = j.digest or i.id = j.image_id) and w.cluster_id = '" + clusterId + "')";
        return claim(runs, "cluster_id = '" + clusterId + "', ", most, now, leasedUntil);
    }

    private List<ScanJob> claim(String which, String more, int most, Instant now, Instant leasedUntil) {
        return jdbc.query(
                """
                update scan_jobs set %sstate = 'RUNNING', attempts = attempts + 1, started_at = c.at, finished_at = null,
                    leased_until = ?::timestamptz, layers_done = 0, layers = 0, bytes = 0
                from (
                    select j.id as claimed, b.at from scan_jobs j, (select ?::timestamptz) b(at)
                    where %s and (j.state = 'QUEUED' and j.next_at <= b.at or j.state = 'RUNNING' and j.leased_until <= b.at)
                    order by j.priority, j.next_at, j.id limit %d for update of j skip locked) c
                where id = c.claimed returning *
                """.formatted(more, which, most), (row, number) -> job(row), leasedUntil.toString(), now.toString());
    }

    private static ScanJob job(ResultSet row) throws SQLException {
        return new ScanJob(
                Sql.uuid(row, "id"),
                row.getString("digest"),
                row.getObject("image_id", UUID.class),
                row.getString("reference"),
                row.getString("registry"),
                row.getString("platform"),
                row.getInt("attempts"));
    }

    /** The claimed job of a sensor's cluster, if it still is in its hands. */
    public Optional<ScanJob> running(UUID id, UUID clusterId) {
        return jdbc
                .query(
                        "select * from scan_jobs where id = ? and cluster_id = ? and state = 'RUNNING'",
                        (row, number) -> job(row),
                        id,
                        clusterId)
                .stream()
                .findFirst();
    }

    /** Says that it goes on, and how far it is; whether it still is in the same hands. */
    public boolean heartbeat(ScanJob job, int layersDone, int layers, long bytes, Instant leasedUntil) {
        return jdbc.update(
                        "update scan_jobs set leased_until = ?::timestamptz, layers_done = ?, layers = ?, bytes = ?"
                                + MINE,
                        leasedUntil.toString(),
                        layersDone,
                        layers,
                        bytes,
                        job.id(),
                        job.attempt())
                > 0;
    }

    public boolean done(ScanJob job, int layers, Instant now) {
        return jdbc.update(
                        "update scan_jobs set state = 'DONE', finished_at = ?::timestamptz, leased_until = null, reason = '',"
                                + " last_error = '', layers_done = ?, layers = ?" + MINE,
                        now.toString(),
                        layers,
                        layers,
                        job.id(),
                        job.attempt())
                > 0;
    }

    /** @param next when it is tried again, {@code null} = it is given up */
    public boolean failed(ScanJob job, String reason, String error, Instant now, @Nullable Instant next) {
        return jdbc.update(
                        "update scan_jobs set state = case when ?::timestamptz is null then 'FAILED' else 'QUEUED' end,"
                                + " next_at = coalesce(?::timestamptz, next_at), finished_at = ?::timestamptz,"
                                + " leased_until = null, reason = ?, last_error = ?" + MINE,
                        next == null ? null : next.toString(),
                        next == null ? null : next.toString(),
                        now.toString(),
                        reason,
                        error,
                        job.id(),
                        job.attempt())
                > 0;
    }

    /** Lets the next one take it at once, as when this replica stops. */
    void release(ScanJob job, Instant now) {
        jdbc.update(
                "update scan_jobs set state = 'QUEUED', attempts = attempts - 1, next_at = ?::timestamptz,"
                        + " leased_until = null" + MINE,
                now.toString(),
                job.id(),
                job.attempt());
    }

    /** Has signatures of the image looked for, too. */
    void lookForSignatures(ScanJob job, Instant now) {
        jdbc.update(
                "update image_signatures set next_at = least(next_at, ?::timestamptz)"
                        + " where target = (select target from scan_jobs where id = ?)",
                now.toString(),
                job.id());
    }

    boolean cancel(UUID id, Instant now) {
        return jdbc.update(
                        "update scan_jobs set state = 'CANCELLED', finished_at = ?::timestamptz, leased_until = null"
                                + " where id = ? and state in ('QUEUED', 'RUNNING')",
                        now.toString(),
                        id)
                > 0;
    }

    /** The images whose content a job is of. */
    List<UUID> images(ScanJob job) {
        return jdbc.queryForList(
                "select id from images where digest = ? or id = ?", UUID.class, job.digest(), job.imageId());
    }
}
