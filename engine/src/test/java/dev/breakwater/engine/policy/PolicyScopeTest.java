package dev.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyScopeTest {

    private static final Instant NOW = ContainerFixture.NOW;
    private static final Policy PRIVILEGED = Policies.of(Policies.any("Privileged Container", "true"));

    private final WorkloadFixture workload = WorkloadFixture.sound();

    @BeforeEach
    void violate() {
        workload.first().privileged = true;
    }

    @ParameterizedTest
    @CsvSource({
        "prod,  '',          '',       VIOLATED",
        "test,  '',          '',       OUT_OF_SCOPE",
        "'',    sho,         '',       VIOLATED",
        "'',    '\"sho\"',   '',       OUT_OF_SCOPE",
        "'',    r/sh.p,      web,      VIOLATED",
        "'',    g/*op,       !web,     OUT_OF_SCOPE",
    })
    void appliesWhereEveryPartOfAScopeHolds(String cluster, String namespace, String name, Outcome outcome) {
        assertThat(scoped(new Scope(cluster, namespace, name, List.of(), List.of())))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"app=web, VIOLATED", "app, VIOLATED", "app=, VIOLATED", "app=api, OUT_OF_SCOPE", "none=, OUT_OF_SCOPE"})
    void appliesByLabels(String label, Outcome outcome) {
        assertThat(scoped(new Scope("", "", "", List.of(label), List.of()))).isEqualTo(outcome);
        workload.namespaceLabels = Observed.known(workload.labels);
        assertThat(scoped(new Scope("", "", "", List.of(), List.of(label)))).isEqualTo(outcome);
    }

    @Test
    void doesNotGuessWhetherANamespaceThatWasNotSeenIsInScope() {
        Scope scope = new Scope("", "", "", List.of(), List.of("team=a"));
        workload.namespaceLabels = WorkloadFixture.unseen();
        assertThat(scoped(scope)).isEqualTo(Outcome.UNKNOWN);
        workload.first().privileged = false;
        assertThat(scoped(scope)).isEqualTo(Outcome.CLEAN);
    }

    private Outcome scoped(Scope scope) {
        return Policies.judge(Policies.scoped(PRIVILEGED, List.of(scope), List.of()), workload)
                .outcome();
    }

    private Verdict excluded(Exclusion... exclusions) {
        return Policies.judge(Policies.scoped(PRIVILEGED, List.of(), List.of(exclusions)), workload);
    }

    private static Exclusion until(Instant instant) {
        return new Exclusion("agent", "ann", new Scope("", "shop", "web", List.of(), List.of()), instant);
    }

    @Test
    void isSilentUntilAnExclusionExpires() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertThat(excluded(until(tomorrow)))
                .extracting(Verdict::outcome, Verdict::validUntil)
                .containsExactly(Outcome.EXCLUDED, tomorrow);
        assertThat(excluded(until(NOW)))
                .extracting(Verdict::outcome, Verdict::validUntil)
                .containsExactly(Outcome.VIOLATED, null);
    }

    @Test
    void staysSilentAsLongAsOneOfSeveralExclusionsHolds() {
        assertThat(excluded(until(NOW.plusSeconds(5)), until(NOW.plusSeconds(9)))
                        .validUntil())
                .isEqualTo(NOW.plusSeconds(9));
        assertThat(excluded(until(NOW.plusSeconds(5)), until(null)).validUntil())
                .isNull();
    }

    @Test
    void doesNotGuessWhetherAnExclusionHolds() {
        workload.namespaceLabels = WorkloadFixture.unseen();
        Instant later = NOW.plusSeconds(60);
        Exclusion exclusion =
                new Exclusion("test", "ann", new Scope("", "", "", List.of(), List.of("stage=test")), later);
        assertThat(excluded(exclusion))
                .extracting(Verdict::outcome, Verdict::validUntil)
                .containsExactly(Outcome.UNKNOWN, later);
    }

    @Test
    void saysWhatAnExclusionSilencesAndWhich() {
        Exclusion shorter = until(NOW.plusSeconds(5));
        Exclusion longer = until(NOW.plusSeconds(9));
        Verdict silenced = excluded(shorter, longer);
        workload.first().privileged = false;
        Verdict nothingToSilence = excluded(shorter, longer);

        assertThat(silenced.evidence())
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.criterion()).isEqualTo("Privileged Container"));
        assertThat(silenced.exclusion()).isEqualTo(longer);
        assertThat(nothingToSilence.outcome()).isEqualTo(Outcome.EXCLUDED);
        assertThat(nothingToSilence.evidence()).isEmpty();
    }

    @Test
    void asksOneScopeByItself() {
        Scope scope = new Scope("", "\"shop\"", "", List.of("app=web"), List.of());
        ScopeMatcher matcher = ScopeMatcher.of(scope);
        assertThat(matcher.holds("prod", "shop", "web", Map.of("app", "web"), Map.of()))
                .isTrue();
        assertThat(matcher.holds("prod", "shop", "web", Map.of("app", "api"), Map.of()))
                .isFalse();
        assertThatThrownBy(() -> ScopeMatcher.of(new Scope("", "r/(", "", List.of(), List.of())))
                .isInstanceOf(PolicyRejected.class)
                .hasMessageContaining("/scope/namespace");
    }
}
