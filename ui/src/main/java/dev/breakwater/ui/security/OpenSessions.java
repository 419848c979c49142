package dev.breakwater.ui.security;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.WrappedHttpSession;
import dev.breakwater.central.access.StandingChanged;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sessions of the console that are open in this process, by who signed in, so that their owner sees and ends them, and so
 * that they end at once when the account changes. Sessions of other replicas are not here; {@link SessionGuard} ends those.
 */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
public class OpenSessions implements HttpSessionListener {

    private static final String STANDING = OpenSessions.class.getName() + ".standing";
    private static final int LONGEST = 300;

    /**
     * An open session.
     *
     * @param handle to end it by; not the id that the browser keeps
     * @param present it is the one that asks
     */
    public record Open(
            UUID handle, Instant since, Instant lastSeen, String address, String userAgent, boolean present) {}

    private record Kept(
            UUID handle, String username, HttpSession session, Instant since, String address, String userAgent) {}

    private final Map<String, Kept> byId = new ConcurrentHashMap<>();
    private final Clock clock;

    OpenSessions(Clock clock) {
        this.clock = clock;
    }

    /** Notes a session when it is first seen with somebody signed in. */
    void seen(HttpSession session, String username, HttpServletRequest request) {
        byId.computeIfAbsent(session.getId(), id -> {
            String agent = request.getHeader("User-Agent");
            String shown = agent == null ? "" : agent.substring(0, Math.min(agent.length(), LONGEST));
            return new Kept(UUID.randomUUID(), username, session, clock.instant(), request.getRemoteAddr(), shown);
        });
    }

    /** The standing that a session began with, {@code null} = not noted yet. */
    static @Nullable Integer standing(HttpSession session) {
        return (Integer) session.getAttribute(STANDING);
    }

    static void begin(HttpSession session, int standing) {
        session.setAttribute(STANDING, standing);
    }

    /** Those of somebody, the one that asks first. */
    public List<Open> of(String username) {
        String present = presentId();
        return byId.values().stream()
                .filter(kept -> kept.username().equals(username))
                .map(kept -> open(kept, present))
                .sorted(Comparator.comparing(Open::present)
                        .thenComparing(Open::lastSeen)
                        .reversed())
                .toList();
    }

    private static Open open(Kept kept, String present) {
        Instant lastSeen;
        try {
            lastSeen = Instant.ofEpochMilli(kept.session().getLastAccessedTime());
        } catch (IllegalStateException e) {
            lastSeen = kept.since();
        }
        return new Open(
                kept.handle(),
                kept.since(),
                lastSeen,
                kept.address(),
                kept.userAgent(),
                kept.session().getId().equals(present));
    }

    /** Ends one of somebody's sessions; nothing happens if it is over already. */
    public void end(String username, UUID handle) {
        byId.values().stream()
                .filter(kept ->
                        kept.username().equals(username) && kept.handle().equals(handle))
                .forEach(OpenSessions::end);
    }

    /** Ends all of somebody's sessions but the one that asks. */
    public void endOthers(String username) {
        String present = presentId();
        byId.values().stream()
                .filter(kept -> kept.username().equals(username)
                        && !kept.session().getId().equals(present))
                .forEach(OpenSessions::end);
    }

    /** Whoever changes their own account goes on, as far as it may still sign in. */
    @TransactionalEventListener(fallbackExecution = true)
    public void changed(StandingChanged change) {
        String present = presentId();
        for (Kept kept : byId.values()) {
            if (kept.username().equals(change.username())) {
                if (kept.session().getId().equals(present)) {
                    begin(kept.session(), change.number());
                } else {
                    end(kept);
                }
            }
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        byId.remove(event.getSession().getId());
    }

    private static void end(Kept kept) {
        try {
            kept.session().invalidate();
        } catch (IllegalStateException e) {
            // It is over already.
        }
    }

    private static String presentId() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return request != null && request.getWrappedSession(false) instanceof WrappedHttpSession session
                ? session.getId()
                : "";
    }
}
