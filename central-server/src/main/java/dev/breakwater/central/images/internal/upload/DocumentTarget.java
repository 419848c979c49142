package dev.breakwater.central.images.internal.upload;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageName;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds out which image a document is of. */
@Component
class DocumentTarget {

    private static final String ALLOWED = "a digest (sha256:…), the id of an image, or the name of one that runs";

    /**
     * An image.
     *
     * @param digest empty = only the name is known
     * @param image where only the name is known
     */
    record Found(String digest, @Nullable UUID image) {}

    private record Row(UUID id, @Nullable String digest) {}

    private final JdbcTemplate jdbc;

    DocumentTarget(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Found find(@Nullable String asked, ImageContents contents) {
        if (asked != null) {
            return byWords(asked.strip(), "image");
        }
        if (Digest.parse(contents.digest()).isPresent()) {
            return new Found(contents.digest(), null);
        }
        if (contents.reference().isEmpty()) {
            throw new InvalidRequest("image", "", ALLOWED + "; the document names none");
        }
        return byWords(contents.reference(), "image");
    }

    private Found byWords(String words, String field) {
        if (Digest.parse(words).isPresent()) {
            return new Found(words, null);
        }
        if (words.length() == 36) {
            Optional<Found> found = byId(words);
            if (found.isPresent()) {
                return found.get();
            }
        }
        ImageName name = ImageName.parse(words);
        if (name.digest() != null) {
            return new Found(name.digest().value(), null);
        }
        List<Row> rows = jdbc.query(
                "select id, digest from images where registry = ? and repository = ? and tag = ?",
                (row, number) -> new Row(row.getObject("id", UUID.class), row.getString("digest")),
                clean(name.registry()),
                clean(name.repository()),
                clean(name.tag()));
        List<String> digests = rows.stream()
                .map(Row::digest)
                .filter(digest -> digest != null)
                .distinct()
                .toList();
        if (digests.size() > 1) {
            throw new InvalidRequest(
                    field, words, "one of the digests that run by that name: " + String.join(", ", digests));
        }
        if (digests.size() == 1) {
            return new Found(digests.getFirst(), null);
        }
        return rows.stream()
                .findFirst()
                .map(row -> new Found("", row.id()))
                .orElseThrow(() -> new InvalidRequest(field, words, ALLOWED));
    }

    private static String clean(String text) {
        return text.replace('\0', '\ufffd');
    }

    private Optional<Found> byId(String id) {
        try {
            return jdbc
                    .query(
                            "select id, digest from images where id = ?",
                            (row, number) -> {
                                String digest = row.getString("digest");
                                return digest == null
                                        ? new Found("", row.getObject("id", UUID.class))
                                        : new Found(digest, null);
                            },
                            UUID.fromString(id))
                    .stream()
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
