package dev.breakwater.central.vulnerabilities.internal.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where feeds come from and how old they may be: {@code breakwater.feeds.*}.
 *
 * @param sources addresses that are asked on a schedule, by the name of the feed; none unless configured
 * @param every how often they are asked
 * @param maxAge a feed whose entries are older than this is stale
 * @param keepAtLeast the share of its entries below which a feed that shrank is refused
 * @param trustedKeys who may sign bundles: fingerprints of keys ({@code SHA256:…}) or paths of public keys; none = no bundle is taken
 */
@ConfigurationProperties("breakwater.feeds")
public record FeedProperties(
        @DefaultValue Map<String, String> sources,
        @DefaultValue("6h") Duration every,
        @DefaultValue("7d") Duration maxAge,
        @DefaultValue("0.8") double keepAtLeast,
        @DefaultValue List<String> trustedKeys) {

    public FeedProperties {
        if (every.compareTo(Duration.ofMinutes(5)) < 0) {
            throw new IllegalArgumentException("breakwater.feeds.every is " + every + "; allowed: 5 minutes or more");
        }
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("breakwater.feeds.max-age is " + maxAge + "; allowed: longer than 0");
        }
        if (!(keepAtLeast >= 0 && keepAtLeast <= 1)) {
            throw new IllegalArgumentException(
                    "breakwater.feeds.keep-at-least is " + keepAtLeast + "; allowed: 0 to 1");
        }
        sources = Map.copyOf(sources);
        trustedKeys = List.copyOf(trustedKeys);
    }
}
