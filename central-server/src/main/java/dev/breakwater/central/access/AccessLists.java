package dev.breakwater.central.access;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of accounts and of API tokens. Of no cluster, so a narrowed scope sees none of them; their services are for administrators. */
@Configuration(proxyBeanMethods = false)
class AccessLists {

    private static final String NEVER = "'-infinity'";
    private static final String STATE =
            "case when t.revoked_at is not null then 'REVOKED' when t.expires_at <= now() then 'EXPIRED'"
                    + " when t.token_hash is null then 'WITHOUT_SECRET' else 'ACTIVE' end";

    @Bean
    ListDefinition<User> userList() {
        return ListDefinition.<User>of("users")
                .select("u.*")
                .from("users u")
                .id("u.id", KeyType.ID)
                .term(Conditions.text("user", "name of the account", "u.username"))
                .term(Conditions.words("role", "admin or analyst", "u.role", roles()))
                .term(Conditions.flag("enabled", "may sign in", "u.enabled"))
                .term(Conditions.age("age", "since the account was made", "u.created_at"))
                .searches("u.username")
                .sort("username", "u.username", KeyType.TEXT)
                .sort("role", "u.role", KeyType.TEXT)
                .sort("createdAt", "u.created_at", KeyType.INSTANT)
                .sort("lastLoginAt", "coalesce(u.last_login_at, " + NEVER + ")", KeyType.INSTANT)
                .defaultSort("username")
                .row(row -> new User(
                        Sql.uuid(row, "id"),
                        row.getString("username"),
                        Role.valueOf(row.getString("role")),
                        row.getBoolean("enabled"),
                        Sql.instant(row, "created_at"),
                        Sql.instantOrNull(row, "last_login_at")));
    }

    @Bean
    ListDefinition<ApiToken> apiTokenList() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("active", "ACTIVE");
        states.put("expired", "EXPIRED");
        states.put("revoked", "REVOKED");
        states.put("without-secret", "WITHOUT_SECRET");
        return ListDefinition.<ApiToken>of("api-tokens")
                .select("t.*")
                .from("api_tokens t")
                .id("t.id", KeyType.ID)
                .term(Conditions.words("state", "active, expired, revoked, or without-secret", STATE, states))
                .term(Conditions.text("name", "name", "t.name"))
                .term(Conditions.words("role", "admin or analyst", "t.role", roles()))
                .term(Conditions.text("author", "who made it", "t.created_by"))
                .term(Conditions.age("age", "since it was made", "t.created_at"))
                .searches("t.name")
                .sort("name", "t.name", KeyType.TEXT)
                .sort("role", "t.role", KeyType.TEXT)
                .sort("createdAt", "t.created_at", KeyType.INSTANT)
                .sort("expiresAt", "t.expires_at", KeyType.INSTANT)
                .sort("lastUsedAt", "coalesce(t.last_used_at, " + NEVER + ")", KeyType.INSTANT)
                .defaultSort("-createdAt")
                .row(row -> new ApiToken(
                        Sql.uuid(row, "id"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("created_by"),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "expires_at"),
                        Sql.instantOrNull(row, "last_used_at"),
                        Sql.instantOrNull(row, "revoked_at"),
                        row.getBytes("token_hash") != null));
    }

    private static Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            roles.put(role.name().toLowerCase(Locale.ROOT), role.name());
        }
        return roles;
    }
}
