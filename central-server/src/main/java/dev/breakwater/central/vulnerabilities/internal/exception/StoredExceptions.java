package dev.breakwater.central.vulnerabilities.internal.exception;

import dev.breakwater.central.access.Persons;
import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.vulnerabilities.ExceptionPreview;
import dev.breakwater.central.vulnerabilities.ExceptionRequest;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import dev.breakwater.central.vulnerabilities.Exceptions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

@Service
class StoredExceptions implements Exceptions {

    private static final int LOCK = 0x4258;

    private final Lists lists;
    private final ListDefinition<ExceptionRow> definition;
    private final ExceptionTable table;
    private final ExceptionEffect effect;
    private final ExceptionPlaces places;
    private final Persons persons;
    private final Audit audit;
    private final ActorSource actors;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    StoredExceptions(
            Lists lists,
            ListDefinition<ExceptionRow> definition,
            ExceptionTable table,
            ExceptionEffect effect,
            ExceptionPlaces places,
            Persons persons,
            Audit audit,
            ActorSource actors,
            JdbcTemplate jdbc,
            Clock clock) {
        this.lists = lists;
        this.definition = definition;
        this.table = table;
        this.effect = effect;
        this.places = places;
        this.persons = persons;
        this.audit = audit;
        this.actors = actors;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Page<ExceptionRow> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    @Override
    public int count(String q, AccessScope scope) {
        return lists.count(definition, q, scope);
    }

    @Override
    public ExceptionRow get(UUID id, AccessScope scope) {
        return lists.byId(definition, id, scope).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("exception", id.toString()));
    }

    /** Asked for and taken back within one transaction, so that the answer is made as that of the real one. */
    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ExceptionPreview preview(ExceptionRequest request, AccessScope scope) {
        UUID id = insert(request, scope);
        ExceptionPreview preview = table.preview(id);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return preview;
    }

    @Override
    public ExceptionPreview preview(UUID id, AccessScope scope) {
        ExceptionRow row = get(id, scope);
        places.requireWithin(row.place(), scope);
        return table.preview(id);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ExceptionRow request(ExceptionRequest request, AccessScope scope) {
        // Two requests at once are one after the other: the second is told of the first.
        jdbc.query("select pg_advisory_xact_lock(?, hashtext(lower(?)))", row -> {}, LOCK, request.vulnerability());
        ExceptionRequest asked = request.about(named(request.vulnerability()));
        table.same(asked).ifPresent(first -> {
            throw new Conflict("The same was asked for already: exception " + first + ".");
        });
        ExceptionRow made = get(insert(asked, scope), scope);
        audit.record("asked for", "exception", made.id().toString(), made.vulnerability(), null, made);
        return made;
    }

    private UUID insert(ExceptionRequest request, AccessScope scope) {
        Instant now = clock.instant();
        ExceptionTexts.check(request, now);
        places.requireWithin(request.place(), scope);
        places.requireThere(request.place());
        UUID id = Ids.newId(now);
        String actor = actors.current().name();
        table.insert(id, request.about(named(request.vulnerability())), actor, persons.behind(actor), now);
        if (request.untilFixed() && table.facts(id).fixKnown()) {
            throw new InvalidRequest("untilFixed", "true", "a date instead: there is a version that mends it");
        }
        return id;
    }

    /** As the feeds write it, in whatever case it is asked for. */
    private String named(String vulnerability) {
        return jdbc
                .queryForList(
                        "select alias from vulnerability_aliases where lower(alias) = lower(?)"
                                + " order by alias <> ?, alias limit 1",
                        String.class,
                        vulnerability,
                        vulnerability)
                .stream()
                .findFirst()
                .orElseThrow(
                        () -> new InvalidRequest("vulnerability", vulnerability, "one that a loaded feed speaks of"));
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ExceptionRow approve(UUID id, String note, AccessScope scope) {
        ExceptionTexts.note(note);
        ExceptionRow before = get(id, scope);
        places.requireWithin(before.place(), scope);
        String actor = actors.current().name();
        if (Persons.isToken(actor)) {
            throw new Conflict("A token cannot approve: another person has to.");
        }
        if (isOwn(id)) {
            throw new Conflict("You asked for it. Another person has to approve.");
        }
        Instant now = clock.instant();
        if (before.endsAt() != null && !before.endsAt().isAfter(now)) {
            throw new Conflict("Its end has come already.");
        }
        if (!table.decide(id, "APPROVED", table.facts(id), actor, note, now)) {
            throw decided(id, scope);
        }
        effect.changed(id, before.kind() + " of " + before.vulnerability() + " was approved");
        return told("approved", before, scope);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ExceptionRow deny(UUID id, String note, AccessScope scope) {
        ExceptionTexts.refusal(note);
        ExceptionRow before = get(id, scope);
        if (!table.decide(id, "DENIED", null, actors.current().name(), note, clock.instant())) {
            throw decided(id, scope);
        }
        return told("refused", before, scope);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ExceptionRow end(UUID id, String note, AccessScope scope) {
        ExceptionTexts.note(note);
        ExceptionRow before = get(id, scope);
        if (before.state() == ExceptionRow.State.REQUESTED) {
            throw new Conflict("It does not hold yet. Deny it instead.");
        }
        if (!table.end(id, ExceptionRow.EndCause.TAKEN_BACK, actors.current().name(), clock.instant())) {
            return before;
        }
        effect.changed(id, before.kind() + " of " + before.vulnerability() + " was taken back");
        return told("took back", before, scope);
    }

    @Override
    public int waiting(AccessScope scope) {
        return table.waiting(persons.behind(actors.current().name()), clock.instant()).entrySet().stream()
                .filter(at -> places.isWithin(at.getKey(), scope))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Override
    public boolean isOwn(UUID id) {
        List<String> asked = table.people(id);
        return persons.behind(actors.current().name()).stream().anyMatch(asked::contains);
    }

    /** Somebody else was first; what they decided is read anew. */
    private Conflict decided(UUID id, AccessScope scope) {
        return new Conflict("It does not wait any more: it is "
                + get(id, scope).state().name().toLowerCase(Locale.ROOT) + ".");
    }

    private ExceptionRow told(String action, ExceptionRow before, AccessScope scope) {
        ExceptionRow after = get(before.id(), scope);
        audit.record(action, "exception", after.id().toString(), after.vulnerability(), before, after);
        return after;
    }
}
