package dev.breakwater.central.fleet.internal.batch;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The objects of a cluster that central could not read or process. They stand in {@code cluster_problems} beside what the
 * sensor reports itself, until the object is accepted or gone; at most {@value #MOST} are listed, one more row says so.
 */
@Component
public class ObjectProblems {

    /** Ordinals below are the sensor's. */
    public static final int FIRST_ORDINAL = 1000;

    private static final int MOST = 200;
    private static final int OVERFLOW_ORDINAL = 100_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    ObjectProblems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records problems; one that is known of an object is replaced. */
    void record(UUID clusterId, List<ObjectProblem> problems) {
        for (ObjectProblem problem : problems) {
            if (problem.objectId() != null) {
                clear(clusterId, List.of(problem.objectId()));
            }
            insert(clusterId, problem);
        }
    }

    /** Forgets the problems of objects that were accepted or are gone. */
    void clear(UUID clusterId, List<UUID> objects) {
        if (!objects.isEmpty()) {
            jdbc.sql(
                            "delete from cluster_problems where cluster_id = :cluster and ordinal >= :first and object_id = any(:ids)")
                    .param("cluster", clusterId)
                    .param("first", FIRST_ORDINAL)
                    .param("ids", new ArrayList<>(objects).toArray(UUID[]::new))
                    .update();
        }
    }

    /** Forgets all of a cluster: it is being read anew and what is still wrong will come again. */
    public void clearAll(UUID clusterId) {
        jdbc.sql("delete from cluster_problems where cluster_id = :cluster and ordinal >= :first")
                .param("cluster", clusterId)
                .param("first", FIRST_ORDINAL)
                .update();
    }

    private void insert(UUID clusterId, ObjectProblem problem) {
        int next = jdbc.sql("""
                select coalesce(max(ordinal) + 1, :first) from cluster_problems
                where cluster_id = :cluster and ordinal >= :first and ordinal < :overflow
                """)
                .param("first", FIRST_ORDINAL)
                .param("cluster", clusterId)
                .param("overflow", OVERFLOW_ORDINAL)
                .query(Integer.class)
                .single();
        boolean room = next < OVERFLOW_ORDINAL
                && jdbc.sql(
                                        "select count(*) from cluster_problems where cluster_id = :cluster and ordinal between :first and :overflow")
                                .param("overflow", OVERFLOW_ORDINAL)
                                .param("cluster", clusterId)
                                .param("first", FIRST_ORDINAL)
                                .query(Integer.class)
                                .single()
                        < MOST;
        ObjectProblem shown = room
                ? problem
                : new ObjectProblem(null, "more objects", "more than " + MOST + " objects could not be processed");
        jdbc.sql("""
                insert into cluster_problems (cluster_id, ordinal, place, line, detail, reported_at, object_id)
                values (:cluster, :ordinal, :place, 0, :detail, :at, :object) on conflict do nothing
                """)
                .param("cluster", clusterId)
                .param("ordinal", room ? next : OVERFLOW_ORDINAL)
                .param("place", shown.place())
                .param("detail", shown.detail())
                .param("at", Timestamp.from(clock.instant()))
                .param("object", shown.objectId())
                .update();
    }
}
