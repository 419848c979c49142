package dev.breakwater.central.sealing.internal;

import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.StoredSecrets;
import dev.breakwater.central.sealing.SigningKey;
import dev.breakwater.seal.SealKeys;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code signing_keys}; private halves only sealed. */
@Component
class SigningKeyTable {

    private final JdbcTemplate jdbc;
    // Asked for only where a key is made or used: an export runs without the master key.
    private final ObjectProvider<StoredSecrets> secrets;

    SigningKeyTable(JdbcTemplate jdbc, ObjectProvider<StoredSecrets> secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    List<SigningKey> all() {
        return jdbc.query(
                "select * from signing_keys order by retired_at desc nulls first, created_at desc",
                (row, number) -> read(row));
    }

    Optional<SigningKey> current() {
        return jdbc.query("select * from signing_keys where retired_at is null", (row, number) -> read(row)).stream()
                .findFirst();
    }

    /** The present pair; nobody retires it before the present transaction ends. */
    Optional<KeyPair> pair() {
        return jdbc
                .query("select * from signing_keys where retired_at is null for share", (row, number) -> pair(row))
                .stream()
                .findFirst();
    }

    /** A new present key, unless another replica made one meanwhile. */
    void create(Instant at, String actor, String reason) {
        KeyPair pair = SealKeys.generate();
        String fingerprint = SealKeys.fingerprint(pair.getPublic());
        jdbc.update(
                """
                insert into signing_keys (fingerprint, public_key, encrypted_key, created_at, created_by, reason)
                values (?, ?, ?, ?::timestamptz, ?, ?) on conflict do nothing
                """,
                fingerprint,
                pair.getPublic().getEncoded(),
                secrets.getObject().seal(pair.getPrivate().getEncoded(), purpose(fingerprint)),
                at.toString(),
                actor,
                reason);
    }

    /** Retires the present key: it can sign no more, whoever has the master key. */
    void retire(Instant at) {
        jdbc.update(
                "update signing_keys set retired_at = ?::timestamptz, encrypted_key = null where retired_at is null",
                at.toString());
    }

    private KeyPair pair(ResultSet row) throws SQLException {
        try {
            byte[] secret =
                    secrets.getObject().open(row.getBytes("encrypted_key"), purpose(row.getString("fingerprint")));
            return new KeyPair(SealKeys.publicKey(row.getBytes("public_key")), SealKeys.privateKey(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the stored signing key cannot be read", e);
        }
    }

    private static SigningKey read(ResultSet row) throws SQLException {
        try {
            return new SigningKey(
                    row.getString("fingerprint"),
                    SealKeys.pem(SealKeys.publicKey(row.getBytes("public_key"))),
                    Sql.instant(row, "created_at"),
                    row.getString("created_by"),
                    row.getString("reason"),
                    Sql.instantOrNull(row, "retired_at"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the stored signing key cannot be read", e);
        }
    }

    private static String purpose(String fingerprint) {
        return "signing key " + fingerprint;
    }
}
