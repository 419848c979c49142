package dev.breakwater.central.fleet.internal.authority;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the authority. The first replica to start makes it; all others take what is there. */
@Component
class AuthorityStore {

    private static final String PURPOSE = "certificate authority";

    private final JdbcClient jdbc;
    private final Clock clock;

    AuthorityStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Authority loadOrCreate(MasterKey masterKey) {
        return load(masterKey).orElseGet(() -> {
            create(masterKey);
            return load(masterKey).orElseThrow();
        });
    }

    private Optional<Authority> load(MasterKey masterKey) {
        return jdbc.sql("select certificate, encrypted_key from central_authority where id = 1")
                .query((row, number) -> new Authority(
                        Keys.certificate(row.getString("certificate")),
                        Keys.privateKey(masterKey.open(row.getBytes("encrypted_key"), PURPOSE))))
                .optional();
    }

    private void create(MasterKey masterKey) {
        Instant now = clock.instant();
        Authority made = Authority.create(now);
        jdbc.sql("""
                insert into central_authority (id, certificate, encrypted_key, created_at)
                values (1, :certificate, :key, :at) on conflict (id) do nothing
                """)
                .param("certificate", Keys.pem(made.certificate()))
                .param("key", masterKey.seal(made.key().getEncoded(), PURPOSE))
                .param("at", Timestamp.from(now))
                .update();
    }
}
