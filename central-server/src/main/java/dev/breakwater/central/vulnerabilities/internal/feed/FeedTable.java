package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.FeedRow.SpokenFor;
import dev.breakwater.central.vulnerabilities.FeedRow.State;
import dev.breakwater.feeds.fetch.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Feeds as they are kept. */
@Component
class FeedTable {

    private static final int MOST_TEXT = 4_000;

    /**
     * What an attempt came to.
     *
     * @param entries in use
     * @param newest of them, {@code null} = none is dated
     */
    record Taken(int entries, @Nullable Instant newest, Instant asOf) {}

    private final JdbcTemplate jdbc;

    FeedTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One import at a time, in all replicas. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(?, ?)", row -> {}, 0x4257, 41);
        // Nor is anything matched meanwhile: a package that arrives then would see no advisory of the feed, and the
        // feed no package.
        jdbc.query("select pg_advisory_xact_lock(?, ?)", row -> {}, 0x4257, 40);
    }

    /** The row of a feed, made if it is not there. */
    int idOf(String name, String format, String source, Instant at) {
        return Objects.requireNonNull(jdbc.queryForObject("""
                insert into feeds (name, format, source, state, reason, entries, unreadable, problems, checked_at, etag,
                    last_modified)
                values (?, ?, ?, 'FAILED', 'It was never read.', 0, 0, '', ?::timestamptz, '', '')
                on conflict (name) do update set name = excluded.name returning id
                """, Integer.class, name, format, source, at.toString()));
    }

    Optional<Instant> asOf(int id) {
        return jdbc
                .query("select as_of from feeds where id = ?", (row, number) -> Sql.instantOrNull(row, "as_of"), id)
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether it is time to ask the sources again; the next one to ask is told no. */
    boolean takeTurn(Instant before, Instant now) {
        return jdbc.update(
                        "insert into feed_turns (id, asked_at) values (1, ?::timestamptz) on conflict (id) do update"
                                + " set asked_at = excluded.asked_at where feed_turns.asked_at <= ?::timestamptz",
                        now.toString(),
                        before.toString())
                > 0;
    }

    /** Of a feed that was taken from this source; one that came from elsewhere is asked for anew. */
    Optional<Validators> validators(String name, String source) {
        return jdbc
                .query(
                        "select etag, last_modified from feeds where name = ? and source = ? and loaded_at is not null",
                        (row, number) -> new Validators(row.getString(1), row.getString(2)),
                        name,
                        source)
                .stream()
                .findFirst();
    }

    void taken(
            int id, FeedContent content, FeedContent.Read read, Taken taken, State state, String reason, Instant at) {
        jdbc.update(
                """
                update feeds set format = ?, source = ?, state = ?, reason = ?, entries = ?, unreadable = ?, problems = ?,
                    newest_at = ?::timestamptz, as_of = ?::timestamptz, loaded_at = ?::timestamptz, checked_at = ?::timestamptz,
                    etag = ?, last_modified = ?, refused_source = ''
                where id = ?
                """,
                read.format(),
                content.source(),
                state.name(),
                reason,
                taken.entries(),
                read.unreadable(),
                shortened(String.join("\n", read.problems())),
                taken.newest() == null ? null : taken.newest().toString(),
                taken.asOf().toString(),
                at.toString(),
                at.toString(),
                content.etag(),
                content.lastModified(),
                id);
    }

    /** What is there is still as it is at the source; tells for which ecosystems that makes it count again. */
    List<String> unchanged(String name, Instant at) {
        List<String> again = jdbc.queryForList(
                "select e.ecosystem from feed_ecosystems e join feeds f on f.id = e.feed_id"
                        + " where f.name = ? and f.state = 'STALE'",
                String.class,
                name);
        jdbc.update(
                "update feeds set checked_at = ?::timestamptz, as_of = ?::timestamptz, state = 'OK', reason = '',"
                        + " refused_source = '' where name = ? and state <> 'REMOVING'",
                at.toString(),
                at.toString(),
                name);
        return again;
    }

    /** The last attempt came to nothing; what was there before stays in use. */
    void refused(String name, String source, State state, String reason, List<String> problems, Instant at) {
        idOf(name, "", source, at);
        jdbc.update(
                "update feeds set state = case when state = 'STALE' then state else ? end,"
                        + " reason = case when state = 'STALE' then 'What is in use is older than it may be. The last file was "
                        + (state == State.REFUSED ? "refused" : "not had")
                        + ": ' else '' end || ?, problems = ?, checked_at = ?::timestamptz,"
                        + " refused_source = case when loaded_at is null then '' else ? end,"
                        + " source = case when loaded_at is null then ? else source end"
                        + " where name = ? and state <> 'REMOVING'",
                state.name(),
                shortened(reason),
                shortened(String.join("\n", problems)),
                at.toString(),
                source,
                source,
                name);
    }

    /** Marks as stale what has become too old, and tells which ecosystems those feeds speak for. */
    List<String> markStale(Instant before) {
        List<Integer> stale = jdbc.queryForList(
                "update feeds set state = 'STALE', reason = 'Its entries are older than they may be.'"
                        + " || case when state in ('REFUSED', 'FAILED') then ' The last file was not taken: ' || reason else '' end"
                        + " where state not in ('STALE', 'REMOVING') and as_of < ?::timestamptz returning id",
                Integer.class,
                before.toString());
        return stale.isEmpty()
                ? List.of()
                : jdbc.queryForList(
                        "select distinct ecosystem from feed_ecosystems where feed_id = any(?)",
                        String.class,
                        Rows.array("int4", stale));
    }

    /** Marks as being removed. */
    void removing(String name) {
        jdbc.update(
                "update feeds set state = 'REMOVING', reason = 'It is being removed.', etag = '', last_modified = ''"
                        + " where name = ?",
                name);
    }

    /** A feed that is being removed; empty = it is not, or is gone. */
    Optional<Integer> beingRemoved(String name) {
        return jdbc
                .queryForList("select id from feeds where name = ? and state = 'REMOVING'", Integer.class, name)
                .stream()
                .findFirst();
    }

    /** The names of those that are being removed. */
    List<String> beingRemoved() {
        return jdbc.queryForList("select name from feeds where state = 'REMOVING'", String.class);
    }

    /** Counts what is left of a feed that is being removed. */
    void left(int id) {
        jdbc.update(
                "update feeds f set entries = (select count(*) from advisories a where a.feed_id = f.id) where f.id = ?",
                id);
    }

    /** Removes a feed of which nothing is left. */
    void remove(int id) {
        jdbc.update("delete from feeds where id = ?", id);
    }

    /** Forgets those among them of which nothing was ever taken. @return how many those were */
    int removeNeverTaken(Collection<String> names) {
        return jdbc.update("delete from feeds where loaded_at is null and name = any(?)", Rows.array("text", names));
    }

    List<FeedRow> all(Instant now) {
        Map<Integer, List<SpokenFor>> spoken = new HashMap<>();
        jdbc.query(
                "select feed_id, ecosystem, advisories, complete, family_advisories, usual, small from feed_ecosystems"
                        + " order by complete desc, advisories desc, ecosystem",
                row -> {
                    spoken.computeIfAbsent(row.getInt(1), key -> new ArrayList<>())
                            .add(new SpokenFor(
                                    row.getString(2),
                                    row.getInt(3),
                                    row.getBoolean(4),
                                    row.getInt(5),
                                    row.getInt(6),
                                    row.getBoolean(4) && row.getBoolean(7)));
                });
        return jdbc.query("select * from feeds order by name", (row, number) -> {
            Instant asOf = Sql.instantOrNull(row, "as_of");
            String problems = row.getString("problems");
            return new FeedRow(
                    row.getString("name"),
                    row.getString("format"),
                    row.getString("source"),
                    row.getString("refused_source"),
                    State.valueOf(row.getString("state")),
                    row.getString("reason"),
                    row.getInt("entries"),
                    row.getInt("unreadable"),
                    problems.isEmpty() ? List.of() : List.of(problems.split("\n")),
                    spoken.getOrDefault(row.getInt("id"), List.of()),
                    Sql.instantOrNull(row, "newest_at"),
                    asOf,
                    asOf == null
                            ? null
                            : Math.max(0, Duration.between(asOf, now).toSeconds()),
                    Sql.instant(row, "checked_at"));
        });
    }

    private static String shortened(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }
}
