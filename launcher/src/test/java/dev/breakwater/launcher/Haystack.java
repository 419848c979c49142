package dev.breakwater.launcher;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that the product wrote down or answered, byte by byte, by where it stands. */
final class Haystack {

    private static final int ZSTD_MAGIC = 0xFD2FB528;
    private static final int LARGEST_DOCUMENT = 16 * 1024 * 1024;

    /** One character a byte, so that nothing is lost to an encoding. */
    private final Map<String, StringBuilder> places = new LinkedHashMap<>();

    void add(String place, String text) {
        add(place, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String place, byte[] bytes) {
        places.computeIfAbsent(place, p -> new StringBuilder())
                .append(new String(bytes, StandardCharsets.ISO_8859_1))
                .append('\n');
    }

    /** Every file below a folder. */
    void addFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add("file " + folder.relativize(file), Files.readAllBytes(file));
            }
        }
    }

    /** Every row of every table; what is compressed is decompressed. */
    void addTables(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        addRow("table " + table, rows);
                    }
                }
            }
        }
    }

    private void addRow(String place, ResultSet rows) throws SQLException {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            if (rows.getMetaData().getColumnTypeName(column).equals("bytea")) {
                byte[] bytes = rows.getBytes(column);
                if (bytes != null) {
                    add(place, isCompressed(bytes) ? Zstd.decompress(bytes, LARGEST_DOCUMENT) : bytes);
                }
            } else {
                String text = rows.getString(column);
                if (text != null) {
                    add(place, text);
                }
            }
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names =
                statement.executeQuery("select quote_ident(table_schema) || '.' || quote_ident(table_name)"
                        + " from information_schema.tables where table_type = 'BASE TABLE'"
                        + " and table_schema not in ('pg_catalog', 'information_schema')")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private static boolean isCompressed(byte[] bytes) {
        return bytes.length > 4
                && (bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF) << 16 | (bytes[3] & 0xFF) << 24)
                        == ZSTD_MAGIC;
    }

    /** The places in which a marker left a trace. */
    List<String> placesOf(Marker marker) {
        return places.entrySet().stream()
                .filter(place -> marker.traces().stream()
                        .anyMatch(trace -> place.getValue().indexOf(trace) >= 0))
                .map(Map.Entry::getKey)
                .toList();
    }
}
