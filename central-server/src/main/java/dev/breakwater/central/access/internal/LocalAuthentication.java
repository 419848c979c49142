package dev.breakwater.central.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.breakwater.central.access.User;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks name and password of local accounts, for the sign-in form and for Basic. */
@Component
class LocalAuthentication implements AuthenticationProvider {

    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    private final UserRepository users;
    private final PasswordEncoder encoder;
    private final SignInThrottle throttle;
    private final Clock clock;

    /** Compared with when there is no such account, so that both take the same time. */
    private final String nobodysHash;

    /**
     * Keyed hashes of name, password and stored hash that matched a moment ago: a script that sends Basic with each request
     * would else spend most of its time in the slow hash.
     */
    private final Cache<String, Boolean> matched = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(1_000)
            .build();

    private final byte[] key = new byte[32];

    LocalAuthentication(UserRepository users, PasswordEncoder encoder, SignInThrottle throttle, Clock clock) {
        this.users = users;
        this.encoder = encoder;
        this.throttle = throttle;
        this.clock = clock;
        this.nobodysHash = encoder.encode("nobody's password");
        new SecureRandom().nextBytes(key);
    }

    @Override
    @Transactional
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (throttle.isClosed(name, address)) {
            throw new LockedException("Too many failed attempts. Try again in five minutes.");
        }
        Optional<UserEntity> user = users.findByUsername(name);
        boolean right =
                matches(name, password, user.map(UserEntity::passwordHash).orElse(nobodysHash));
        if (!right || user.isEmpty() || !user.get().toUser().enabled()) {
            throttle.failed(name, address);
            throw new BadCredentialsException("Name or password is wrong.");
        }
        throttle.succeeded(name, address);
        User who = user.get().toUser();
        if (who.lastLoginAt() == null || who.lastLoginAt().plus(REMEMBERED).isBefore(clock.instant())) {
            users.signedIn(who.id(), clock.instant());
        }
        UsernamePasswordAuthenticationToken result = UsernamePasswordAuthenticationToken.authenticated(
                name, null, List.of(new SimpleGrantedAuthority("ROLE_" + who.role())));
        result.setDetails(attempt.getDetails());
        return result;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private boolean matches(String name, String password, String hash) {
        String remembered = mac(name + "\0" + password + "\0" + hash);
        if (matched.getIfPresent(remembered) != null) {
            return true;
        }
        boolean right = encoder.matches(password, hash);
        if (right) {
            matched.put(remembered, true);
        }
        return right;
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
