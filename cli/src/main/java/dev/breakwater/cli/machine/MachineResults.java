package dev.breakwater.cli.machine;

import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.CheckResult;
import dev.breakwater.engine.compliance.ControlJudge;
import dev.breakwater.engine.compliance.Evidence;
import dev.breakwater.engine.compliance.MachineChecks;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.engine.machine.MachineEvidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each control of a standard comes out as on one machine.
 *
 * @param all in the order of the standard
 */
public record MachineResults(Standard standard, MachineEvidence evidence, List<Result> all) {

    /**
     * One control.
     *
     * @param asked whether a machine can answer it at all: what is asked of the objects of a cluster is not
     */
    public record Result(String control, String title, Outcome outcome, boolean asked, List<Proof> evidence) {

        public Result {
            evidence = List.copyOf(evidence);
        }
    }

    /** What one check found. */
    public record Proof(
            String check, Outcome outcome, String field, String found, String expected, String path, String message) {}

    public MachineResults {
        all = List.copyOf(all);
    }

    /** Judges a machine as it was when it was looked at. */
    public static MachineResults of(Standard standard, MachineEvidence evidence) {
        Map<String, CheckResult> answers = new HashMap<>();
        MachineChecks.judge(evidence, evidence.collectedAt()).forEach(answer -> answers.put(answer.check(), answer));
        Set<String> ofMachines = MachineChecks.cards().stream().map(Check::id).collect(Collectors.toSet());
        List<Result> results = standard.controls()
                .map(control -> result(control, answers, ofMachines))
                .toList();
        return new MachineResults(standard, evidence, results);
    }

    private static Result result(Standard.Control control, Map<String, CheckResult> answers, Set<String> ofMachines) {
        Map<String, Tally> tallies = new HashMap<>();
        List<Proof> proofs = new ArrayList<>();
        boolean asked = true;
        for (String check : control.checks()) {
            CheckResult answer = answers.get(check);
            if (answer == null) {
                asked &= ofMachines.contains(check);
                proofs.add(new Proof(
                        check,
                        Outcome.UNKNOWN,
                        "",
                        "",
                        "",
                        "",
                        "It is asked of the objects of a cluster, which are not among the evidence of a machine."));
            } else {
                tallies.put(check, Tally.of(answer.outcome()));
                answer.evidence().forEach(one -> proofs.add(proof(answer, one)));
            }
        }
        if (control.needsAttestation()) {
            proofs.add(new Proof("", Outcome.MANUAL, "", "", "", "", control.attest()));
        }
        return new Result(control.id(), control.title(), ControlJudge.judge(control, tallies, false), asked, proofs);
    }

    private static Proof proof(CheckResult answer, Evidence one) {
        return new Proof(
                answer.check(), answer.outcome(), one.field(), one.found(), one.expected(), one.path(), one.message());
    }

    /** How many controls came out how. */
    public Tally tally() {
        return all.stream().map(result -> Tally.of(result.outcome())).reduce(Tally.NONE, Tally::plus);
    }

    /** Whether any control failed. */
    public boolean anyFailed() {
        return all.stream().anyMatch(result -> result.outcome() == Outcome.FAIL);
    }

    /** Whether anything that a machine can answer is unknown. */
    public boolean anyUnknown() {
        return all.stream().anyMatch(result -> result.asked() && result.outcome() == Outcome.UNKNOWN);
    }
}
