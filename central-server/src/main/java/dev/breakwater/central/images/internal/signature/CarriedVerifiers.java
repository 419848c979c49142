package dev.breakwater.central.images.internal.signature;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.images.Verifier.Kind;
import dev.breakwater.central.images.VerifierDraft;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Signature verifiers in an export; there is nothing secret in them. */
@Component
@Order(122)
class CarriedVerifiers implements Carried<CarriedVerifiers.Kept> {

    /** A signature verifier as it stands in the file. */
    record Kept(
            UUID id,
            String name,
            Kind kind,
            String pem,
            List<String> subjects,
            List<String> issuers,
            @Nullable String logsPem,
            List<String> images,
            String note) {

        VerifierDraft draft() {
            return new VerifierDraft(name, kind, pem, subjects, issuers, logsPem == null ? "" : logsPem, images, note);
        }
    }

    private final JdbcTemplate jdbc;
    private final VerifierTable table;
    private final SignatureUsers users;
    private final ActorSource actors;
    private final Clock clock;

    CarriedVerifiers(JdbcTemplate jdbc, VerifierTable table, SignatureUsers users, ActorSource actors, Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.users = users;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "signatureVerifiers";
    }

    @Override
    public String what() {
        return "signature verifiers";
    }

    @Override
    public Class<Kept> item() {
        return Kept.class;
    }

    @Override
    public String key(Kept item) {
        return item.id().toString();
    }

    @Override
    public List<Kept> read(boolean secrets) {
        return jdbc.query(
                "select * from signature_verifiers",
                (row, number) -> new Kept(
                        Sql.uuid(row, "id"),
                        row.getString("name"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("pem"),
                        Sql.texts(row, "subjects"),
                        Sql.texts(row, "issuers"),
                        row.getString("logs_pem"),
                        Sql.texts(row, "images"),
                        row.getString("note")));
    }

    @Override
    public void check(Kept item) {
        VerifierCheck.check(item.draft());
    }

    @Override
    public @Nullable String obstacle(Kept item, Reach reach) {
        return table.isTaken(item.name(), item.id()) ? "another signature verifier of that name is here" : null;
    }

    @Override
    public void write(List<Kept> items) {
        Instant now = clock.instant();
        String actor = actors.current().name();
        for (Kept item : items) {
            Integer here = jdbc.queryForObject(
                    "select count(*) from signature_verifiers where id = ?", Integer.class, item.id());
            if (here != null && here > 0) {
                users.due(table.images(item.id()), "the signature verifier " + item.name() + " was brought in");
                table.update(item.id(), item.draft(), now, actor);
            } else {
                table.insert(item.id(), item.draft(), now, actor);
            }
            users.due(table.images(item.id()), "the signature verifier " + item.name() + " was brought in");
        }
    }
}
