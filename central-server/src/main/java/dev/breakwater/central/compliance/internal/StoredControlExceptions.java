package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.access.Persons;
import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlException.State;
import dev.breakwater.central.compliance.ControlException.Wish;
import dev.breakwater.central.compliance.ControlExceptions;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.AccessScope.NamespaceRef;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredControlExceptions implements ControlExceptions {

    private static final int MOST_LIKE = 5_000;
    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern OBJECT = Pattern.compile("[^/%]+");
    private static final int LONGEST = 2_000;
    private static final int NAME = 253;

    private final Lists lists;
    private final ListDefinition<ControlException> definition;
    private final ControlExceptionTable table;
    private final StandardsInForce standards;
    private final CheckCatalogue catalogue;
    private final ObjectAnswers answers;
    private final Persons persons;
    private final Audit audit;
    private final ActorSource actors;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    StoredControlExceptions(
            Lists lists,
            ListDefinition<ControlException> definition,
            ControlExceptionTable table,
            StandardsInForce standards,
            CheckCatalogue catalogue,
            ObjectAnswers answers,
            Persons persons,
            Audit audit,
            ActorSource actors,
            JdbcTemplate jdbc,
            Clock clock) {
        this.lists = lists;
        this.definition = definition;
        this.table = table;
        this.standards = standards;
        this.catalogue = catalogue;
        this.answers = answers;
        this.persons = persons;
        this.audit = audit;
        this.actors = actors;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Page<ControlException> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    private ControlException get(UUID id, AccessScope scope) {
        return lists.byId(definition, id, scope).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("exception", id.toString()));
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ControlException request(Wish wish, AccessScope scope) {
        Instant now = clock.instant();
        List<String> checks = checks(wish);
        texts(wish, now);
        place(wish, scope);
        object(wish, checks);
        once(wish, checks, now);
        UUID id = Ids.newId(now);
        String actor = actors.current().name();
        table.insert(id, wish, checks, actor, persons.behind(actor), now);
        ControlException made = get(id, scope);
        audit.record("asked for", "exception of a control", id.toString(), what(made), null, made);
        return made.warning(warning(made, scope));
    }

    /** It may be asked for ahead of what it is for; a slip of the pen looks the same, so it is said. */
    private String warning(ControlException made, AccessScope scope) {
        Part part = new Part(scope, "");
        boolean covers = made.checks().stream()
                .flatMap(check -> answers.samples(check, made.clusterId(), part, MOST_LIKE).stream())
                .anyMatch(sample -> sample.outcome() == Outcome.FAIL
                        && Excepted.covers(made, sample.check(), sample.kind(), sample.namespace(), sample.name()));
        String object = made.name().isEmpty() ? "nothing" : "no " + made.kind() + " " + made.name();
        return covers
                ? ""
                : "At present it covers nothing: " + object + " fails this in the cluster " + made.cluster()
                        + (made.namespace().isEmpty() ? "" : ", namespace " + made.namespace())
                        + ". It takes effect if that changes.";
    }

    private List<String> checks(Wish wish) {
        if (!wish.check().isEmpty()) {
            if (!catalogue.has(wish.check())) {
                throw new InvalidRequest("check", wish.check(), "the id of a check");
            }
            return List.of(wish.check());
        }
        Standard.Control control = standards
                .byId(wish.standard())
                .flatMap(found -> found.controlSpelt(wish.control()))
                .orElseThrow(() -> new InvalidRequest(
                        "control", wish.standard() + "/" + wish.control(), "a control of a standard, or a check"));
        if (control.checks().isEmpty()) {
            throw new InvalidRequest("control", wish.control(), "a control that checks answer; others are attested");
        }
        return control.checks();
    }

    private static void texts(Wish wish, Instant now) {
        if (wish.reason().isBlank()
                || wish.reason().length() > LONGEST
                || wish.reason().indexOf('\0') >= 0) {
            throw new InvalidRequest("reason", wish.reason(), "1 to " + LONGEST + " characters");
        }
        if (!wish.endsAt().isAfter(now) || wish.endsAt().isAfter(now.plus(Duration.ofDays(LONGEST_DAYS)))) {
            throw new InvalidRequest(
                    "endsAt", wish.endsAt().toString(), "an instant within the next " + LONGEST_DAYS + " days");
        }
        if (wish.kind().isEmpty() != wish.name().isEmpty()) {
            throw new InvalidRequest("name", wish.name(), "kind and name of one object, or neither");
        }
        for (String text : List.of(wish.namespace(), wish.kind(), wish.name())) {
            if (text.length() > NAME || text.chars().anyMatch(Character::isISOControl)) {
                throw new InvalidRequest("name", text, "up to " + NAME + " characters");
            }
        }
    }

    /** That it can be there at all: the kind is one that a check is asked of, the name one that Kubernetes takes. */
    private void object(Wish wish, List<String> checks) {
        if (!wish.namespace().isEmpty() && !NAMESPACE.matcher(wish.namespace()).matches()) {
            throw new InvalidRequest(
                    "namespace", wish.namespace(), "the name of a namespace: small letters, digits and -");
        }
        if (wish.kind().isEmpty()) {
            return;
        }
        Set<String> kinds = new TreeSet<>();
        checks.stream().map(catalogue::byId).forEach(check -> kinds.addAll(catalogue.kinds(check)));
        boolean ofWorkloads =
                checks.stream().map(catalogue::byId).anyMatch(check -> check.subject() == Check.Subject.WORKLOAD);
        // What operators bring along are workloads, too, if any is there.
        if (!kinds.contains(wish.kind()) && !(ofWorkloads && isThere(wish))) {
            throw new InvalidRequest("kind", wish.kind(), String.join(", ", kinds));
        }
        if (wish.name().matches("\\.{1,2}") || !OBJECT.matcher(wish.name()).matches()) {
            throw new InvalidRequest("name", wish.name(), "the name of an object, without / and %");
        }
    }

    private boolean isThere(Wish wish) {
        return !jdbc.queryForList(
                        "select 1 from workloads where cluster_id = ? and kind = ? limit 1",
                        Integer.class,
                        wish.clusterId(),
                        wish.kind())
                .isEmpty();
    }

    private void once(Wish wish, List<String> checks, Instant now) {
        table.about(checks, MOST_LIKE).stream()
                .filter(one -> one.state() == State.REQUESTED || one.holds(now))
                .filter(one -> one.endsAt().isAfter(now))
                .filter(one -> one.clusterId().equals(wish.clusterId())
                        && one.namespace().equals(wish.namespace())
                        && one.kind().equals(wish.kind())
                        && one.name().equals(wish.name())
                        && one.checks().containsAll(checks))
                .findFirst()
                .ifPresent(one -> {
                    throw new Conflict("There is an exception of it that "
                            + (one.state() == State.REQUESTED ? "waits" : "holds") + " already, asked for by "
                            + one.requestedBy() + ".");
                });
    }

    private void place(Wish wish, AccessScope scope) {
        boolean within = scope.everything()
                || scope.clusters().contains(wish.clusterId())
                || scope.namespaces().contains(new NamespaceRef(wish.clusterId(), wish.namespace()));
        if (!within) {
            throw new InvalidRequest(
                    "namespace",
                    wish.namespace(),
                    "a cluster that you may see as a whole, or a namespace that you may see");
        }
        if (jdbc.queryForList("select 1 from clusters where id = ?", Integer.class, wish.clusterId())
                .isEmpty()) {
            throw new NotFound("cluster", wish.clusterId().toString());
        }
    }

    private static void within(ControlException one, AccessScope scope) {
        if (!isWithin(new NamespaceRef(one.clusterId(), one.namespace()), scope)) {
            throw new NotFound("exception", one.id().toString());
        }
    }

    private static boolean isWithin(NamespaceRef place, AccessScope scope) {
        return scope.everything()
                || scope.clusters().contains(place.clusterId())
                || scope.namespaces().contains(place);
    }

    @Override
    public int waiting(AccessScope scope) {
        return table.waiting(persons.behind(actors.current().name()), clock.instant()).entrySet().stream()
                .filter(at -> isWithin(at.getKey(), scope))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ControlException approve(UUID id, String note, AccessScope scope) {
        ControlException before = waiting(id, note, scope);
        String actor = actors.current().name();
        if (Persons.isToken(actor)) {
            throw new Conflict("A token cannot approve: another person has to.");
        }
        List<String> asked = table.people(id);
        if (persons.behind(actor).stream().anyMatch(asked::contains)) {
            throw new Conflict("You asked for it. Another person has to approve.");
        }
        if (!before.endsAt().isAfter(clock.instant())) {
            throw new Conflict("Its end has come already.");
        }
        return decided(before, State.APPROVED, "approved", actor, note, scope);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ControlException deny(UUID id, String note, AccessScope scope) {
        ControlException before = waiting(id, note, scope);
        return decided(before, State.DENIED, "refused", actors.current().name(), note, scope);
    }

    private ControlException waiting(UUID id, String note, AccessScope scope) {
        if (note.length() > LONGEST) {
            throw new InvalidRequest("note", note, "up to " + LONGEST + " characters");
        }
        ControlException before = get(id, scope);
        within(before, scope);
        return before;
    }

    private ControlException decided(
            ControlException before, State state, String word, String by, String note, AccessScope scope) {
        if (!table.decide(before.id(), state, by, note, clock.instant())) {
            throw new Conflict(
                    "It does not wait any more: it is " + before.state().name().toLowerCase(Locale.ROOT) + ".");
        }
        return told(word, before, scope);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ControlException end(UUID id, String note, AccessScope scope) {
        ControlException before = waiting(id, note, scope);
        if (before.state() == State.REQUESTED) {
            throw new Conflict("It does not hold yet. Deny it instead.");
        }
        return table.end(id, actors.current().name(), clock.instant()) ? told("ended", before, scope) : before;
    }

    private ControlException told(String action, ControlException before, AccessScope scope) {
        ControlException after = get(before.id(), scope);
        audit.record(action, "exception of a control", after.id().toString(), what(after), before, after);
        return after;
    }

    private static String what(ControlException one) {
        String object = one.name().isEmpty() ? "" : " of " + one.kind() + " " + one.name();
        return (one.standard().isEmpty() ? one.checks().getFirst() : one.standard() + "/" + one.control()) + object;
    }
}
