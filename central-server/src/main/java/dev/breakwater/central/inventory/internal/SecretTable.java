package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Secret;
import dev.breakwater.engine.model.Secret.Certificate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class SecretTable implements NarrowTable {

    private final JdbcTemplate jdbc;

    SecretTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void apply(ChangeSet set) {
        Rows rows =
                Rows.of("uuid", "text", "text", "text", "jsonb", "timestamptz", "text", "jsonb", "uuid", "timestamptz");
        for (ObjectChange change : set.written(ObjectKind.SECRET)) {
            Secret secret = change.object(Secret.class);
            Optional<Certificate> first = firstToExpire(secret);
            rows.add(
                    change.id(),
                    secret.meta().namespace(),
                    secret.meta().name(),
                    secret.type(),
                    Json.list(secret.keys()),
                    first.map(Certificate::notAfter).orElse(null),
                    first.map(Certificate::subject).orElse(""),
                    Json.list(secret.registries()),
                    set.clusterId(),
                    set.at());
        }
        rows.update(jdbc, """
                insert into secrets (id, namespace, name, type, keys, certificate_expires_at, certificate_subject,
                    registries, cluster_id, first_seen_at)
                select u.id, u.namespace, u.name, u.type, array(select jsonb_array_elements_text(u.keys)), u.expires,
                    u.subject, array(select jsonb_array_elements_text(u.registries)), u.cluster_id, u.at
                from %s u(id, namespace, name, type, keys, expires, subject, registries, cluster_id, at)
                on conflict (id) do update set
                    type = excluded.type, keys = excluded.keys, registries = excluded.registries,
                    certificate_expires_at = excluded.certificate_expires_at,
                    certificate_subject = excluded.certificate_subject
                """.formatted(rows.unnest()));
        Removal.of(jdbc, "secrets", set.removed(ObjectKind.SECRET));
    }

    private static Optional<Certificate> firstToExpire(Secret secret) {
        return secret.certificates().stream()
                .filter(certificate -> certificate.notAfter() != null)
                .min(Comparator.comparing(Certificate::notAfter))
                .or(() -> secret.certificates().stream().findFirst());
    }
}
