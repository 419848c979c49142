package dev.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.Verdict.Outcome;
import dev.breakwater.engine.policy.linked.Linked;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class JudgementProperties {

    private static final Instant NOW = ContainerFixture.NOW;

    /** All but "Image never scanned", for which the missing scan is the fact itself. */
    private static final CompiledPolicies BUILT_IN = CompiledPolicies.compile(BuiltInPolicies.all().stream()
            .filter(policy -> !policy.name().equals("Image never scanned"))
            .map(Policy::switchedOn)
            .toList());

    /** Ways to lose one fact. */
    private static final List<Consumer<WorkloadFixture>> HIDE = List.of(
            w -> w.exposures = WorkloadFixture.unseen(),
            w -> w.grants = WorkloadFixture.unseen(),
            w -> w.networkPolicies = WorkloadFixture.unseen(),
            w -> w.namespaceLabels = WorkloadFixture.unseen(),
            w -> w.tokenMounted = WorkloadFixture.unseen(),
            JudgementProperties::loseMountedVolumes,
            w -> w.containers.forEach(c -> c.scan = WorkloadFixture.unseen()),
            w -> w.containers.forEach(c -> c.user = WorkloadFixture.unseen()),
            w -> w.containers.forEach(c -> c.createdAt = WorkloadFixture.unseen()),
            w -> w.containers.forEach(c -> c.imageLabels = WorkloadFixture.unseen()));

    /** A declaration that nothing mounts is no fact that is lost, but another object. */
    private static void loseMountedVolumes(WorkloadFixture workload) {
        workload.volumes.removeIf(volume -> workload.containers.stream()
                .flatMap(container -> container.mounts.stream())
                .anyMatch(mount -> mount.volume().equals(volume.name())));
    }

    @Property(tries = 3_000)
    void agreesWithTryingEveryCombination(@ForAll long facts, @ForAll long rules) {
        Workload workload = RandomWorkload.of(facts).build();
        Policy policy = RandomPolicy.of(rules);
        Outcome expected = switch (NaiveJudge.judge(policy, workload, NOW)) {
            case TRUE -> Outcome.VIOLATED;
            case UNKNOWN -> Outcome.UNKNOWN;
            case FALSE -> Outcome.CLEAN;
        };
        Verdict verdict = Policies.judge(policy, workload, NOW);
        assertThat(verdict.outcome()).isEqualTo(expected);
        assertThat(verdict.evidence().isEmpty()).isEqualTo(expected != Outcome.VIOLATED);
        assertThat(verdict.unknown().isEmpty()).isEqualTo(expected != Outcome.UNKNOWN);
    }

    @Property(tries = 2_000)
    void agreesAboutWhatHappenedToo(@ForAll long facts, @ForAll long rules) {
        WorkloadFixture fixture = RandomWorkload.of(facts);
        Policy policy = RandomPolicy.atRuntime(rules);
        Outcome expected =
                switch (NaiveJudge.judge(policy, new Linked.OfWorkload(fixture.build(), fixture.activity), NOW)) {
                    case TRUE -> Outcome.VIOLATED;
                    case UNKNOWN -> Outcome.UNKNOWN;
                    case FALSE -> Outcome.CLEAN;
                };
        assertThat(Policies.judgeRuntime(policy, fixture).outcome()).isEqualTo(expected);
    }

    @Property(tries = 3_000)
    void losingAFactNeverTurnsAnAnswerRound(
            @ForAll long facts, @ForAll long rules, @ForAll @IntRange(max = 9) int hidden) {
        Policy policy = Policies.scoped(
                RandomPolicy.of(rules),
                List.of(new Scope("", "", "", List.of(), List.of("team=a|b"))),
                List.of(new Exclusion("why", "me", new Scope("", "", "", List.of(), List.of("team=b")), null)));
        Outcome before = Policies.judge(policy, RandomWorkload.of(facts)).outcome();
        WorkloadFixture less = RandomWorkload.of(facts);
        HIDE.get(hidden).accept(less);
        Outcome after = Policies.judge(policy, less).outcome();
        assertThat(after).isIn(allowedAfter(before));
    }

    /** Silence may become "perhaps", and one sort of silence another; nothing known becomes its opposite. */
    private static List<Outcome> allowedAfter(Outcome before) {
        return switch (before) {
            case VIOLATED -> List.of(Outcome.VIOLATED, Outcome.UNKNOWN);
            case UNKNOWN -> List.of(Outcome.UNKNOWN);
            case CLEAN -> List.of(Outcome.CLEAN, Outcome.UNKNOWN);
            case OUT_OF_SCOPE -> List.of(Outcome.OUT_OF_SCOPE, Outcome.CLEAN, Outcome.UNKNOWN);
            case EXCLUDED -> List.of(Outcome.EXCLUDED, Outcome.CLEAN, Outcome.UNKNOWN);
        };
    }

    @Property(tries = 500)
    void losingAFactNeverTurnsABuiltInPolicyRound(@ForAll long facts, @ForAll @IntRange(max = 9) int hidden) {
        List<Verdict> before = BUILT_IN.judge(RandomWorkload.of(facts).build(), NOW);
        WorkloadFixture less = RandomWorkload.of(facts);
        HIDE.get(hidden).accept(less);
        List<Verdict> after = BUILT_IN.judge(less.build(), NOW);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).outcome()).isIn(allowedAfter(before.get(i).outcome()));
        }
    }

    @Property(tries = 2_000)
    void saysTheSameUntilItSaysThatItMayChange(
            @ForAll long facts, @ForAll long rules, @ForAll @IntRange(max = 999) int part, @ForAll boolean expires) {
        Exclusion exclusion = new Exclusion(
                "why",
                "me",
                new Scope("", "shop", "", List.of(), List.of("team=a")),
                expires ? NOW.plus(Duration.ofDays(5)) : null);
        Policy policy = Policies.scoped(RandomPolicy.of(rules), List.of(), List.of(exclusion));
        Workload workload = RandomWorkload.of(facts).build();
        Verdict now = Policies.judge(policy, workload, NOW);
        Instant until = now.validUntil();
        Instant end = until == null ? NOW.plus(Duration.ofDays(4_000)) : until;
        assertThat(end).isAfter(NOW);
        Instant between = NOW.plusMillis(Duration.between(NOW, end).toMillis() * part / 1_000);
        for (Instant later : List.of(between, end.minusNanos(1))) {
            Verdict then = Policies.judge(policy, workload, later);
            assertThat(said(then)).isEqualTo(said(now));
            // It may have become clear since that nothing changes at that end after all, but never that something did
            // before.
            assertThat(Objects.requireNonNullElse(then.validUntil(), end)).isAfterOrEqualTo(end);
        }
    }

    private static List<Object> said(Verdict verdict) {
        return Arrays.asList(verdict.outcome(), verdict.evidence(), verdict.unknown(), verdict.exclusion());
    }

    @Property(tries = 300)
    void equalFactsGiveEqualVerdictsWhicheverWayTheyAreOrdered(@ForAll long facts, @ForAll long rules) {
        WorkloadFixture other = RandomWorkload.of(facts);
        other.containers.forEach(container -> container.scan = container.scan.map(scan -> new ImageScan(
                scan.scannedAt(), scan.operatingSystem(), scan.packages().reversed())));
        assertThat(Policies.judge(RandomPolicy.of(rules), other))
                .isEqualTo(Policies.judge(RandomPolicy.of(rules), RandomWorkload.of(facts)));
    }

    @Property(tries = 1_000)
    void askedTogetherPoliciesSayWhatEachSaysAlone(@ForAll long facts, @ForAll @Size(value = 4) List<Long> rules) {
        Workload workload = RandomWorkload.of(facts).build();
        Judgement together = Judgement.of(workload, NOW);
        for (long rule : rules) {
            CompiledPolicies policies = CompiledPolicies.compile(List.of(RandomPolicy.of(rule)));
            List<Verdict> alone = policies.judge(workload, NOW);
            assertThat(policies.judge(together, failure -> {})).isEqualTo(alone);
            assertThat(policies.judge(together, failure -> {})).isEqualTo(alone);
        }
    }

    @Property(tries = 3_000)
    void withoutImagesSaysWhatJudgingAnewWouldSay(@ForAll long facts, @ForAll long rules) {
        CompiledPolicies policies = CompiledPolicies.compile(List.of(
                RandomPolicy.of(rules),
                Policies.of(Policies.any(
                        "Expression", "workload.containers.exists(c, has(c.packages) && c.packages.size() > 1)"))));
        Workload workload = RandomWorkload.of(facts).build();
        List<Verdict> whole = policies.judge(workload, NOW);
        assertThat(policies.judgeWithoutImages(workload, whole, NOW))
                .isEqualTo(policies.judge(workload.withoutImages(), NOW));
    }

    @Property(tries = 500)
    void builtInPoliciesToo(@ForAll long facts) {
        Workload workload = RandomWorkload.of(facts).build();
        List<Verdict> whole = BUILT_IN.judge(workload, NOW);
        assertThat(BUILT_IN.judgeWithoutImages(workload, whole, NOW))
                .isEqualTo(BUILT_IN.judge(workload.withoutImages(), NOW));
    }
}
