package dev.breakwater.ui.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.breakwater.central.access.People;
import dev.breakwater.central.access.People.Standing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session of the console that must not go on: its account was switched off, has another role or another password, or
 * it is older than a working day however busy it was. An open page asks every few seconds, so it notices as soon.
 */
final class SessionGuard extends OncePerRequestFilter {

    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(5);

    private final People people;
    private final OpenSessions sessions;
    private final Duration longest;
    private final Clock clock;
    private final Cache<String, Optional<Standing>> known = Caffeine.newBuilder()
            .expireAfterWrite(LOOKED_AT_EVERY)
            .maximumSize(10_000)
            .build();

    SessionGuard(People people, OpenSessions sessions, Duration longest, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && who != null && who.isAuthenticated()) {
            if (mayGoOn(session, who)) {
                sessions.seen(session, who.getName(), request);
            } else {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean mayGoOn(HttpSession session, Authentication who) {
        if (Instant.ofEpochMilli(session.getCreationTime()).plus(longest).isBefore(clock.instant())) {
            return false;
        }
        Integer began = OpenSessions.standing(session);
        Optional<Standing> standing = known.get(who.getName(), people::standing);
        if (began == null || standing.isEmpty() || standing.get().number() != began) {
            // What was looked at a moment ago may be older than this session, or than a change that it made itself.
            standing = people.standing(who.getName());
            known.put(who.getName(), standing);
        }
        if (standing.isEmpty() || !isStill(standing.get(), who)) {
            return false;
        }
        if (began == null) {
            OpenSessions.begin(session, standing.get().number());
            return true;
        }
        return began == standing.get().number();
    }

    private static boolean isStill(Standing standing, Authentication who) {
        return standing.enabled()
                && who.getAuthorities().stream()
                        .anyMatch(granted -> ("ROLE_" + standing.role()).equals(granted.getAuthority()));
    }
}
