package dev.breakwater.central.remedy;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.advisory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.remedy.FixPlans.Plan;
import dev.breakwater.central.remedy.FixPlans.Step;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport;
import dev.breakwater.engine.model.Severity;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan against what becomes of the scores when its upgrades are really made. */
class FixPlanIT {

    private static final String SHOP = "sha256:" + "a1".repeat(32);
    private static final String PAY = "sha256:" + "b2".repeat(32);

    private final JudgingCentral central = JudgingCentral.quietWithVulnerabilities();
    private final Map<String, Map<String, String>> installed = new TreeMap<>(Map.of(
            SHOP, new HashMap<>(Map.of("openssl", "3.0.11-1", "curl", "7", "zlib1g", "1.2")),
            PAY, new HashMap<>(Map.of("openssl", "3.0.10-1", "bash", "5.1"))));

    @BeforeEach
    void fill() {
        central.send(deployment("shop", "web", "registry.example.com/web@" + SHOP, false));
        central.send(deployment("pay", "api", "registry.example.com/api@" + PAY, false));
        central.send(deployment("dark", "box", "registry.example.com/box:1", false));
        installed.keySet().forEach(this::scan);
        FeedImport feeds = central.bean(FeedImport.class);
        feeds.take(AdvisoryFixture.feed(
                "debian",
                advisory("CVE-2026-0001").severity(Severity.CRITICAL).in("Debian:12", "openssl", "3.0.12-1"),
                advisory("CVE-2026-0002").severity(Severity.MEDIUM).in("Debian:12", "openssl", "3.0.11-1"),
                advisory("CVE-2026-0003").severity(Severity.HIGH).in("Debian:12", "curl", "8"),
                advisory("CVE-2026-0004").severity(Severity.LOW).in("Debian:12", "bash", "5.2"),
                advisory("CVE-2026-0005").severity(Severity.HIGH).in("Debian:12", "zlib1g", "")));
        settle();
    }

    @AfterEach
    void close() {
        central.close();
    }

    @Test
    void eachDropIsWhatMakingTheUpgradeBrings() {
        Plan plan = plan(AccessScope.EVERYTHING, 10);
        assertThat(plan.before()).isCloseTo(total(), within(1e-9));
        assertThat(plan.steps()).extracting(step -> step.upgrade().name()).containsExactly("openssl", "curl", "bash");
        assertThat(plan.steps().getFirst().vulnerabilities()).containsExactly("CVE-2026-0001", "CVE-2026-0002");
        assertThat(plan.steps().getFirst().upgrade().from()).containsExactly("3.0.10-1", "3.0.11-1");
        assertThat(plan.steps().getFirst().workloadCount()).isEqualTo(2);
        assertThat(plan.steps()).extracting(Step::drop).allMatch(drop -> drop > 0);
        plan.steps().forEach(this::makeAndCompare);
        assertThat(plan.after()).isCloseTo(total(), within(1e-9));
    }

    @Test
    void whatTheNewVersionBringsIsCounted() {
        central.bean(FeedImport.class)
                .take(AdvisoryFixture.feed(
                        "more",
                        advisory("CVE-2026-0009").severity(Severity.CRITICAL).in("Debian:12", "bash", "5.3"),
                        advisory("CVE-2026-0010").severity(Severity.MEDIUM).since("Debian:12", "bash", "5.3")));
        settle();
        Plan plan = plan(AccessScope.ofNamespace(JudgingCentral.CLUSTER, "pay"), 10);
        Step bash = plan.steps().stream()
                .filter(step -> step.upgrade().name().equals("bash"))
                .findFirst()
                .orElseThrow();
        assertThat(bash.upgrade().to()).isEqualTo("5.3");
        assertThat(bash.vulnerabilities()).containsExactly("CVE-2026-0004", "CVE-2026-0009");
        assertThat(bash.remaining()).isEqualTo(1);
        double others = total() - plan.before();
        plan.steps().forEach(this::make);
        assertThat(plan.after()).isCloseTo(total() - others, within(1e-9));
    }

