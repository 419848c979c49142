package dev.breakwater.central.access.internal;

import dev.breakwater.central.audit.Actor;
import dev.breakwater.central.audit.ActorSource;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The actor of the present thread: the signed-in person or token, else the system. */
@Component
class SecurityActors implements ActorSource {

    @Override
    public Actor current() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null) {
            return Actor.SYSTEM;
        }
        // Who acts without a request says by itself how.
        if (who.getDetails() instanceof Actor actor) {
            return actor;
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            boolean api = request.getRequestURI().startsWith("/api/");
            return new Actor(who.getName(), api ? "API" : "CONSOLE", request.getRemoteAddr());
        }
        return new Actor(who.getName(), "CONSOLE", "");
    }
}
