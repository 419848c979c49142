package dev.breakwater.central.operations.internal;

import dev.breakwater.central.system.RetentionRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        days = days.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> plain(entry.getKey()), Map.Entry::getValue));
    }

    /** How long a rule keeps its data, in days. */
    int daysOf(RetentionRule rule) {
        return days.getOrDefault(plain(rule.name()), rule.days());
    }

    /**
     * Refuses days of a rule that is not there.
     *
     * @throws IllegalArgumentException naming it and the rules that are
     */
    void check(List<RetentionRule> rules) {
        Set<String> known = rules.stream().map(rule -> plain(rule.name())).collect(Collectors.toSet());
        days.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("breakwater.retention.days." + name + " names no rule; allowed: "
                    + rules.stream().map(RetentionRule::name).sorted().collect(Collectors.joining(", ")));
        });
    }

    /** As the environment gives it, which has no hyphens: {@code BREAKWATER_RETENTION_DAYS_AUDITLOG}. */
    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
