package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.People;
import dev.breakwater.central.access.Role;
import dev.breakwater.central.access.User;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LocalPeople implements People {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final int MIN_PASSWORD = 12;

    /** What BCrypt takes; more would be cut off silently. */
    private static final int MAX_PASSWORD_BYTES = 72;

    private final UserRepository users;
    private final PasswordEncoder encoder;
    private final Audit audit;
    private final Clock clock;

    LocalPeople(UserRepository users, PasswordEncoder encoder, Audit audit, Clock clock) {
        this.users = users;
        this.encoder = encoder;
        this.audit = audit;
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
    @Transactional(readOnly = true)
    public Optional<User> find(String username) {
        return users.findByUsername(username).map(UserEntity::toUser);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public User create(String username, String password, Role role) {
        return add(username, checked(password), role);
    }

    /** Without a check of the caller, for the first start. */
    User add(String username, String password, Role role) {
        if (!NAME.matcher(username).matches()) {
            throw new InvalidRequest(
                    "username", username, "up to 64 of a-z 0-9 . _ @ -, starting with a letter or digit");
        }
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
    @PreAuthorize("hasRole('ADMIN') or authentication.name == #username")
    @Transactional
    public void changePassword(String username, String password) {
        UserEntity user = existing(username);
        user.changePassword(encoder.encode(checked(password)));
        audit.record("changed password", "user", user.toUser().id().toString(), username, null, null);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public User enable(String username, boolean enabled) {
        UserEntity user = existing(username);
        boolean otherAdmin = list().stream()
                .anyMatch(u ->
                        u.enabled() && u.role() == Role.ADMIN && !u.username().equals(username));
        if (!enabled && user.toUser().role() == Role.ADMIN && !otherAdmin) {
            throw new Conflict("'" + username + "' is the last administrator who can sign in");
        }
        boolean before = user.toUser().enabled();
        user.enable(enabled);
        audit.record(
                enabled ? "enabled" : "disabled",
                "user",
                user.toUser().id().toString(),
                username,
                Map.of("enabled", before),
                Map.of("enabled", enabled));
        return user.toUser();
    }

    private UserEntity existing(String username) {
        return users.findByUsername(username).orElseThrow(() -> new NotFound("user", username));
    }

    private static String checked(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < MIN_PASSWORD || bytes > MAX_PASSWORD_BYTES) {
            throw new InvalidRequest(
                    "password", "(not shown)", MIN_PASSWORD + " characters to " + MAX_PASSWORD_BYTES + " bytes");
        }
        return password;
    }
}
