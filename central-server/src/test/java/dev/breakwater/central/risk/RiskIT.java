package dev.breakwater.central.risk;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.testing.ClusterObjects.labelled;
import static dev.breakwater.central.testing.ClusterObjects.loadBalancer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RiskIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    @Test
    void scoresAndKeepsHistoryOnlyWhenAReaderWouldSeeAChange() {
        WorkloadSpec spec = deployment("risk", "web", "registry.example.com/web:1", true);
        central.send(loadBalancer("risk", "web", "web"));
        central.send(spec);
        double first = score(spec);
        assertThat(first).isGreaterThan(1);
        assertThat(history(spec)).hasSize(1);

        central.send(labelled(spec, Map.of("app", "web", "colour", "blue")));
        assertThat(history(spec)).hasSize(1);

        central.send(deployment("risk", "web", "registry.example.com/web:1", false));
        assertThat(score(spec)).isLessThan(first);
        assertThat(history(spec)).hasSize(2);
        assertThat(history(spec).get(1)).contains("privileged of main from true to false");
    }

    @Test
    void whatIfEqualsMakingTheChange() {
        WorkloadSpec spec = deployment("whatif", "web", "registry.example.com/web:1", true);
        central.send(spec);
        UUID id = JudgingCentral.idOf(spec);
        WhatIfs whatIfs = central.bean(WhatIfs.class);
        WhatIfs.Answer answer = whatIfs.answer(id, List.of("set-privileged/main/false"), AccessScope.EVERYTHING);
        assertThat(answer.before().score()).isCloseTo(score(spec), within(1e-9));
        assertThat(answer.closed()).extracting(WhatIfs.ViolationView::policy).contains("Privileged container");

        central.send(deployment("whatif", "web", "registry.example.com/web:1", false));
        assertThat(score(spec)).isCloseTo(answer.after().score(), within(1e-9));
    }

    @Test
    void suggestsTheMostEffectiveFirstAndOnlyToThoseWhoMaySeeTheWorkload() {
        WorkloadSpec spec = deployment("suggest", "web", "registry.example.com/web:1", true);
        central.send(spec);
        UUID id = JudgingCentral.idOf(spec);
        WhatIfs whatIfs = central.bean(WhatIfs.class);

        List<WhatIfs.Suggestion> suggestions = whatIfs.suggestions(id, AccessScope.EVERYTHING);
        assertThat(suggestions).isNotEmpty();
        assertThat(suggestions).isSortedAccordingTo((a, b) -> Double.compare(b.drop(), a.drop()));
        assertThat(whatIfs.drops(id, AccessScope.EVERYTHING)).isNotEmpty();
        AccessScope other = AccessScope.ofNamespace(JudgingCentral.CLUSTER, "elsewhere");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> whatIfs.suggestions(id, other));
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> whatIfs.answer(id, List.of("grow-wings"), AccessScope.EVERYTHING))
                .withMessageContaining("grow-wings");
    }

    @Test
    void deletedWorkloadHasNoRank() {
        WorkloadSpec spec = deployment("gone", "web", "registry.example.com/web:1", true);
        central.send(spec);
        long before = central.bean(RiskRanks.class).ranked(AccessScope.EVERYTHING);
        central.remove(spec);
        assertThat(central.bean(RiskRanks.class).ranked(AccessScope.EVERYTHING)).isEqualTo(before - 1);
    }

    private static double score(WorkloadSpec spec) {
        return central.jdbc()
                .sql("select score from risk_scores where workload_id = ?")
                .param(JudgingCentral.idOf(spec))
                .query(Double.class)
                .single();
    }

    private static List<String> history(WorkloadSpec spec) {
        return central.jdbc()
                .sql("select cause from risk_history where workload_id = ? order by id")
                .param(JudgingCentral.idOf(spec))
                .query(String.class)
                .list();
    }
}