    @Test
    void saysWhatItCannotKnowAndWhatNobodyMends() {
        Plan plan = plan(AccessScope.EVERYTHING, 1);
        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.workloads()).isEqualTo(3);
        assertThat(plan.workloadsLeftOut()).isZero();
        assertThat(plan.imagesNotLookedInto()).isEqualTo(1);
        assertThat(plan.withoutFix()).isEqualTo(1);
        assertThat(plan.upgrades()).isEqualTo(3);
        assertThat(plan.hurried()).isFalse();
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> plan(AccessScope.EVERYTHING, 0));
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> plan(AccessScope.EVERYTHING, 51));
    }

    @Test
    void tellsAReaderNothingOfOtherPlaces() {
        Plan plan = plan(AccessScope.ofNamespace(JudgingCentral.CLUSTER, "pay"), 10);
        assertThat(plan.workloads()).isEqualTo(1);
        assertThat(plan.imagesNotLookedInto()).isZero();
        assertThat(plan.withoutFix()).isZero();
        assertThat(plan.steps()).extracting(step -> step.upgrade().name()).containsExactly("openssl", "bash");
        assertThat(plan.steps()).allSatisfy(step -> {
            assertThat(step.workloads()).extracting(FixPlans.Move::namespace).containsOnly("pay");
            assertThat(step.images()).allMatch(name -> name.contains("api"));
            assertThat(step.upgrade().from()).doesNotContain("3.0.11-1");
        });
        assertThat(plan(AccessScope.ofNamespace(JudgingCentral.CLUSTER, "nowhere"), 10)
                        .steps())
                .isEmpty();
    }

    @Test
    void plansForWhatATeamOwns() {
        central.jdbc()
                .sql("update workloads set team = case name when 'web' then 'shop-team' else 'others' end")
                .update();

        Plan plan = central.bean(FixPlans.class)
                .plan(PlaceFilter.parseOwned("owner:shop-team"), 10, AccessScope.EVERYTHING);

        assertThat(plan.workloads()).isEqualTo(1);
        assertThat(plan.steps()).extracting(step -> step.upgrade().name()).containsExactly("openssl", "curl");
        assertThat(plan.steps()).flatExtracting(Step::owners).containsOnly("shop-team");
        assertThat(central.bean(FixPlans.class)
                        .plan(PlaceFilter.parseOwned("owner:nobody"), 10, AccessScope.EVERYTHING)
                        .workloads())
                .isZero();
        assertThatExceptionOfType(InvalidRequest.class)
                .as("what does not belong to workloads has no owner")
                .isThrownBy(() -> PlaceFilter.parse("owner:shop-team"));
    }

    private void makeAndCompare(Step step) {
        assertThat(step.before()).isCloseTo(total(), within(1e-9));
        make(step);
        assertThat(step.after()).as(step.label()).isCloseTo(total(), within(1e-9));
    }

    /** Builds the images anew with the upgrade, and looks into them. */
    private void make(Step step) {
        central.clock().advance(Duration.ofMinutes(1));
        for (String digest : installed.keySet()) {
            boolean there = step.images().stream().anyMatch(name -> name.endsWith(digest));
            if (there) {
                installed.get(digest).put(step.upgrade().name(), step.upgrade().to());
                scan(digest);
            }
        }
        settle();
    }

    private Plan plan(AccessScope scope, int steps) {
        return central.bean(FixPlans.class).plan(PlaceFilter.EVERYWHERE, steps, scope);
    }

    private void scan(String digest) {
        ImageContentsFixture image = ImageContentsFixture.of(digest);
        new TreeMap<>(installed.get(digest)).forEach(image::deb);
        central.bean(ScannedImages.class)
                .store(ScannedContent.of(
                        image.build(), "central", "test", central.clock().instant()));
    }

    private void settle() {
        JudgedFleet.settle(central);
    }

    private double total() {
        return JudgedFleet.total(central);
    }
}
