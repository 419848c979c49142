package dev.breakwater.engine.risk.factor;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.risk.FactorId;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.Measurement.Contribution;
import dev.breakwater.engine.risk.Measurement.Part;
import dev.breakwater.engine.risk.RiskFactor;
import dev.breakwater.engine.risk.RiskInput;
import dev.breakwater.engine.risk.SuspiciousProcess;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes outside of the known ones: 2 points for the first, each further one nine tenths of the one before, saturating
 * at 10 points, up to 4.
 */
public final class SuspiciousProcesses implements RiskFactor {

    private static final Saturation SATURATION = new Saturation(10, 4);
    private static final double FIRST = 2;
    private static final double DECAY = 0.9;

    @Override
    public FactorId id() {
        return FactorId.SUSPICIOUS_PROCESSES;
    }

    @Override
    public Measurement measure(RiskInput input) {
        return Measurement.of(
                switch (input.suspiciousProcesses()) {
                    case Observed.Known<List<SuspiciousProcess>>(List<SuspiciousProcess> seen) -> part(seen);
                    case Observed.Unknown<List<SuspiciousProcess>> unknown -> Part.unknown("", unknown.detail());
                });
    }

    private static Part part(List<SuspiciousProcess> processes) {
        if (processes.isEmpty()) {
            return Part.nothingToSay("", "No process was out of the ordinary.");
        }
        List<Contribution> contributions = new ArrayList<>();
        double score = 0;
        double increment = FIRST;
        for (SuspiciousProcess process : processes) {
            score += increment;
            contributions.add(new Contribution(
                    "process:" + process.container() + ":" + process.path(),
                    "Container " + process.container() + " ran " + process.path() + ", which it does not usually run",
                    null,
                    increment));
            increment *= DECAY;
        }
        String fact = processes.size() + (processes.size() == 1 ? " process was" : " processes were")
                + " out of the ordinary.";
        return Part.known("", SATURATION.multiplierOf(score), contributions, fact);
    }
}
