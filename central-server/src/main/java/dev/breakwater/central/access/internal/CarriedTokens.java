package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.Role;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * API tokens in an export: what they are called and may do, never what lets anybody in. One that is new here cannot be used;
 * it tells what has to be made anew. One that was revoked here stays revoked, and none lives longer than it does here.
 */
@Component
@Order(30)
class CarriedTokens implements Carried<CarriedTokens.Token> {

    /** A token as it stands in the file. */
    record Token(
            UUID id,
            String name,
            Role role,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {}

    private final JdbcTemplate jdbc;

    CarriedTokens(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "apiTokens";
    }

    @Override
    public String what() {
        return "API tokens, without what lets anybody in";
    }

    @Override
    public Class<Token> item() {
        return Token.class;
    }

    @Override
    public String key(Token item) {
        return item.id().toString();
    }

    @Override
    public List<Token> read(boolean secrets) {
        return jdbc.query(
                "select * from api_tokens",
                (row, number) -> new Token(
                        Sql.uuid(row, "id"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("created_by"),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "expires_at"),
                        Sql.instantOrNull(row, "revoked_at")));
    }

    @Override
    public void check(Token item) {
        if (item.name().isBlank() || item.name().length() > HashedApiTokens.MAX_NAME) {
            throw new InvalidRequest("name", item.name(), "1 to " + HashedApiTokens.MAX_NAME + " characters");
        }
        if (item.createdBy().length() > HashedApiTokens.MAX_NAME) {
            throw new InvalidRequest(
                    "createdBy", item.createdBy(), "up to " + HashedApiTokens.MAX_NAME + " characters");
        }
    }

    @Override
    public void write(List<Token> items) {
        Rows rows = Rows.of("uuid", "text", "text", "text", "timestamptz", "timestamptz", "timestamptz");
        for (Token item : items) {
            rows.add(
                    item.id(),
                    item.name(),
                    item.role(),
                    item.createdBy(),
                    item.createdAt(),
                    item.expiresAt(),
                    item.revokedAt());
        }
        rows.update(jdbc, """
                insert into api_tokens (id, name, role, created_by, created_at, expires_at, revoked_at, version)
                select u.*, 0 from %s u
                on conflict (id) do update set name = excluded.name, role = excluded.role,
                    created_by = excluded.created_by, created_at = excluded.created_at,
                    expires_at = least(api_tokens.expires_at, excluded.expires_at),
                    revoked_at = coalesce(api_tokens.revoked_at, excluded.revoked_at), version = api_tokens.version + 1
                """.formatted(rows.unnest()));
    }
}
