package dev.breakwater.ui.policies.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.NotificationRule;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is told of what a policy opens, by the rules in their order. */
class ToldTest {

    private static final Policy MEDIUM = PolicyDraft.blank(new UUID(0, 1)).policy();

    @Test
    void theFirstThatTakesAllDecides() {
        assertThat(Told.by(
                        List.of(
                                rule("gravest", Severity.CRITICAL, List.of(), List.of(), false),
                                rule("team a", null, List.of(), List.of("a"), false),
                                rule("all", Severity.MEDIUM, List.of(), List.of(), false),
                                rule("never asked", null, List.of(), List.of(), false)),
                        MEDIUM))
                .containsExactly("team a (some of them)", "all");
    }

    @Test
    void othersAreAskedWhereARuleSaysSo() {
        assertThat(Told.by(
                        List.of(
                                rule("mine", null, List.of(MEDIUM.id()), List.of(), true),
                                rule("another's", null, List.of(new UUID(0, 2)), List.of(), true),
                                rule("all", null, List.of(), List.of(), false)),
                        MEDIUM))
                .containsExactly("mine", "all");
    }

    @Test
    void withoutARuleNobodyIs() {
        assertThat(Told.by(List.of(), MEDIUM)).isEmpty();
    }

    private static NotificationRule rule(
            String name, @Nullable Severity minimum, List<UUID> policies, List<String> owners, boolean goOn) {
        RuleDraft draft = new RuleDraft(
                name,
                true,
                Set.of(NotificationEvent.VIOLATION_OPENED),
                minimum,
                policies,
                owners,
                List.of(),
                List.of(),
                List.of(UUID.randomUUID()),
                false,
                goOn);
        return new NotificationRule(UUID.randomUUID(), 1, draft, 1, Instant.EPOCH, "ann");
    }
}
