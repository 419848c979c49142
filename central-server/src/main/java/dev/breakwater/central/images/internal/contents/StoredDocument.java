package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.image.ImageContents;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads whole contents for what is worked out of them later. */
@Component
public class StoredDocument {

    /** A content. */
    public record Kept(int id, ImageContents contents, Instant scannedAt) {}

    private final JdbcTemplate jdbc;

    StoredDocument(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Some of which the chain of layers is not worked out, held for the present transaction. */
    public List<Kept> withoutChain(int most) {
        return jdbc.query(
                "select id, scanned_at, document from image_contents where chain_id is null order by id limit ?"
                        + " for update skip locked",
                (row, number) -> new Kept(
                        row.getInt("id"),
                        ContentDocument.read(row.getBytes("document")).contents(),
                        Sql.instant(row, "scanned_at")),
                most);
    }
}
