package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what the base of an image is recognised by. */
@Component
public class LayerChains {

    private static final String BASE_NAME = "org.opencontainers.image.base.name";
    private static final String BASE_DIGEST = "org.opencontainers.image.base.digest";
    private static final int LONGEST = 500;

    private final JdbcTemplate jdbc;

    LayerChains(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the layers of a content, what its labels name as its base, and the tag by which it was looked into, in place of what was kept.
     *
     * @param at when it was looked into
     */
    public void keep(int contentId, ImageContents contents, Instant at) {
        List<String> chain = ChainIds.of(contents.layers());
        ImageConfig config = contents.config();
        String digest = config.labels().getOrDefault(BASE_DIGEST, "").strip();
        int changed = jdbc.update(
                """
                update image_contents c set chain_id = n.chain, layer_count = n.layers, platform = n.platform,
                    base_name = n.base_name, base_digest = n.base_digest
                from (select ?::text, ?::int, ?::text, ?::text, ?::text) n(chain, layers, platform, base_name, base_digest)
                where c.id = ? and (c.chain_id, c.layer_count, c.platform, c.base_name, c.base_digest)
                    is distinct from (n.chain, n.layers, n.platform, n.base_name, n.base_digest)
                """,
                chain.isEmpty() ? "" : chain.getLast(),
                chain.size(),
                config.architecture().isEmpty() ? "" : clean(config.os() + "/" + config.architecture()),
                clean(config.labels().getOrDefault(BASE_NAME, "").strip()),
                Digest.parse(digest).map(Digest::value).orElse(""),
                contentId);
        if (changed > 0) {
            jdbc.update("delete from content_layers where content_id = ?", contentId);
            jdbc.update(
                    "insert into content_layers (content_id, depth, chain_id)"
                            + " select ?, n.depth, n.chain from unnest(?::text[]) with ordinality n(chain, depth)",
                    contentId,
                    Rows.array("text", chain));
        }
        name(contentId, contents.reference(), at);
    }

    private void name(int contentId, String reference, Instant at) {
        if (reference.isBlank() || reference.length() > LONGEST) {
            return;
        }
        ImageName name = ImageName.parse(reference);
        if (name.tag().isEmpty()) {
            return;
        }
        jdbc.update(
                "insert into content_names (registry, repository, tag, content_id, seen_at) values (?, ?, ?, ?, ?::timestamptz)"
                        + " on conflict (registry, repository, tag, content_id) do update set seen_at = excluded.seen_at"
                        + " where content_names.seen_at < excluded.seen_at",
                clean(name.registry()),
                clean(name.repository()),
                clean(name.tag()),
                contentId,
                Objects.requireNonNull(at).toString());
    }

    private static String clean(String text) {
        String shown = text.replace('\0', '\ufffd');
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST);
    }
}
