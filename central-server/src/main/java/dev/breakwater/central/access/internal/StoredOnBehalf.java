package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.ApiToken;
import dev.breakwater.central.access.OnBehalf;
import dev.breakwater.central.access.People;
import dev.breakwater.central.access.Role;
import dev.breakwater.central.audit.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

@Service
class StoredOnBehalf implements OnBehalf {

    private static final String TOKEN = "token:";

    private final People people;
    private final ApiTokenRepository tokens;
    private final Clock clock;

    StoredOnBehalf(People people, ApiTokenRepository tokens, Clock clock) {
        this.people = people;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public <T> T call(String account, Function<Role, T> work) {
        Role role = account.startsWith(TOKEN) ? ofToken(account.substring(TOKEN.length())) : ofPerson(account);
        UsernamePasswordAuthenticationToken who = UsernamePasswordAuthenticationToken.authenticated(
                account, null, List.of(new SimpleGrantedAuthority("ROLE_" + role)));
        who.setDetails(new Actor(account, "SYSTEM", ""));
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        try {
            return work.apply(role);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private Role ofPerson(String name) {
        People.Standing standing = people.standing(name)
                .orElseThrow(() -> new NoLonger("The account '" + name + "' is gone, so nothing is read for it."));
        if (!standing.enabled()) {
            throw new NoLonger("The account '" + name + "' may not sign in, so nothing is read for it.");
        }
        return standing.role();
    }

    private Role ofToken(String name) {
        Instant now = clock.instant();
        return tokens.findTop500ByOrderByCreatedAtDesc().stream()
                .map(ApiTokenEntity::toToken)
                .filter(token -> token.name().equals(name)
                        && token.revokedAt() == null
                        && token.hasSecret()
                        && token.expiresAt().isAfter(now))
                .map(ApiToken::role)
                .findFirst()
                .orElseThrow(() -> new NoLonger(
                        "The API token '" + name + "' is revoked, expired or gone, so nothing is read for it."));
    }
}
