package dev.breakwater.central.profile.internal;

import dev.breakwater.central.audit.Actor;
import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.profile.SavedView;
import dev.breakwater.central.profile.SavedView.Shown;
import dev.breakwater.central.profile.SavedViews;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredViews implements SavedViews {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_COLUMNS = 1_000;
    private static final int LONGEST_SCOPE = 1_000;

    private final SavedViewRepository views;
    private final Map<String, ListDefinition<?>> lists;
    private final ActorSource actors;
    private final Audit audit;
    private final Clock clock;

    StoredViews(
            SavedViewRepository views, List<ListDefinition<?>> lists, ActorSource actors, Audit audit, Clock clock) {
        this.views = views;
        this.lists = lists.stream().collect(Collectors.toMap(ListDefinition::name, Function.identity()));
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<SavedView> list(String list) {
        String person = actors.current().name();
        return views.seenBy(list, person).stream()
                .map(view -> view.toView(person))
                .toList();
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public SavedView get(UUID id) {
        return seen(id).toView(actors.current().name());
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public SavedView save(String list, String name, boolean shared, Shown shown) {
        Actor actor = actors.current();
        String checked = check(list, name, shown);
        if (views.countByOwnerAndList(actor.name(), list) >= MOST) {
            throw new Conflict("You have " + MOST + " views of this list; delete one first.");
        }
        refuseTaken(actor.name(), list, checked);
        SavedViewEntity view = new SavedViewEntity(Ids.newId(clock.instant()), actor.name(), list, clock.instant());
        view.change(checked, shared, shown, clock.instant());
        SavedView saved = views.save(view).toView(actor.name());
        audit.record("saved", "view", saved.id().toString(), saved.name(), null, saved);
        return saved;
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public SavedView change(UUID id, String name, boolean shared, Shown shown) {
        SavedViewEntity view = changeable(id);
        String person = actors.current().name();
        String checked = check(view.list(), name, shown);
        SavedView before = view.toView(person);
        if (!checked.equals(before.name())) {
            refuseTaken(view.owner(), view.list(), checked);
        }
        view.change(checked, shared, shown, clock.instant());
        SavedView after = view.toView(person);
        audit.record("changed", "view", id.toString(), checked, before, after);
        return after;
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void delete(UUID id) {
        SavedViewEntity view = changeable(id);
        SavedView before = view.toView(actors.current().name());
        views.delete(view);
        audit.record("deleted", "view", id.toString(), before.name(), before, null);
    }

    private SavedViewEntity seen(UUID id) {
        return views.findById(id)
                .filter(view -> view.isSeenBy(actors.current().name()))
                .orElseThrow(() -> new NotFound("view", id.toString()));
    }

    private SavedViewEntity changeable(UUID id) {
        SavedViewEntity view = seen(id);
        if (!view.owner().equals(actors.current().name()) && !isAdministrator()) {
            throw new AccessDeniedException("only its owner changes a view");
        }
        return view;
    }

    private static boolean isAdministrator() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && who.getAuthorities().stream().anyMatch(authority -> "ROLE_ADMIN".equals(authority.getAuthority()));
    }

    private void refuseTaken(String owner, String list, String name) {
        if (views.findByOwnerAndListAndName(owner, list, name).isPresent()) {
            throw new Conflict("There is already a view '" + name + "' of this list");
        }
    }

    /** The name as it is kept, if all of it can be used. */
    String check(String list, String name, Shown shown) {
        ListDefinition<?> definition = lists.get(list);
        if (definition == null) {
            throw new InvalidRequest("list", list, String.join(", ", lists.keySet()));
        }
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_NAME
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequest("name", name, "1 to " + LONGEST_NAME + " characters of one line");
        }
        definition.check(shown.q(), shown.sort());
        String columns = String.join(",", shown.columns());
        if (columns.length() > LONGEST_COLUMNS || columns.indexOf('\0') >= 0) {
            throw new InvalidRequest("shown/columns", columns, "at most " + LONGEST_COLUMNS + " characters of keys");
        }
        if (shown.scope().length() > LONGEST_SCOPE || shown.scope().indexOf('\0') >= 0) {
            throw new InvalidRequest("shown/scope", shown.scope(), "at most " + LONGEST_SCOPE + " characters");
        }
        return stripped;
    }
}
