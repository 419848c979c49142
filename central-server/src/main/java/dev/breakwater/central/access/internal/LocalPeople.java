package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.People;
import dev.breakwater.central.access.Role;
import dev.breakwater.central.access.StandingChanged;
import dev.breakwater.central.access.User;
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
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LocalPeople implements People {

    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    static final String NAME_FORM = "up to 64 of a-z 0-9 . _ @ -, starting with a letter or digit";

    private final UserRepository users;
    private final Lists lists;
    private final ListDefinition<User> definition;
    private final PasswordEncoder encoder;
    private final SignInThrottle throttle;
    private final Audit audit;
    private final ActorSource actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LocalPeople(
            UserRepository users,
            Lists lists,
            ListDefinition<User> definition,
            PasswordEncoder encoder,
            SignInThrottle throttle,
            Audit audit,
            ActorSource actors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.users = users;
        this.lists = lists;
        this.definition = definition;
        this.encoder = encoder;
        this.throttle = throttle;
        this.audit = audit;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<User> list() {
        return users.findTop500ByOrderByUsername().stream()
                .map(UserEntity::toUser)
                .toList();
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Page<User> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<User> find(String username) {
        return users.findByUsername(username).map(UserEntity::toUser);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standing(String username) {
        return users.findByUsername(username).map(user -> {
            User seen = user.toUser();
            return new Standing(seen.role(), seen.enabled(), user.standing());
        });
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public User create(String username, String password, Role role) {
        return add(username, PasswordRule.checked(username, password), role);
    }

    /** Refuses roles that are for tokens. */
    static void forPeople(Role role) {
        if (!role.isForPeople()) {
            String allowed = Arrays.stream(Role.values())
                    .filter(Role::isForPeople)
                    .map(Role::name)
                    .collect(Collectors.joining(" or "));
            throw new InvalidRequest("role", role.name(), allowed + "; " + role + " is for API tokens");
        }
    }

    /** Without a check of the caller, for the first start. */
    User add(String username, String password, Role role) {
        if (!NAME.matcher(username).matches()) {
            throw new InvalidRequest("username", username, NAME_FORM);
        }
        forPeople(role);
        if (users.findByUsername(username).isPresent()) {
            throw new Conflict("There is already an account '" + username + "'");
        }
        User user = users.save(new UserEntity(
                        Ids.newId(clock.instant()), username, encoder.encode(password), role, clock.instant()))
                .toUser();
        audit.record("created", "user", user.id().toString(), username, null, Map.of("role", role));
        return user;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public void changePassword(String username, String password) {
        UserEntity user = existing(username);
        user.changePassword(encoder.encode(PasswordRule.checked(username, password)));
        changed("reset password", user, null, null);
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void changeOwnPassword(String present, String password) {
        String username = actors.current().name();
        String address = actors.current().sourceIp();
        UserEntity user = existing(username);
        // Whoever finds a page open must not be able to guess here what they cannot guess at the sign-in.
        if (throttle.isClosed(username, address)) {
            throw new Conflict("Too many failed attempts. Try again in five minutes.");
        }
        if (!encoder.matches(present, user.passwordHash())) {
            throttle.failed(username, address);
            throw new InvalidRequest("current", "(not shown)", "your present password");
        }
        user.changePassword(encoder.encode(PasswordRule.checked(username, password)));
        changed("changed password", user, null, null);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public User changeRole(String username, Role role) {
        forPeople(role);
        UserEntity user = existing(username);
        Role before = user.toUser().role();
        if (before == role) {
            return user.toUser();
        }
        if (role != Role.ADMIN) {
            refuseLast(user.toUser());
        }
        user.changeRole(role);
        changed("changed role", user, Map.of("role", before), Map.of("role", role));
        return user.toUser();
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public User enable(String username, boolean enabled) {
        UserEntity user = existing(username);
        if (!enabled) {
            refuseLast(user.toUser());
        }
        boolean before = user.toUser().enabled();
        user.enable(enabled);
        changed(enabled ? "enabled" : "disabled", user, Map.of("enabled", before), Map.of("enabled", enabled));
        return user.toUser();
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public void remove(String username) {
        UserEntity user = existing(username);
        refuseLast(user.toUser());
        users.delete(user);
        changed("removed", user, Map.of("role", user.toUser().role()), null);
    }

    private void changed(String action, UserEntity user, @Nullable Object before, @Nullable Object after) {
        User seen = user.toUser();
        audit.record(action, "user", seen.id().toString(), seen.username(), before, after);
        events.publishEvent(new StandingChanged(seen.username(), action.equals("removed") ? -1 : user.standing()));
    }

    /** Two who disable each other at the same moment: the second waits for the first, and is refused. */
    private void refuseLast(User user) {
        boolean administers = user.enabled() && user.role() == Role.ADMIN;
        if (administers) {
            users.lockAdministrators();
            if (!users.existsByEnabledTrueAndRoleAndUsernameNot(Role.ADMIN, user.username())) {
                throw new Conflict("'" + user.username() + "' is the last administrator who can sign in");
            }
        }
    }

    private UserEntity existing(String username) {
        return users.findByUsername(username).orElseThrow(() -> new NotFound("user", username));
    }
}
