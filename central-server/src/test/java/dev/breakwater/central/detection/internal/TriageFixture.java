package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.ViolationEvent;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import java.util.UUID;

/** Reads violations as services tell of them, and judges what is due. */
final class TriageFixture {

    static final AccessScope ALL = AccessScope.EVERYTHING;
    static final String POLICY = "Privileged container";

    private final JudgingCentral central;

    TriageFixture(JudgingCentral central) {
        this.central = central;
    }

    UUID policy() {
        return central.bean(Policies.class).list().stream()
                .filter(stored -> stored.policy().name().equals(POLICY))
                .findFirst()
                .orElseThrow()
                .policy()
                .id();
    }

    ViolationRow of(WorkloadSpec spec) {
        return list("policy:\"" + POLICY + "\" workload:" + JudgingCentral.idOf(spec))
                .getFirst();
    }

    List<ViolationRow> list(String q) {
        return central.bean(Violations.class)
                .list(new ListRequest(q, "", 500, null), ALL)
                .items();
    }

    int count(String q) {
        return central.bean(Violations.class).count(q, ALL);
    }

    /** Oldest first: what happened, and why. */
    List<String> history(WorkloadSpec spec) {
        return central.bean(Violations.class).history(of(spec).id(), ALL).reversed().stream()
                .map(TriageFixture::words)
                .toList();
    }

    private static String words(ViolationEvent event) {
        return (event.actor().isEmpty() ? "" : event.actor() + " ") + event.change() + ": " + event.cause();
    }

    /** How many open critical violations the workload's last judgement counts. */
    int counted(WorkloadSpec spec) {
        return central.jdbc()
                .sql("select critical + high + medium + low from judgements where workload_id = ?")
                .param(JudgingCentral.idOf(spec))
                .query(Integer.class)
                .single();
    }

    double risk(WorkloadSpec spec) {
        return central.jdbc()
                .sql("select score from risk_scores where workload_id = ?")
                .param(JudgingCentral.idOf(spec))
                .query(Double.class)
                .single();
    }

    void drain() {
        DueJudgement due = central.bean(DueJudgement.class);
        while (due.judgeSome(100) > 0) {
            // until nothing is due
        }
    }
}
