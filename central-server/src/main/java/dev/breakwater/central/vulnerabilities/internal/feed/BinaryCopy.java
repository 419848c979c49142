package dev.breakwater.central.vulnerabilities.internal.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows in the binary form of PostgreSQL's {@code COPY}, some thousands at a time: of many rows this is the fastest way in, and
 * bytes go as they are. Texts lose the character 0, which PostgreSQL cannot keep.
 */
final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final int TEXT_OID = 25;

    private final String statement;
    private final int columns;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int rows;

    /**
     * No rows yet.
     *
     * @param table and its columns, such as {@code advisories (id, name)}; SQL of ours
     */
    BinaryCopy(String table, int columns) {
        this.statement = "copy " + table + " from stdin (format binary)";
        this.columns = columns;
        begin();
    }

    private void begin() {
        bytes.reset();
        rows = 0;
        write(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    /** Starts a row; as many values have to follow as there are columns. */
    BinaryCopy row() {
        rows++;
        return write(() -> out.writeShort(columns));
    }

    BinaryCopy integer(int value) {
        return write(() -> {
            out.writeInt(4);
            out.writeInt(value);
        });
    }

    BinaryCopy small(int value) {
        return write(() -> {
            out.writeInt(2);
            out.writeShort(value);
        });
    }

    BinaryCopy number(@Nullable Double value) {
        return write(() -> {
            if (value == null) {
                out.writeInt(-1);
            } else {
                out.writeInt(8);
                out.writeDouble(value);
            }
        });
    }

    BinaryCopy bool(boolean value) {
        return write(() -> {
            out.writeInt(1);
            out.writeByte(value ? 1 : 0);
        });
    }

    BinaryCopy text(String value) {
        return binary(utf8(value));
    }

    BinaryCopy binary(byte[] value) {
        return write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    BinaryCopy instant(@Nullable Instant value) {
        return write(() -> {
            if (value == null) {
                out.writeInt(-1);
            } else {
                out.writeInt(8);
                out.writeLong(ChronoUnit.MICROS.between(EPOCH, value));
            }
        });
    }

    BinaryCopy date(LocalDate value) {
        return integer((int) ChronoUnit.DAYS.between(EPOCH_DAY, value));
    }

    BinaryCopy texts(List<String> values) {
        return write(() -> {
            List<byte[]> encoded = values.stream().map(BinaryCopy::utf8).toList();
            int size = values.isEmpty() ? 12 : 20;
            for (byte[] one : encoded) {
                size += 4 + one.length;
            }
            out.writeInt(size);
            out.writeInt(values.isEmpty() ? 0 : 1);
            out.writeInt(0);
            out.writeInt(TEXT_OID);
            if (!values.isEmpty()) {
                out.writeInt(values.size());
                out.writeInt(1);
            }
            for (byte[] one : encoded) {
                out.writeInt(one.length);
                out.write(one);
            }
        });
    }

    /** Sends the rows and starts anew. */
    void send(Connection connection) {
        if (rows == 0) {
            return;
        }
        write(() -> out.writeShort(-1));
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(statement, new ByteArrayInputStream(bytes.toByteArray()), 1 << 16);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot copy into " + statement, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin();
    }

    private static byte[] utf8(String value) {
        return value.replace("\0", "").getBytes(StandardCharsets.UTF_8);
    }

    private interface Write {
        void to() throws IOException;
    }

    private BinaryCopy write(Write write) {
        try {
            write.to();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
