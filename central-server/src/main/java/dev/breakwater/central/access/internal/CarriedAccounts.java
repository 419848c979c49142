package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.Role;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Local accounts in an export, by their names. An account that comes without the hash of its password keeps the one it has
 * here; a new one has none that anybody knows until an administrator sets it.
 */
@Component
@Order(20)
class CarriedAccounts implements Carried<CarriedAccounts.Account> {

    /** What our encoder writes; another kind, above all one in plain text, is not let in. */
    private static final Pattern HASH = Pattern.compile("\\{bcrypt}\\$2[aby]\\$(0[4-9]|1[0-4])\\$[./A-Za-z0-9]{53}");

    /**
     * An account as it stands in the file.
     *
     * @param passwordHash {@code null} unless hashes were asked for
     */
    record Account(
            String username,
            Role role,
            boolean enabled,
            Instant createdAt,
            @Nullable String passwordHash) {

        Account withHash(@Nullable String hash) {
            return new Account(username, role, enabled, createdAt, hash);
        }
    }

    private final JdbcTemplate jdbc;
    private final PasswordEncoder encoder;
    private final Clock clock;

    CarriedAccounts(JdbcTemplate jdbc, PasswordEncoder encoder, Clock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public String what() {
        return "local accounts and their roles";
    }

    @Override
    public Class<Account> item() {
        return Account.class;
    }

    @Override
    public String key(Account item) {
        return item.username();
    }

    @Override
    public List<Account> read(boolean secrets) {
        return jdbc.query(
                "select * from users",
                (row, number) -> new Account(
                        row.getString("username"),
                        Role.valueOf(row.getString("role")),
                        row.getBoolean("enabled"),
                        Sql.instant(row, "created_at"),
                        secrets ? row.getString("password_hash") : null));
    }

    @Override
    public void check(Account item) {
        if (!LocalPeople.NAME.matcher(item.username()).matches()) {
            throw new InvalidRequest("username", item.username(), LocalPeople.NAME_FORM);
        }
        LocalPeople.forPeople(item.role());
        if (item.passwordHash() != null && !HASH.matcher(item.passwordHash()).matches()) {
            throw new InvalidRequest("passwordHash", "(not shown)", "{bcrypt} and a hash of it, or null");
        }
    }

    @Override
    public boolean same(Account here, Account wanted) {
        return (wanted.passwordHash() == null ? here.withHash(null) : here).equals(wanted);
    }

    @Override
    public Record shown(Account item) {
        return item.withHash(item.passwordHash() == null ? "(not in the file)" : "(not shown)");
    }

    @Override
    public void write(List<Account> items) {
        byte[] unknown = new byte[24];
        new SecureRandom().nextBytes(unknown);
        // One for all: nobody knows it, and each costs a tenth of a second.
        String nobodyKnows = encoder.encode(HexFormat.of().formatHex(unknown));
        Rows rows = Rows.of("uuid", "text", "text", "text", "bool", "timestamptz");
        for (Account item : items) {
            rows.add(
                    Ids.newId(clock.instant()),
                    item.username(),
                    item.passwordHash(),
                    item.role(),
                    item.enabled(),
                    item.createdAt());
        }
        rows.update(jdbc, """
                insert into users (id, username, password_hash, role, enabled, created_at, version)
                select u.id, u.username, coalesce(u.hash, k.password_hash, b.nobody), u.role, u.enabled, u.created_at, 0
                from %s u(id, username, hash, role, enabled, created_at)
                    left join users k on k.username = u.username cross join (select ?::text) b(nobody)
                on conflict (username) do update set password_hash = excluded.password_hash, role = excluded.role,
                    enabled = excluded.enabled, created_at = excluded.created_at, version = users.version + 1,
                    standing = users.standing + 1
                """.formatted(rows.unnest()), nobodyKnows);
        Boolean administrator = jdbc.queryForObject(
                "select exists (select 1 from users where enabled and role = 'ADMIN')", Boolean.class);
        if (!Boolean.TRUE.equals(administrator)) {
            throw new Conflict("the import would leave no administrator who can sign in");
        }
    }
}
