package dev.breakwater.central.remedy;

import dev.breakwater.central.detection.internal.DueJudgement;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.vulnerabilities.internal.list.Recount;
import dev.breakwater.central.vulnerabilities.internal.match.Matching;
import java.util.List;

/** What is so of a fleet once everything that is due was done. */
final class JudgedFleet {

    private JudgedFleet() {}

    /** Matches, counts and judges until nothing is left to do. */
    static void settle(JudgingCentral central) {
        Matching matching = central.bean(Matching.class);
        Recount recount = central.bean(Recount.class);
        DueJudgement due = central.bean(DueJudgement.class);
        int left;
        do {
            left = matching.some() + recount.some() + due.judgeSome(100);
        } while (left > 0);
    }

    /** The risk of all workloads together. */
    static double total(JudgingCentral central) {
        List<Double> scores = central.jdbc()
                .sql("select score from risk_scores")
                .query(Double.class)
                .list();
        return scores.stream().mapToDouble(Double::doubleValue).sum();
    }
}
