package dev.breakwater.central.access;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** API tokens. The secret is shown once, when a token is made; only its hash is kept. */
public interface ApiTokens {

    /** How every token starts, so that secret scanners recognise a leaked one. */
    String PREFIX = "blw_";

    /**
     * A token just made.
     *
     * @param secret shown now and never again
     */
    record Created(ApiToken token, String secret) {}

    List<ApiToken> list();

    /** Tokens by filter. */
    Page<ApiToken> list(ListRequest request, AccessScope scope);

    /** Makes a token that lives for the given time, at most a year. */
    Created create(String name, Role role, Duration life);

    ApiToken revoke(UUID id);

    /** The usable token with this secret, whose use is noted. */
    Optional<ApiToken> use(String secret);
}
