package dev.breakwater.central.images.internal.signature;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.scanner.signature.FoundSignatures;
import dev.breakwater.scanner.signature.SignatureCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code image_signatures}, which also is the queue of looks, and {@code signature_verdicts}. */
@Component
class SignatureTable {

    private static final int MOST_NAMES = 5;

    /** Runs, and a verifier speaks of it. */
    private static final String WANTED = """
            exists (select 1 from signatures_of_images o join workload_images u on u.image_id = o.image_id
                where o.target = s.target)""";

    /** A look in the hands of whoever claimed it. @param attempt since the last that went well, from 1 */
    record Look(String target, String registry, int attempt) {}

    /** What is kept of one image. @param holds whether verdicts on it can be relied on */
    record Kept(
            @Nullable FoundSignatures found,
            boolean holds,
            @Nullable Instant lookedAt,
            String lastError) {}

    /** A name under which an image runs. */
    record Name(UUID id, String name, String registry, String repository) {

        /** As the patterns of verifiers speak of it. */
        String full() {
            return registry + "/" + repository;
        }
    }

    private final JdbcTemplate jdbc;

    SignatureTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Queues what runs, is spoken of by a verifier and was never looked at; returns how many. Of what only a tag is known is
     * left out: it may name another image by now.
     */
    int queueRunning(Instant now) {
        return queue("true", now);
    }

    /** Queues these, if they run, a verifier speaks of them, and their digest is known. */
    int queue(Collection<UUID> imageIds, Instant now) {
        return queue("i.id = any(?)", now, Rows.ids(imageIds));
    }

    private int queue(String which, Instant now, Object... parameters) {
        List<Object> all = new ArrayList<>();
        all.add(now.toString());
        all.addAll(List.of(parameters));
        return jdbc.update("""
                insert into image_signatures (target, registry, source, holds, found, attempts, reason, last_error, next_at)
                select distinct on (o.target) o.target, lower(i.registry), '', false, 0, 0, '', '', ?::timestamptz
                from signatures_of_images o join images i on i.id = o.image_id
                where exists (select 1 from workload_images u where u.image_id = i.id)
                    and not exists (select 1 from image_signatures s where s.target = o.target)
                    and i.digest is not null and %s
                order by o.target, i.name
                on conflict (target) do nothing
                """.formatted(which), all.toArray());
    }

    /** Makes room for what others found, if there is none; looked for by central only after a while. */
    void ensure(String target, String registry, Instant next) {
        jdbc.update(
                "insert into image_signatures (target, registry, source, holds, found, attempts, reason, last_error, next_at)"
                        + " values (?, ?, '', false, 0, 0, '', '', ?::timestamptz) on conflict (target) do nothing",
                target,
                registry,
                next.toString());
    }

    /** Looks for it another time, and leaves what is known of it. */
    void later(String target, Instant next) {
        jdbc.update(
                "update image_signatures set next_at = ?::timestamptz, leased_until = null, attempts = 0 where target = ?",
                next.toString(),
                target);
    }

    /** Claims the next look. */
    Optional<Look> claim(Instant now, Instant leasedUntil) {
        return jdbc
                .query(
                        """
                        update image_signatures set attempts = attempts + 1, leased_until = ?::timestamptz
                        from (
                            select s.target as claimed from image_signatures s, (select ?::timestamptz) b(at)
                            where s.next_at <= b.at and (s.leased_until is null or s.leased_until <= b.at) and %s
                            order by s.next_at, s.target limit 1 for update of s skip locked) c
                        where target = c.claimed returning target, registry, attempts
                        """.formatted(WANTED),
                        (row, number) ->
                                new Look(row.getString("target"), row.getString("registry"), row.getInt("attempts")),
                        leasedUntil.toString(),
                        now.toString())
                .stream()
                .findFirst();
    }

