package dev.breakwater.central.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Looks ids up in the database. */
final class StoredIds implements IdLookup {

    /** Of a hundred thousand things, so many are found quickly by looking through a list for them. */
    private static final int MOST = 4_000;

    private final NamedParameterJdbcTemplate jdbc;

    StoredIds(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<List<UUID>> find(String query, Map<String, Object> parameters) {
        List<UUID> ids = jdbc.queryForList(query + " limit " + (MOST + 1), parameters, UUID.class);
        return ids.size() > MOST ? Optional.empty() : Optional.of(ids);
    }
}
