package dev.breakwater.central.operations.internal;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long data is kept: {@code breakwater.retention.*}.
 *
 * @param enabled whether this replica deletes what is too old
 * @param days by rule, at least 7 each; rules that are not named keep their default
 */
@ConfigurationProperties("breakwater.retention")
record RetentionProperties(
        @DefaultValue("true") boolean enabled, @DefaultValue Map<String, Integer> days) {

    private static final int LEAST_DAYS = 7;

    RetentionProperties {
        days.forEach((rule, kept) -> {
            if (kept < LEAST_DAYS) {
                throw new IllegalArgumentException("breakwater.retention.days." + rule + " is '" + kept
                        + "'; allowed: a number of days from " + LEAST_DAYS + " on");
            }
        });
    }
}