    /** The names under which it runs, or ran if it does not any more; {@value #MOST_NAMES} at the most. */
    List<Name> names(String target) {
        return jdbc.query(
                "select i.*, exists (select 1 from workload_images u where u.image_id = i.id) as runs from images i"
                        + " where i.digest = ? or i.name = ? and i.digest is null order by runs desc, i.name limit "
                        + MOST_NAMES,
                (row, number) -> new Name(
                        Sql.uuid(row, "id"),
                        row.getString("name"),
                        row.getString("registry"),
                        row.getString("repository")),
                target,
                target);
    }

    /** What is kept, locked until the end of the transaction; empty = it is gone. */
    Optional<Kept> lock(String target) {
        return jdbc
                .query(
                        "select * from image_signatures where target = ? for update",
                        (row, number) -> {
                            byte[] packed = row.getBytes("signatures");
                            return new Kept(
                                    packed == null ? null : FoundSignatures.unpack(packed),
                                    row.getBoolean("holds"),
                                    Sql.instantOrNull(row, "looked_at"),
                                    row.getString("last_error"));
                        },
                        target)
                .stream()
                .findFirst();
    }

    void looked(String target, FoundSignatures found, String source, Instant now, Instant next) {
        jdbc.update(
                """
                update image_signatures set digest = ?, source = ?, looked_at = b.at, tried_at = b.at, holds = true, found = ?,
                    signatures = ?, attempts = 0, reason = '', last_error = '', next_at = ?::timestamptz, leased_until = null
                from (select ?::timestamptz) b(at) where target = ?
                """,
                found.digest(),
                source,
                found.signatures().size() + found.unread(),
                found.pack(),
                next.toString(),
                now.toString(),
                target);
    }

    void failed(String target, boolean holds, String reason, String error, Instant now, Instant next) {
        jdbc.update(
                "update image_signatures set holds = ?, reason = ?, last_error = ?, tried_at = ?::timestamptz,"
                        + " next_at = ?::timestamptz, leased_until = null where target = ?",
                holds,
                reason,
                error,
                now.toString(),
                next.toString(),
                target);
    }

    /** Gives a look back, as when this replica stops. */
    void release(String target) {
        jdbc.update(
                "update image_signatures set leased_until = null, attempts = greatest(0, attempts - 1) where target = ?",
                target);
    }

    /** Verdicts by verifier, whatever version of it they are of. */
    Map<UUID, SignatureCheck> verdicts(String target) {
        Map<UUID, SignatureCheck> verdicts = new HashMap<>();
        jdbc.query(
                "select * from signature_verdicts where target = ?",
                row -> {
                    verdicts.put(
                            Sql.uuid(row, "verifier_id"),
                            new SignatureCheck(
                                    SignatureCheck.State.valueOf(row.getString("outcome")),
                                    "",
                                    Sql.texts(row, "signers"),
                                    row.getString("reason")));
                },
                target);
        return verdicts;
    }

    void verdict(String target, VerifierTable.Asked verifier, SignatureCheck check, Instant now) {
        jdbc.update(
                """
                insert into signature_verdicts (target, verifier_id, version, outcome, signers, reason, checked_at, since)
                select ?, v.id, ?, ?, ?, ?, b.at, b.at from signature_verifiers v, (select ?::timestamptz) b(at) where v.id = ?
                on conflict (target, verifier_id) do update set version = excluded.version, outcome = excluded.outcome,
                    signers = excluded.signers, reason = excluded.reason, checked_at = excluded.checked_at,
                    since = case when signature_verdicts.outcome = excluded.outcome then signature_verdicts.since
                        else excluded.since end
                """,
                target,
                verifier.version(),
                check.state().name(),
                Rows.array("text", check.signers()),
                check.reason(),
                now.toString(),
                verifier.id());
    }

    /** What is kept and was not verified by a verifier as it is now. */
    List<String> pending(int most) {
        return jdbc.queryForList(
                "select distinct target from signatures_of_images where pending limit " + most, String.class);
    }

    /** Has it looked at as soon as somebody is free; whether there is something to look at. */
    boolean hurry(String target, Instant now) {
        return jdbc.update(
                        "update image_signatures set next_at = least(next_at, ?::timestamptz), attempts = 0 where target = ?",
                        now.toString(),
                        target)
                > 0;
    }
}
