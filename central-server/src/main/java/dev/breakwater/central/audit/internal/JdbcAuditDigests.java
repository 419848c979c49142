package dev.breakwater.central.audit.internal;

import dev.breakwater.central.audit.AuditDigest;
import dev.breakwater.central.audit.AuditDigests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the rows one after the other; the log of a day may be long. */
@Component
class JdbcAuditDigests implements AuditDigests {

    private static final int ROWS = 1_000;
    private static final List<String> FIELDS = List.of(
            "actor",
            "channel",
            "action",
            "object_type",
            "object_id",
            "object_name",
            "before",
            "after",
            "source_ip",
            "request_id");

    private final JdbcTemplate jdbc;

    JdbcAuditDigests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public AuditDigest of(Instant from, Instant to) {
        Sum sum = new Sum();
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select a.*, to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') as told"
                                    + " from audit_log a where at >= ?::timestamptz and at < ?::timestamptz order by id");
                    statement.setString(1, from.toString());
                    statement.setString(2, to.toString());
                    statement.setFetchSize(ROWS);
                    return statement;
                },
                sum);
        return sum.digest();
    }

    @Override
    public long oldest() {
        Long oldest = jdbc.queryForObject("select min(id) from audit_log", Long.class);
        return oldest == null ? 0 : oldest;
    }

    private static final class Sum implements RowCallbackHandler {

        private final MessageDigest digest = sha256();
        private long entries;
        private long first;
        private long last;

        @Override
        public void processRow(ResultSet row) throws SQLException {
            last = row.getLong("id");
            first = entries == 0 ? last : first;
            entries++;
            add(String.valueOf(last));
            add(row.getString("told"));
            for (String field : FIELDS) {
                add(row.getString(field));
            }
        }

        private void add(@Nullable String value) {
            byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
            String length = value == null ? "-" : bytes.length + ":";
            digest.update(length.getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
            digest.update((byte) ',');
        }

        AuditDigest digest() {
            return new AuditDigest(entries, first, last, HexFormat.of().formatHex(digest.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("every Java has SHA-256", missing);
            }
        }
    }
}
