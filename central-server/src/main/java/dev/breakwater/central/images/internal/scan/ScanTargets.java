package dev.breakwater.central.images.internal.scan;

import dev.breakwater.central.images.internal.scan.ScanQueue.Wanted;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageName;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds out which image somebody means. */
@Component
class ScanTargets {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@\\[\\]-]{0,499}");
    private static final String ALLOWED =
            "a digest that runs, the id of an image, or a name such as registry.example.com/shop:1.2";

    private final JdbcTemplate jdbc;

    ScanTargets(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Wanted find(String words) {
        String text = words.strip();
        if (!NAME.matcher(text).matches()) {
            throw new InvalidRequest("images", words, ALLOWED);
        }
        if (text.toLowerCase(Locale.ROOT).startsWith("sha256:")
                && Digest.parse(text).isEmpty()) {
            throw new InvalidRequest("images", words, ALLOWED + "; a digest is sha256: and 64 hexadecimal digits");
        }
        Optional<Wanted> known = Digest.parse(text).isPresent() ? byDigest(text) : byId(text);
        if (known.isPresent()) {
            return known.get();
        }
        if (Digest.parse(text).isPresent()) {
            throw new InvalidRequest(
                    "images", words, ALLOWED + "; no workload runs this digest, so name its repository too");
        }
        ImageName name = ImageName.parse(text);
        return named(name);
    }

    /** A name that is known here is the image that runs by it; others are looked into under that name. */
    private Wanted named(ImageName name) {
        if (name.digest() != null) {
            return new Wanted(
                    name.digest().value(), name.digest().value(), null, name.canonical(), lower(name.registry()));
        }
        return jdbc
                .query(
                        "select id, name, registry from images where name = ? and digest is null",
                        (row, number) -> new Wanted(
                                row.getString("name"),
                                null,
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                lower(row.getString("registry"))),
                        name.canonical())
                .stream()
                .findFirst()
                .orElseGet(() -> new Wanted(name.canonical(), null, null, name.canonical(), lower(name.registry())));
    }

    private static String lower(String registry) {
        return registry.toLowerCase(Locale.ROOT);
    }

    private Optional<Wanted> byDigest(String digest) {
        return query("select * from images where digest = ? order by name limit 1", digest);
    }

    private Optional<Wanted> byId(String text) {
        try {
            return text.length() == 36
                    ? query("select * from images where id = ?", UUID.fromString(text))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Wanted> query(String sql, Object parameter) {
        return jdbc
                .query(
                        sql,
                        (row, number) -> {
                            String digest = row.getString("digest");
                            return new Wanted(
                                    digest == null ? row.getString("name") : digest,
                                    digest,
                                    digest == null ? row.getObject("id", UUID.class) : null,
                                    row.getString("name"),
                                    lower(row.getString("registry")));
                        },
                        parameter)
                .stream()
                .findFirst();
    }
}
