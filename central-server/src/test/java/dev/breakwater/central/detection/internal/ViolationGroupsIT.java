package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.detection.internal.TriageFixture.ALL;
import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.detection.ViolationGroup;
import dev.breakwater.central.detection.ViolationGroups;
import dev.breakwater.central.detection.ViolationGroups.By;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.testing.JudgingCentral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ViolationGroupsIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private static TriageFixture violations;
    private static ViolationGroups groups;

    @BeforeAll
    static void send() {
        violations = new TriageFixture(central);
        groups = central.bean(ViolationGroups.class);
        for (int i = 0; i < 7; i++) {
            central.send(deployment("groups", "web" + i, "registry.example.com/web" + i, i % 2 == 0));
        }
    }

    @Test
    void countsWhatTheListHolds() {
        String q = "namespace:groups state:open";
        Map<UUID, Long> byPolicy = violations.list(q).stream()
                .collect(Collectors.groupingBy(ViolationRow::policyId, Collectors.counting()));
        Map<UUID, Long> byWorkload = violations.list(q).stream()
                .collect(Collectors.groupingBy(row -> row.workload().id(), Collectors.counting()));

        assertThat(counts(By.POLICY, q, "")).isEqualTo(byPolicy);
        assertThat(counts(By.WORKLOAD, q, "")).isEqualTo(byWorkload);
        assertThat(groups.count(By.POLICY, q, ALL)).isEqualTo(byPolicy.size());
        assertThat(groups.count(By.WORKLOAD, q, ALL)).isEqualTo(7);
    }

    private static Map<UUID, Long> counts(By by, String q, String sort) {
        return paged(by, q, sort).stream()
                .collect(Collectors.toMap(ViolationGroup::id, group -> (long) group.violations()));
    }

    private static List<ViolationGroup> paged(By by, String q, String sort) {
        List<ViolationGroup> all = new ArrayList<>();
        String token = null;
        do {
            Page<ViolationGroup> page = groups.list(by, new ListRequest(q, sort, 2, token), ALL);
            all.addAll(page.items());
            token = page.nextPageToken();
        } while (token != null);
        return all;
    }

    @Test
    void showsTheWeightiestFirstAndSortsByNameAndSize() {
        assertThat(paged(By.WORKLOAD, "namespace:groups", ""))
                .extracting(ViolationGroup::severity)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(paged(By.WORKLOAD, "namespace:groups", "label"))
                .extracting(ViolationGroup::name)
                .containsExactly("web0", "web1", "web2", "web3", "web4", "web5", "web6");
        assertThat(paged(By.POLICY, "namespace:groups", "-rows"))
                .extracting(ViolationGroup::violations)
                .isSortedAccordingTo((a, b) -> b - a);
        assertThatThrownBy(() -> paged(By.POLICY, "", "colour")).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> groups.list(By.POLICY, new ListRequest("", "", 2, "forged"), ALL))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void gathersOnlyWhatMayBeSeen() {
        central.send(deployment("hidden", "web", "registry.example.com/web", true));
        AccessScope scope = AccessScope.ofNamespace(JudgingCentral.CLUSTER, "hidden");
        assertThat(groups.list(By.WORKLOAD, new ListRequest("", "", 50, null), scope)
                        .items())
                .singleElement()
                .satisfies(group -> assertThat(group.place()).isEqualTo("hidden in c1"));
        assertThat(groups.count(By.WORKLOAD, "", scope)).isEqualTo(1);
    }
}
