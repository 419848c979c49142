package dev.breakwater.central.vulnerabilities.internal.exception;

import dev.breakwater.central.access.Persons;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import dev.breakwater.central.vulnerabilities.ExceptionPreview.Facts;
import dev.breakwater.central.vulnerabilities.ExceptionRequest;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Kind;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Exceptions in an export, with those that are over: why something was not counted is asked later, too. */
@Component
@Order(75)
class CarriedExceptions implements Carried<CarriedExceptions.Kept> {

    private static final int LONGEST_NAME = 300;

    /** An exception as it stands in the file. */
    record Kept(
            UUID id,
            Kind kind,
            ExceptionRow.State state,
            String vulnerability,
            Place place,
            String reason,
            String justification,
            @Nullable Instant endsAt,
            boolean untilFixed,
            String requestedBy,
            List<String> requestedFor,
            Instant requestedAt,
            String decidedBy,
            @Nullable Instant decidedAt,
            String decision,
            @Nullable Facts facts,
            String endedBy,
            @Nullable Instant endedAt,
            ExceptionRow.@Nullable EndCause endCause) {}

    private final JdbcTemplate jdbc;
    private final ExceptionEffect effect;

    CarriedExceptions(JdbcTemplate jdbc, ExceptionEffect effect) {
        this.jdbc = jdbc;
        this.effect = effect;
    }

    @Override
    public String name() {
        return "exceptions";
    }

    @Override
    public String what() {
        return "exceptions of vulnerabilities";
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
        return jdbc.query("select * from exceptions", (row, number) -> {
            ExceptionRow one = ExceptionTable.read(row);
            return new Kept(
                    one.id(),
                    one.kind(),
                    one.state(),
                    one.vulnerability(),
                    one.place(),
                    one.reason(),
                    one.justification(),
                    one.endsAt(),
                    one.untilFixed(),
                    one.requestedBy(),
                    Sql.texts(row, "requested_for"),
                    one.requestedAt(),
                    one.decidedBy(),
                    one.decidedAt(),
                    one.decision(),
                    one.facts(),
                    one.endedBy(),
                    one.endedAt(),
                    one.endCause());
        });
    }

    @Override
    public void check(Kept item) {
        ExceptionTexts.checkTexts(new ExceptionRequest(
                item.kind(),
                item.vulnerability(),
                item.place(),
                item.reason(),
                item.justification(),
                item.endsAt(),
                item.untilFixed()));
        ExceptionTexts.note(item.decision());
        for (String name : List.of(item.requestedBy(), item.decidedBy(), item.endedBy())) {
            if (name.length() > LONGEST_NAME) {
                throw new InvalidRequest("requestedBy", name, "up to " + LONGEST_NAME + " characters");
            }
        }
        boolean approved = item.state() == ExceptionRow.State.APPROVED || item.state() == ExceptionRow.State.ENDED;
        if (approved
                && (item.facts() == null
                        || item.decidedAt() == null
                        || item.decidedBy().isBlank())) {
            throw new InvalidRequest("decidedBy", item.decidedBy(), "who approved it, when, and on which facts");
        }
        String decider = item.decidedBy().toLowerCase(Locale.ROOT);
        boolean own = decider.equals(item.requestedBy().toLowerCase(Locale.ROOT))
                || item.requestedFor().stream()
                        .anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(decider));
        if (approved && (own || Persons.isToken(decider))) {
            throw new InvalidRequest("decidedBy", item.decidedBy(), "another person than who asked for it");
        }
    }

    @Override
    public void write(List<Kept> items) {
        for (Kept item : items) {
            Place place = item.place();
            int equals = place.label().indexOf('=');
            Facts facts = item.facts();
            jdbc.update(
                    """
                    insert into exceptions (id, kind, state, vulnerability, cluster, namespace, label_key, label_value, image,
                        component, reason, justification, ends_at, until_fixed, requested_by, requested_for, requested_at,
                        decided_by, decided_at, decision, fix_known, exploited, exposed, ended_by, ended_at, end_cause)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?::timestamptz, ?, ?::timestamptz, ?,
                        ?, ?, ?, ?, ?::timestamptz, ?)
                    on conflict (id) do update set state = excluded.state, decided_by = excluded.decided_by,
                        decided_at = excluded.decided_at, decision = excluded.decision, fix_known = excluded.fix_known,
                        exploited = excluded.exploited, exposed = excluded.exposed, ended_by = excluded.ended_by,
                        ended_at = excluded.ended_at, end_cause = excluded.end_cause, kind = excluded.kind,
                        vulnerability = excluded.vulnerability, cluster = excluded.cluster, namespace = excluded.namespace,
                        label_key = excluded.label_key, label_value = excluded.label_value, image = excluded.image,
                        component = excluded.component, reason = excluded.reason, justification = excluded.justification,
                        ends_at = excluded.ends_at, until_fixed = excluded.until_fixed, requested_by = excluded.requested_by,
                        requested_for = excluded.requested_for, requested_at = excluded.requested_at
                    """,
                    item.id(),
                    item.kind().name(),
                    item.state().name(),
                    item.vulnerability(),
                    place.cluster(),
                    place.namespace(),
                    equals < 0 ? place.label() : place.label().substring(0, equals),
                    equals < 0 ? "" : place.label().substring(equals + 1),
                    place.image(),
                    place.component(),
                    item.reason(),
                    item.justification(),
                    text(item.endsAt()),
                    item.untilFixed(),
                    item.requestedBy(),
                    Rows.array("text", item.requestedFor()),
                    text(item.requestedAt()),
                    item.decidedBy(),
                    text(item.decidedAt()),
                    item.decision(),
                    facts == null ? null : facts.fixKnown(),
                    facts == null ? null : facts.exploited(),
                    facts == null ? null : facts.exposed(),
                    item.endedBy(),
                    text(item.endedAt()),
                    item.endCause() == null ? "" : item.endCause().name());
            effect.changed(item.id(), item.kind() + " of " + item.vulnerability() + " was imported");
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
