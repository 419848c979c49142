package dev.breakwater.central.notification.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.NotificationRule;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.engine.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {

    private static final UUID OPS = new UUID(0, 1);
    private static final UUID PAY = new UUID(0, 2);
    private static final UUID MUTE = new UUID(0, 3);
    private static final UUID POLICY = new UUID(0, 9);
    private static final Map<String, UUID> ENABLED = Map.of("Ops", OPS, "payments team", PAY);

    @Test
    void theFirstRuleThatFitsDecides() {
        Routing routing =
                routing(rule("pay").owners("pay*").to(PAY), rule("all").to(OPS));
        assertThat(routing.targets(opened(Severity.LOW, "payments", ""))).containsExactly(PAY);
        assertThat(routing.targets(opened(Severity.LOW, "shop", ""))).containsExactly(OPS);
    }

    @Test
    void aRuleThatGoesOnDoesNot() {
        Routing routing =
                routing(rule("pay").owners("pay*").goOn().to(PAY), rule("all").to(OPS));
        assertThat(routing.targets(opened(Severity.LOW, "payments", ""))).containsExactly(PAY, OPS);
    }

    @Test
    void aRuleThatIsOffIsNotAsked() {
        assertThat(routing(rule("off").off().to(PAY), rule("all").to(OPS)).targets(opened(Severity.LOW, "", "")))
                .containsExactly(OPS);
    }

    @Test
    void aTargetThatIsOffIsToldNothingAndStillDecides() {
        assertThat(routing(rule("mute").to(MUTE), rule("all").to(OPS)).targets(opened(Severity.LOW, "", "")))
                .isEmpty();
    }

    @Test
    void severityIsALowerBoundAndWhatIsUnknownIsNeverLeftOut() {
        Routing routing = routing(rule("high").from(Severity.HIGH).to(OPS));
        assertThat(routing.targets(opened(Severity.MEDIUM, "", ""))).isEmpty();
        assertThat(routing.targets(opened(Severity.HIGH, "", ""))).containsExactly(OPS);
        assertThat(routing.targets(opened(Severity.CRITICAL, "", ""))).containsExactly(OPS);
        assertThat(routing.targets(opened(Severity.UNKNOWN, "", ""))).containsExactly(OPS);
    }

    @Test
    void whatIsAboutClustersIsTakenByRulesWithoutConditionsOnViolations() {
        Occurrence silent = Occurrence.of(NotificationEvent.CLUSTER_SILENT, "prod");
        assertThat(routing(rule("high").from(Severity.HIGH).to(OPS)).targets(silent))
                .containsExactly(OPS);
        assertThat(routing(rule("owner").owners("*").to(OPS)).targets(silent)).isEmpty();
        assertThat(routing(rule("other").clusters("staging").to(OPS)).targets(silent))
                .isEmpty();
    }

    @Test
    void aNamespaceNamesItsTarget() {
        Routing routing = routing(rule("named").toNamed().to(), rule("all").to(OPS));
        assertThat(routing.looksAtNamespaces()).isTrue();
        assertThat(routing.targets(opened(Severity.LOW, "", "Payments Team"))).containsExactly(PAY);
        assertThat(routing.targets(opened(Severity.LOW, "", ""))).containsExactly(OPS);
        assertThat(routing.targets(opened(Severity.LOW, "", "nobody")))
                .as("a name that leads nowhere must not make the others silent")
                .containsExactly(OPS);
    }

    @ParameterizedTest
    @CsvSource({
        "pay*, payments, true",
        "PAY*, payments, true",
        "*, '', true",
        "pay, payments, false",
        "*ments, payments, true",
        "p*m*s, payments, true",
        "p*x*s, payments, false",
        "ab*ba, aba, false",
        "a*a, a, false",
        "**, anything, true"
    })
    void starsStandForAnyText(String pattern, String text, boolean matches) {
        assertThat(Routing.matches(pattern, text)).isEqualTo(matches);
    }

    private static Occurrence opened(Severity severity, String owner, String mark) {
        return new Occurrence(NotificationEvent.VIOLATION_OPENED, "prod", severity, POLICY, owner, mark);
    }

    private static Routing routing(NotificationRule... rules) {
        return new Routing(List.of(rules), ENABLED);
    }

    private static Builder rule(String name) {
        return new Builder(name);
    }

    private static final class Builder {
        private final String name;
        private boolean enabled = true;
        private @Nullable Severity from;
        private List<String> owners = List.of();
        private List<String> clusters = List.of();
        private boolean named;
        private boolean on;

        Builder(String name) {
            this.name = name;
        }

        Builder off() {
            enabled = false;
            return this;
        }

        Builder from(Severity severity) {
            from = severity;
            return this;
        }

        Builder owners(String... patterns) {
            owners = List.of(patterns);
            return this;
        }

        Builder clusters(String... patterns) {
            clusters = List.of(patterns);
            return this;
        }

        Builder toNamed() {
            named = true;
            return this;
        }

        Builder goOn() {
            on = true;
            return this;
        }

        NotificationRule to(UUID... targets) {
            return new NotificationRule(
                    UUID.randomUUID(),
                    1,
                    new RuleDraft(
                            name,
                            enabled,
                            Set.of(NotificationEvent.values()),
                            from,
                            List.of(),
                            owners,
                            clusters,
                            List.of(),
                            Stream.of(targets).toList(),
                            named,
                            on),
                    1,
                    Instant.EPOCH,
                    "test");
        }
    }
}
