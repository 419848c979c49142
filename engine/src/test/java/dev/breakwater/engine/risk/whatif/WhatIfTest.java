package dev.breakwater.engine.risk.whatif;

import static dev.breakwater.engine.risk.whatif.WhatIfFixtures.WHAT_IF;
import static dev.breakwater.engine.risk.whatif.WhatIfFixtures.policy;
import static dev.breakwater.engine.risk.whatif.WhatIfFixtures.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.risk.FactorId;
import dev.breakwater.engine.risk.OpenViolation;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.RiskFixtures;
import dev.breakwater.engine.risk.whatif.PodChange.HostNamespace;
import dev.breakwater.engine.risk.whatif.SecurityChange.SetPrivileged;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    @Test
    void closesTheViolationAndLowersTheScoreWhenPrivilegesGo() {
        Answer answer = WHAT_IF.apply(question(), List.of(new SetPrivileged("pay", false)));

        assertThat(answer.closed()).extracting(OpenViolation::policyName).contains("Privileged container");
        assertThat(answer.opened()).isEmpty();
        assertThat(answer.after().reason("privileged")).isEmpty();
        assertThat(answer.drop()).isPositive();
        assertThat(answer.before().score() - answer.drop())
                .isEqualTo(answer.after().score());
    }

    @Test
    void opensAViolationWhenAChangeMakesThingsWorse() {
        Answer answer = WHAT_IF.apply(MENDED, List.of(new SetPrivileged("pay", true)));

        assertThat(answer.opened()).extracting(OpenViolation::policyName).containsExactly("Privileged container");
        assertThat(answer.drop()).isNegative();
    }

    private static final Question MENDED = Question.of(
            new SetPrivileged("pay", false)
                    .apply(question().facts(), question().asOf())
                    .spec(),
            question().facts().surroundings(),
            question().asOf());

    @Test
    void takesSeveralChangesTogether() {
        Answer answer = WHAT_IF.apply(
                question(),
                List.of(
                        new PodChange.LeaveHostNamespace(HostNamespace.NETWORK),
                        new PodChange.LeaveHostNamespace(HostNamespace.PID)));

        assertThat(answer.closed()).extracting(OpenViolation::policyName).contains("Host namespaces shared");
    }

    @Test
    void mendsAViolationOfWhichNoFactIsKnown() {
        Policy policy = policy("Privileged container");
        Answer answer = WHAT_IF.apply(question(), List.of(new ResolveViolation(policy.id(), policy.name())));

        assertThat(answer.closed()).extracting(OpenViolation::policyId).containsExactly(policy.id());
        assertThat(answer.after().factor(FactorId.SERVICE_CONFIGURATION))
                .isEqualTo(answer.before().factor(FactorId.SERVICE_CONFIGURATION));
    }

    @Test
    void suggestsWhatAppliesWithTheMostEffectiveFirst() {
        List<Suggestion> suggestions = WHAT_IF.suggest(question());

        assertThat(suggestions).hasSizeGreaterThan(25);
        assertThat(suggestions).isSortedAccordingTo((a, b) -> Double.compare(b.drop(), a.drop()));
        assertThat(suggestions)
                .extracting(s -> s.change().label())
                .contains(
                        "Run pay without privileges",
                        "No longer add SYS_ADMIN to pay",
                        "Leave the node's network namespace",
                        "Leave the node's PID namespace",
                        "Remove volume engine",
                        "Offer service pay within the cluster only",
                        "Take service pay out of ingress front",
                        "Add a network policy for incoming traffic",
                        "Remove ClusterRoleBinding pay-admin",
                        "Do not mount the service account token",
                        "Close port 9090 of the node for pay",
                        "Pin the image of pay to abababababab",
                        "Limit proxy to 0.5 CPU and 512 MiB",
                        "Rebuild the image of pay")
                .doesNotContain("Leave the node's IPC namespace", "Run proxy without privileges");
    }

    @Test
    void saysWhatElseAChangeNeedsToCloseAViolation() {
        Change forbid = new SecurityChange.ForbidPrivilegeEscalation("pay");
        Suggestion alone = WHAT_IF.suggest(question()).stream()
                .filter(s -> s.change().equals(forbid))
                .findFirst()
                .orElseThrow();
        assertThat(alone.closes()).isEmpty();
        assertThat(alone.together()).isNotEmpty().allSatisfy(together -> {
            List<Change> all =
                    Stream.concat(Stream.of(forbid), together.others().stream()).toList();
            assertThat(closes(all, together.violation())).isTrue();
            assertThat(all)
                    .allSatisfy(left -> assertThat(closes(
                                    all.stream().filter(c -> !c.equals(left)).toList(), together.violation()))
                            .isFalse());
        });
        assertThat(alone.together())
                .flatExtracting(Suggestion.Together::others)
                .contains(new SetPrivileged("pay", false), new SecurityChange.RemoveCapability("pay", "SYS_ADMIN"));
    }

    private static boolean closes(List<Change> changes, OpenViolation violation) {
        return WHAT_IF.apply(question(), changes).closed().stream()
                .anyMatch(closed -> closed.policyId().equals(violation.policyId()));
    }

    @Test
    void offersAWayOutOfEveryViolation() {
        List<Suggestion> suggestions = WHAT_IF.suggest(question());

        assertThat(WHAT_IF.apply(question(), List.of()).before().reasons().stream()
                        .filter(r -> r.kind().equals("violation")))
                .allMatch(r -> suggestions.stream().anyMatch(s -> s.closesPolicy(UUID.fromString(r.subject()))));
    }

    @Test
    void pinsALatestImageWithoutItsTagAndKeepsWhatIsKnownOfIt() {
        Answer answer = WHAT_IF.apply(
                question(),
                List.of(
                        new ContainerChange.PinDigest("pay", WhatIfFixtures.RUNNING),
                        new ContainerChange.PinDigest("proxy", WhatIfFixtures.RUNNING)));

        assertThat(answer.closed()).extracting(OpenViolation::policyName).contains("Image tag latest");
        assertThat(answer.after().factor(FactorId.IMAGE_FRESHNESS).orElseThrow().parts())
                .isEqualTo(answer.before()
                        .factor(FactorId.IMAGE_FRESHNESS)
                        .orElseThrow()
                        .parts());
    }

    @Test
    void findsWhatMendsEachReason() {
        Map<String, List<String>> mends = WHAT_IF.drops(question()).stream()
                .collect(Collectors.toMap(
                        d -> d.reason().id(),
                        d -> d.changes().stream().map(Change::id).toList()));

        assertThat(mends)
                .containsEntry("privileged", List.of("set-privileged/pay/false"))
                .containsEntry("capability:SYS_ADMIN", List.of("remove-capability/pay/SYS_ADMIN"))
                .containsEntry(
                        "no-capability-dropped", List.of("drop-all-capabilities/pay", "drop-all-capabilities/proxy"))
                .containsEntry("writable-volume:cache", List.of("mount-read-only/cache"))
                .containsEntry("secret-volume:key", List.of("remove-volume/key"))
                .containsEntry(
                        "port:8080/TCP",
                        List.of("narrow-service/pay", "remove-ingress-backend/front/pay", "remove-host-port/pay/9090"))
                .containsEntry("vulnerability:CVE-2026-1000", List.of("fix-vulnerability/CVE-2026-1000"))
                .containsEntry("tool:bash", List.of("remove-package/bash"))
                .containsEntry("packages:pay", List.of("slim-image/pay"))
                .containsEntry("age:pay", List.of("rebuild-image/pay"))
                .containsEntry("violation:" + policy("Privileged container").id(), List.of("set-privileged/pay/false"))
                .containsEntry(
                        "violation:" + policy("Host namespaces shared").id(),
                        List.of("leave-host-namespace/NETWORK", "leave-host-namespace/PID"));
    }

    @Test
    void dropsAreWhatARealRunGives() {
        Question question = question();
        for (Drop drop : WHAT_IF.drops(question)) {
            Answer answer = WHAT_IF.apply(question, drop.changes());

            assertThat(drop.score()).isEqualTo(answer.after().score());
            assertThat(WHAT_IF.dropIfFixed(question, drop.reason())).contains(drop);
            if (drop.reason().kind().equals("violation")) {
                assertThat(answer.closed())
                        .extracting(v -> v.policyId().toString())
                        .contains(drop.reason().subject());
            }
        }
    }

    @Test
    void givesEveryViolationAWayOut() {
        RiskAssessment before = WHAT_IF.apply(question(), List.of()).before();

        assertThat(WHAT_IF.drops(question()))
                .extracting(d -> d.reason().id())
                .containsAll(before.reasons().stream()
                        .filter(r -> r.factor() == FactorId.POLICY_VIOLATIONS)
                        .map(r -> r.id())
                        .toList());
    }

    @Test
    void keepsAViolationOpenThatTheseFactsDoNotJudge() {
        Question now = question();
        OpenViolation runtime = RiskFixtures.violation(7, Severity.CRITICAL);
        Question withRuntime = new Question(now.facts(), now.suspiciousProcesses(), List.of(runtime), null, now.asOf());

        Answer answer = WHAT_IF.apply(withRuntime, List.of(new SetPrivileged("pay", false)));

        assertThat(answer.after().reason("violation:" + runtime.policyId())).isPresent();
        assertThat(answer.closed()).doesNotContain(runtime);
        assertThat(WHAT_IF.dropIfFixed(
                        withRuntime,
                        answer.before()
                                .reason("violation:" + runtime.policyId())
                                .orElseThrow()))
                .hasValueSatisfying(d -> assertThat(d.changes())
                        .containsExactly(new ResolveViolation(runtime.policyId(), runtime.policyName())));
    }
}
