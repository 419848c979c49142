package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClusterChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    @Test
    void aClusterThatIsWatchedAndAnsweredForPassesEveryCheck() {
        assertThat(judge(facts(NOW.minusSeconds(30), List.of(), 12, 3, 0, 1, 5, 0, 900, NOW, 1_100, 2)))
                .allSatisfy((check, outcome) -> assertThat(outcome).isEqualTo(Outcome.PASS));
    }

    @Test
    void whatWasNeverSeenIsUnknownAndWhatIsAbsentFails() {
        assertThat(judge(facts(null, List.of(), 0, 0, 2, 0, 0, 0, 0, null, 30, 1)))
                .containsEntry("sensor-in-contact", Outcome.UNKNOWN)
                .containsEntry("inventory-complete", Outcome.UNKNOWN)
                .containsEntry("changes-checked", Outcome.FAIL)
                .containsEntry("no-old-violations", Outcome.FAIL)
                .containsEntry("alarms-delivered", Outcome.FAIL)
                .containsEntry("feeds-fresh", Outcome.FAIL)
                .containsEntry("audit-kept-a-year", Outcome.FAIL)
                .containsEntry("several-people-decide", Outcome.FAIL);
    }

    @Test
    void aRouteThatNobodyUsedIsNoPass() {
        assertThat(judge(facts(NOW, List.of(), 1, 1, 0, 1, 0, 0, 1, null, 365, 2)))
                .containsEntry("alarms-delivered", Outcome.UNKNOWN)
                .containsEntry("feeds-fresh", Outcome.UNKNOWN);
        assertThat(judge(facts(NOW, List.of("SECRET (forbidden)"), 1, 1, 0, 1, 9, 1, 1, NOW, 365, 2)))
                .containsEntry("alarms-delivered", Outcome.FAIL)
                .containsEntry("inventory-complete", Outcome.FAIL);
    }

    @Test
    void whatTimeAloneEndsSaysWhen() {
        ClusterFacts facts = facts(NOW, List.of(), 1, 1, 0, 1, 1, 0, 1, NOW.minus(Duration.ofDays(6)), 365, 2);
        CheckResult feeds = ClusterChecks.judge(facts, NOW).stream()
                .filter(result -> result.check().equals("feeds-fresh"))
                .findFirst()
                .orElseThrow();
        assertThat(feeds.validUntil()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(judge(facts, NOW.plus(Duration.ofDays(1)))).containsEntry("feeds-fresh", Outcome.FAIL);
    }

    @Test
    void levelsThatShareANodeFailAndSilenceIsNoPass() {
        assertThat(shared(Map.of("CONFIDENTIAL", List.of("pay"), "PUBLIC", List.of("shop"))))
                .isEqualTo(Outcome.FAIL);
        assertThat(shared(Map.of("CONFIDENTIAL", List.of("pay"), "", List.of("shop"))))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(shared(Map.of("CONFIDENTIAL", List.of("pay", "bank")))).isEqualTo(Outcome.PASS);
        assertThat(shared(Map.of())).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    private static Outcome shared(Map<String, List<String>> namespaces) {
        return Sensitivity.judge(new TreeMap<>(namespaces)).outcome();
    }

    private static Map<String, Outcome> judge(ClusterFacts facts) {
        return judge(facts, NOW);
    }

    private static Map<String, Outcome> judge(ClusterFacts facts, Instant asOf) {
        return ClusterChecks.judge(facts, asOf).stream()
                .collect(Collectors.toMap(CheckResult::check, CheckResult::outcome));
    }

    private static ClusterFacts facts(
            @Nullable Instant contact,
            List<String> unseen,
            int seen,
            long pipelines,
            long violations,
            long routes,
            long delivered,
            long undelivered,
            long advisories,
            @Nullable Instant asOf,
            int auditDays,
            long people) {
        return new ClusterFacts(
                contact,
                unseen,
                seen,
                pipelines,
                violations,
                routes,
                delivered,
                undelivered,
                advisories,
                asOf,
                auditDays,
                people);
    }
}
