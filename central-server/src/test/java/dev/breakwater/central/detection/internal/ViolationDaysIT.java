package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.detection.ViolationTrend;
import dev.breakwater.central.detection.ViolationTrend.Day;
import dev.breakwater.central.detection.ViolationTrends;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the days say of violations that open, close, come back and fall silent. */
class ViolationDaysIT {

    private static final Duration DAY = Duration.ofDays(1);

    private final JudgingCentral central = JudgingCentral.quiet();

    @AfterEach
    void stop() {
        central.close();
    }

    @Test
    void nothingIsKnownBeforeTheFirstViolation() {
        count();

        assertThat(trend("").days()).isEmpty();
        assertThat(trend("").asOf()).isNull();
    }

    @Test
    void countsEachDayFromTheHistoryAndLeavesOutTheDaysBefore() {
        LocalDate first = today();
        central.send(workload("a", true), workload("b", true));
        central.clock().advance(DAY.multipliedBy(2));
        central.send(workload("a", false));
        central.clock().advance(DAY);
        central.send(workload("a", true));

        count();

        List<Day> days = trend("").days();
        assertThat(days).extracting(Day::day).containsExactly(first, first.plusDays(1), first.plusDays(2), today());
        assertThat(high(days, Day::open)).containsExactly(2L, 2L, 1L, 2L);
        assertThat(high(days, Day::opened)).containsExactly(2L, 0L, 0L, 1L);
        assertThat(high(days, Day::closed)).containsExactly(0L, 0L, 1L, 0L);
        assertThat(high(days, Day::fixed)).containsExactly(0L, 0L, 1L, 0L);
        assertThat(trend("").fixSeconds().high()).isEqualTo(DAY.multipliedBy(2).toSeconds());
        assertThat(trend("").openDaysAgo(1).high()).isEqualTo(1);
        assertThat(trend("").openDaysAgo(4)).isNull();
    }

    @Test
    void countingAgainGivesTheSameAndGoesOnWhereItEnded() {
        central.send(workload("a", true));
        count();
        List<Day> once = trend("").days();
        count();
        assertThat(trend("").days()).isEqualTo(once);

        central.clock().advance(DAY.multipliedBy(3));
        central.remove(workload("a", true));
        count();

        assertThat(high(trend("").days(), Day::open)).containsExactly(1L, 1L, 1L, 0L);
        assertThat(high(trend("").days(), Day::fixed)).containsExactly(0L, 0L, 0L, 1L);
    }

    @Test
    void aPolicySwitchedOffClosesButFixesNothing() {
        central.send(workload("a", true));
        central.clock().advance(DAY);
        Policies policies = central.bean(Policies.class);
        UUID privileged = policies.list().stream()
                .filter(stored -> stored.policy().name().equals("Privileged container"))
                .findFirst()
                .orElseThrow()
                .policy()
                .id();
        policies.disable(privileged);
        central.bean(DueJudgement.class).judgeSome(100);

        count();

        Day last = trend("").days().getLast();
        assertThat(last.closed().high()).isEqualTo(1);
        assertThat(last.fixed().high()).isZero();
    }

    @Test
    void readsOnlyThePlaceThatIsAskedForAndAllowed() {
        central.send(workload("a", true), deployment("other", "b", "registry.example.com/b:1", true));
        count();

        assertThat(last("").open().high()).isEqualTo(2);
        assertThat(last("namespace:oth*").open().high()).isEqualTo(1);
        assertThat(last("!namespace:oth* cluster:c1").open().high()).isEqualTo(1);
        assertThat(trend("cluster:elsewhere").days()).isEmpty();
        assertThat(trend("platform:yes").days()).isEmpty();
        AccessScope one = AccessScope.ofNamespace(JudgingCentral.CLUSTER, "other");
        assertThat(trends().trend(PlaceFilter.EVERYWHERE, 30, one)
                        .days()
                        .getLast()
                        .open()
                        .high())
                .isEqualTo(1);
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> trend("owner:me"))
                .withMessageContaining("owner");
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> trends().trend(PlaceFilter.EVERYWHERE, 401, one))
                .withMessageContaining("401");
    }

    @Test
    void forgetsDaysThatAreTooOld() {
        central.send(workload("a", true));
        count();
        central.clock().advance(DAY.multipliedBy(ViolationTrends.MOST_DAYS + 5L));
        count();

        assertThat(central.jdbc()
                        .sql("select count(distinct day) from violation_days")
                        .query(Long.class)
                        .single())
                .isEqualTo(ViolationTrends.MOST_DAYS);
    }

    private static WorkloadSpec workload(String name, boolean privileged) {
        return deployment("days", name, "registry.example.com/" + name + ":1", privileged);
    }

    private static List<Long> high(List<Day> days, Function<Day, BySeverity> of) {
        return days.stream().map(day -> of.apply(day).high()).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(central.clock().instant(), ZoneOffset.UTC);
    }

    private void count() {
        central.bean(ViolationDays.class).count(central.clock().instant());
    }

    private ViolationTrends trends() {
        return central.bean(ViolationTrends.class);
    }

    private ViolationTrend trend(String q) {
        return trends().trend(PlaceFilter.parse(q), 30, AccessScope.EVERYTHING);
    }

    private Day last(String q) {
        return trend(q).days().getLast();
    }
}
