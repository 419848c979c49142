package dev.breakwater.central.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.breakwater.central.audit.Actor;
import dev.breakwater.central.audit.Audit;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Keeps who signed in and who failed to in the audit log. A script that sends its credentials with each request, and a
 * guesser who is shut out already, leave one row in {@value #MINUTES} minutes and not one for each request. Attempts that fail are
 * counted: when the minutes are over, a second row says how many more there were.
 */
@Component
class SignInAudit {

    private static final Logger LOG = LoggerFactory.getLogger(SignInAudit.class);
    private static final int MINUTES = 10;
    private static final int NAME_LENGTH = 100;
    private static final String FAILED = "failed to sign in";

    /** Attempts that failed alike within the minutes. */
    private record Failures(Actor actor, String reason, AtomicLong count, AtomicReference<Instant> last) {}

    private final Audit audit;
    private final Clock clock;
    private final Cache<String, Failures> failures;
    private final Cache<String, Boolean> told = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(MINUTES))
            .maximumSize(10_000)
            .build();

    SignInAudit(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(MINUTES))
                .maximumSize(10_000)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .removalListener((String key, Failures of, RemovalCause cause) -> tellMore(of))
                .build();
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        Actor actor = actor(event.getAuthentication());
        if (actor.channel().equals("CONSOLE") || isNew("in", actor, "")) {
            record("signed in", actor, null);
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        Actor actor = actor(event.getAuthentication());
        String why = String.valueOf(event.getException().getMessage());
        // Who is shut out may go through any number of names.
        boolean shutOut = event.getException() instanceof LockedException;
        String key = (shutOut ? "" : actor.name()) + "\0" + actor.sourceIp() + "\0" + why;
        Failures alike = failures.get(
                key, none -> new Failures(actor, why, new AtomicLong(), new AtomicReference<>(clock.instant())));
        alike.last().set(clock.instant());
        if (alike.count().getAndIncrement() == 0) {
            record(FAILED, actor, Map.of("reason", why));
        }
    }

    /** Writes how many attempts there were whose minutes are over. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void tellWhatIsOver() {
        failures.cleanUp();
    }

    /** What was counted is not lost when central stops. */
    @PreDestroy
    void tellAll() {
        failures.invalidateAll();
    }

    /** The first of them has a row already. */
    private void tellMore(@Nullable Failures of) {
        long more = of == null ? 0 : of.count().get() - 1;
        if (of != null && more > 0) {
            record(
                    FAILED,
                    of.actor(),
                    Map.of(
                            "reason",
                            of.reason(),
                            "attempts",
                            more,
                            "last",
                            of.last().get().toString()));
        }
    }

    private boolean isNew(String what, Actor actor, String why) {
        return told.asMap().putIfAbsent(what + "\0" + actor.name() + "\0" + actor.sourceIp() + "\0" + why, true)
                == null;
    }

    // Signing in must not depend on what is written about it.
    private void record(String action, Actor actor, @Nullable Object detail) {
        try {
            audit.recordSignIn(action, actor, detail);
        } catch (RuntimeException e) {
            LOG.error("sign-in not recorded in the audit log: actor={} action={}", actor.name(), action, e);
        }
    }

    private static Actor actor(Authentication who) {
        String name = who.getName().replace("\0", "");
        String shown = name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH) + "…";
        String address = who.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        boolean api = !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
                || !attributes.getRequest().getRequestURI().endsWith("/sign-in");
        return new Actor(shown, api ? "API" : "CONSOLE", address);
    }
}
