package dev.breakwater.ui.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.breakwater.central.access.People;
import dev.breakwater.central.access.User;
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
 * Ends a session of the console that must not go on: its account was switched off or has another role, or it is older than a
 * working day however busy it was. An open page asks every few seconds, so it notices as soon.
 */
final class SessionGuard extends OncePerRequestFilter {

    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(5);

    private final People people;
    private final Duration longest;
    private final Clock clock;
    private final Cache<String, Optional<User>> known = Caffeine.newBuilder()
            .expireAfterWrite(LOOKED_AT_EVERY)
            .maximumSize(10_000)
            .build();

    SessionGuard(People people, Duration longest, Clock clock) {
        this.people = people;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && who != null && who.isAuthenticated() && !mayGoOn(session, who)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean mayGoOn(HttpSession session, Authentication who) {
        if (Instant.ofEpochMilli(session.getCreationTime()).plus(longest).isBefore(clock.instant())) {
            return false;
        }
        Optional<User> user = known.get(who.getName(), people::find);
        return user.isPresent()
                && user.get().enabled()
                && who.getAuthorities().stream()
                        .anyMatch(granted -> ("ROLE_" + user.get().role()).equals(granted.getAuthority()));
    }
}
