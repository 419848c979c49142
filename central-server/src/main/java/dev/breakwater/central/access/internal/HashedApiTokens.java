package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.ApiToken;
import dev.breakwater.central.access.ApiTokens;
import dev.breakwater.central.access.Role;
import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class HashedApiTokens implements ApiTokens {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int SECRET_BYTES = 32;
    static final int MAX_NAME = 100;

    private final ApiTokenRepository tokens;
    private final Lists lists;
    private final ListDefinition<ApiToken> definition;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HashedApiTokens(
            ApiTokenRepository tokens,
            Lists lists,
            ListDefinition<ApiToken> definition,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.tokens = tokens;
        this.lists = lists;
        this.definition = definition;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<ApiToken> list() {
        return tokens.findTop500ByOrderByCreatedAtDesc().stream()
                .map(ApiTokenEntity::toToken)
                .toList();
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Page<ApiToken> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public Created create(String name, Role role, Duration life) {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new InvalidRequest("name", name, "1 to " + MAX_NAME + " characters");
        }
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
            throw new InvalidRequest("expiresInDays", String.valueOf(life.toDays()), "1 to 366");
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        ApiToken token = tokens.save(new ApiTokenEntity(
                        Ids.newId(now),
                        name,
                        hash(secret),
                        role,
                        actors.current().name(),
                        now,
                        now.plus(life)))
                .toToken();
        audit.record(
                "created",
                "api-token",
                token.id().toString(),
                name,
                null,
                Map.of("role", role, "expiresAt", token.expiresAt()));
        return new Created(token, secret);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public ApiToken revoke(UUID id) {
        ApiTokenEntity token = tokens.findById(id).orElseThrow(() -> new NotFound("API token", id.toString()));
        token.revoke(clock.instant());
        audit.record("revoked", "api-token", id.toString(), token.toToken().name(), null, null);
        return token.toToken();
    }

    @Override
    @Transactional
    public Optional<ApiToken> use(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiTokenEntity> token = tokens.findByTokenHash(hash(secret)).filter(t -> t.usableAt(now));
        token.filter(t -> t.needsUseNoted(now))
                .ifPresent(t -> tokens.noteUse(t.toToken().id(), now));
        return token.map(ApiTokenEntity::toToken);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
