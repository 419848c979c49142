package dev.breakwater.central.fleet.internal;

import dev.breakwater.central.fleet.ClusterHealth.Word;
import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Value;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.SqlParameters;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@link HealthRule} as SQL over {@code clusters c}, for filtering; a test holds the two together. */
@Component
class HealthCondition {

    private static final String WORD = """
            (case when c.revoked_at is not null then 'REVOKED'
                  when c.last_contact_at is null then 'NEVER_CONNECTED'
                  when c.last_contact_at < %s
                      then case when c.source = 'FOLDER' and c.connected_at is null and not (%s) then 'READ_ONCE'
                                else 'SILENT' end
                  when %2$s then 'SYNCING'
                  when c.spool_overflowed
                       or exists (select 1 from cluster_coverage v
                                  where v.cluster_id = c.id and v.sight in ('FORBIDDEN', 'FAILED'))
                       or exists (select 1 from cluster_problems p where p.cluster_id = c.id) then 'DEGRADED'
                  when coalesce(c.certificate_expires_at < %3$s, false) then 'CERTIFICATE_EXPIRES'
                  else 'HEALTHY' end)
            """;
    private static final String SYNCING = "c.synced_at is null or coalesce(c.sync_started_at > c.synced_at, false)";

    private static final Map<String, String> WORDS = Arrays.stream(Word.values())
            .collect(Collectors.toMap(
                    word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Word::name,
                    (a, b) -> a,
                    LinkedHashMap::new));

    private final LinkProperties properties;
    private final Clock clock;

    HealthCondition(LinkProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    FilterTerm term() {
        return new FilterTerm("health", "how well it is seen", List.copyOf(WORDS.keySet()), this::toSql);
    }

    private String toSql(String field, Value value, SqlParameters sql) {
        String word = WORDS.get(value.text().toLowerCase(Locale.ROOT));
        if (word == null || value.comparison() != Comparison.EQUAL) {
            throw new InvalidRequest("q/" + field, value.toString(), String.join(", ", WORDS.keySet()));
        }
        HealthRule rule = new HealthRule(properties.silentAfter(), properties.certificateLife());
        String silent = sql.add(Timestamp.from(clock.instant().minus(rule.silentAfter())));
        String expiring = sql.add(Timestamp.from(clock.instant().plus(rule.expiringLeft())));
        return WORD.formatted(silent, SYNCING, expiring) + " = " + sql.add(word);
    }
}
