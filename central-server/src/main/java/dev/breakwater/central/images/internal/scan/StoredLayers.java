package dev.breakwater.central.images.internal.scan;

import com.github.luben.zstd.Zstd;
import dev.breakwater.scanner.LayerCache;
import dev.breakwater.scanner.LayerContents;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What was found in layers, in PostgreSQL, so that all replicas read each layer once. */
@Component
class StoredLayers implements LayerCache {

    private static final Logger LOG = LoggerFactory.getLogger(StoredLayers.class);
    private static final int LEVEL = 3;
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;
    private final Clock clock;

    StoredLayers(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<LayerContents> get(String diffId, String revision) {
        try {
            return jdbc
                    .query(
                            "update layer_contents set used_at = ?::timestamptz where diff_id = ? and revision = ?"
                                    + " returning document",
                            (row, number) -> row.getBytes(1),
                            clock.instant().toString(),
                            diffId,
                            revision)
                    .stream()
                    .findFirst()
                    .map(StoredLayers::read);
        } catch (DataAccessException | JacksonException | IllegalStateException e) {
            LOG.warn("a kept layer cannot be read and is looked into again: layer={}", diffId, e);
            return Optional.empty();
        }
    }

    private static LayerContents read(byte[] document) {
        long size = Zstd.getFrameContentSize(document);
        if (size < 0 || size > MOST_BYTES) {
            throw new IllegalStateException("a layer of " + size + " bytes; at most " + MOST_BYTES);
        }
        return JSON.readValue(Zstd.decompress(document, (int) size), LayerContents.class);
    }

    @Override
    public void put(LayerContents contents, String revision) {
        try {
            byte[] json = JSON.writeValueAsBytes(contents);
            if (json.length > MOST_BYTES) {
                return;
            }
            jdbc.update(
                    "insert into layer_contents (diff_id, revision, document, used_at) values (?, ?, ?, ?::timestamptz)"
                            + " on conflict (diff_id, revision) do update set document = excluded.document,"
                            + " used_at = excluded.used_at",
                    contents.diffId(),
                    revision,
                    Zstd.compress(json, LEVEL),
                    clock.instant().toString());
        } catch (DataAccessException | JacksonException e) {
            LOG.warn("what was found in a layer cannot be kept: layer={}", contents.diffId(), e);
        }
    }
}
