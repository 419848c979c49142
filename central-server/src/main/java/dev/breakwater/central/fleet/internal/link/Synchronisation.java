package dev.breakwater.central.fleet.internal.link;

import com.google.protobuf.ByteString;
import dev.breakwater.central.fleet.internal.batch.ClusterCutOff;
import dev.breakwater.contracts.v1.Holdings;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The two ends of a resync: what central holds, and the mark that everything has been sent. */
@Component
class Synchronisation {

    private static final int FETCH_SIZE = 2_000;
    private static final int CHUNK_ENTRIES = 4_096;
    private static final int ID_BYTES = 16;
    private static final int ENTRY_BYTES = 32;

    private final JdbcTemplate cursor;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Clock clock;

    Synchronisation(DataSource dataSource, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.cursor = new JdbcTemplate(dataSource);
        this.cursor.setFetchSize(FETCH_SIZE);
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** Sends id, fingerprint and kind of everything that central holds of a cluster, in chunks; the last one says so. */
    void holdings(UUID clusterId, Consumer<Holdings> sink) {
        Chunk chunk = new Chunk(sink);
        reading.executeWithoutResult(status -> cursor.query(
                "select id, fingerprint, kind from cluster_objects where cluster_id = ?",
                row -> {
                    chunk.add(row.getObject(1, UUID.class), row.getBytes(2), row.getByte(3));
                },
                clusterId));
        chunk.send(true);
    }

    /** The cluster is read completely. From the first time on, its verdicts are no longer provisional. */
    void synced(UUID clusterId) {
        int found = jdbc.sql("""
                update clusters set synced_at = :now, last_contact_at = :now,
                    first_synced_at = coalesce(first_synced_at, :now) where id = :id and revoked_at is null
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", clusterId)
                .update();
        if (found == 0) {
            throw new ClusterCutOff();
        }
    }

    private static final class Chunk {

        private final Consumer<Holdings> sink;
        private final ByteBuffer entries = ByteBuffer.allocate(CHUNK_ENTRIES * ENTRY_BYTES);
        private final ByteBuffer kinds = ByteBuffer.allocate(CHUNK_ENTRIES);

        Chunk(Consumer<Holdings> sink) {
            this.sink = sink;
        }

        void add(UUID id, byte[] fingerprint, byte kind) {
            if (!kinds.hasRemaining()) {
                send(false);
            }
            entries.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            entries.put(fingerprint, 0, ENTRY_BYTES - ID_BYTES);
            kinds.put(kind);
        }

        void send(boolean last) {
            sink.accept(Holdings.newBuilder()
                    .setEntries(ByteString.copyFrom(entries.flip()))
                    .setKinds(ByteString.copyFrom(kinds.flip()))
                    .setLast(last)
                    .build());
            entries.clear();
            kinds.clear();
        }
    }
}
