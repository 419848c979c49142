package dev.breakwater.central.images.internal;

import dev.breakwater.central.inventory.KnownImages;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.Observed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The images of which somebody told something. What was not told stays unknown. */
@Component
class ToldImages implements KnownImages {

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    ToldImages(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<UUID, Map<String, ImageDetails>> ofWorkloads(Collection<UUID> workloadIds) {
        Map<UUID, Map<String, ImageDetails>> known = new HashMap<>();
        jdbc.query(
                """
                select u.workload_id, i.name, f.created_at, f.config_user, f.labels
                from workload_images u join image_facts f on f.image_id = u.image_id join images i on i.id = u.image_id
                where u.workload_id = any(?)
                """,
                row -> {
                    known.computeIfAbsent(Sql.uuid(row, "workload_id"), key -> new HashMap<>())
                            .put(row.getString("name"), details(row));
                },
                Rows.ids(workloadIds));
        return known;
    }

    @Override
    public Map<String, ImageDetails> named(Collection<String> names) {
        Map<String, ImageDetails> known = new HashMap<>();
        jdbc.query(
                """
                select i.name, f.created_at, f.config_user, f.labels
                from images i join image_facts f on f.image_id = i.id where i.name = any(?)
                """,
                row -> {
                    known.put(row.getString("name"), details(row));
                },
                Rows.array("text", names));
        return known;
    }

    private ImageDetails details(ResultSet row) throws SQLException {
        ImageDetails nothing = ImageDetails.NOT_LOOKED_AT;
        Instant createdAt = Sql.instantOrNull(row, "created_at");
        String labels = row.getString("labels");
        return new ImageDetails(
                told(createdAt, nothing.createdAt()),
                told(row.getString("config_user"), nothing.user()),
                told(labels == null ? null : json.readValue(labels, LABELS), nothing.labels()),
                nothing.scan());
    }

    private static <T> Observed<T> told(@Nullable T value, Observed<T> unknown) {
        return value == null ? unknown : Observed.known(value);
    }
}
