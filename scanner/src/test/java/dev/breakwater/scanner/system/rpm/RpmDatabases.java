package dev.breakwater.scanner.system.rpm;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes databases of packages: headers by rpm's own form, the SQLite around them by SQLite itself. */
final class RpmDatabases {

    private RpmDatabases() {}

    /** A header with so many bytes of other tags. */
    static byte[] header(String name, String version, String release, int epoch, int ballast) {
        ByteArrayOutputStream store = new ByteArrayOutputStream();
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        try (DataOutputStream entries = new DataOutputStream(index)) {
            int count = 0;
            for (var text : List.of(
                    List.of("1000", name),
                    List.of("1001", version),
                    List.of("1002", release),
                    List.of("1022", "x86_64"),
                    List.of("1044", name + "-src-" + version + "-" + release + ".src.rpm"),
                    List.of("1004", "x".repeat(ballast)))) {
                entry(entries, Integer.parseInt(text.get(0)), 6, store.size());
                store.write(text.get(1).getBytes(StandardCharsets.UTF_8));
                store.write(0);
                count++;
            }
            while (store.size() % 4 != 0) {
                store.write(0);
            }
            entry(entries, 1003, 4, store.size());
            store.write(new byte[] {0, 0, (byte) (epoch >> 8), (byte) epoch});
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(whole);
            out.writeInt(count + 1);
            out.writeInt(store.size());
            out.write(index.toByteArray());
            out.write(store.toByteArray());
            return whole.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(DataOutputStream out, int tag, int type, int offset) throws IOException {
        out.writeInt(tag);
        out.writeInt(type);
        out.writeInt(offset);
        out.writeInt(1);
    }

    /** As rpm's {@code rpmpkg.c} lays it out, every third slot empty. */
    static byte[] ndb(List<byte[]> headers) {
        int pages = (headers.size() * 3 / 2 + 2) / 256 + 1;
        int blobs = headers.stream()
                .mapToInt(each -> (each.length + 28 + 15) / 16 * 16)
                .sum();
        ByteBuffer file = ByteBuffer.allocate(pages * 4096 + blobs).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RpmP".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .putInt(7)
                .putInt(pages)
                .putInt(headers.size() + 1);
        int at = pages * 4096;
        int taken = 0;
        for (int slot = 2; slot < pages * 256; slot++) {
            file.position(slot * 16).put("Slot".getBytes(StandardCharsets.US_ASCII));
            if (slot % 3 == 0 || taken == headers.size()) {
                continue;
            }
            byte[] header = headers.get(taken++);
            int blocks = (header.length + 28 + 15) / 16;
            file.putInt(taken).putInt(at / 16).putInt(blocks);
            file.position(at)
                    .put("BlbS".getBytes(StandardCharsets.US_ASCII))
                    .putInt(taken)
                    .putInt(1)
                    .putInt(header.length);
            file.put(header);
            at += blocks * 16;
        }
        return file.array();
    }

    static byte[] sqlite(Path folder, int pageSize, List<byte[]> headers) {
        try {
            Path file = Files.createTempFile(folder, "rpmdb", ".sqlite");
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA page_size = " + pageSize);
                statement.execute("VACUUM");
                statement.execute("CREATE TABLE other (a TEXT)");
                statement.execute("CREATE TABLE Packages (hnum INTEGER PRIMARY KEY AUTOINCREMENT, blob BLOB NOT NULL)");
                connection.setAutoCommit(false);
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO Packages (blob) VALUES (?)")) {
                    for (byte[] header : headers) {
                        insert.setBytes(1, header);
                        insert.execute();
                    }
                }
                connection.commit();
            }
            return Files.readAllBytes(file);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
