package dev.breakwater.cli.machine;

import dev.breakwater.cli.report.Shown;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Tally;
import java.io.IOException;
import java.util.Locale;

/** Results for people: each control with what was found, then how many came out how. */
public final class MachineResultsTable {

    private static final int MOST_PROOFS = 3;
    private static final int WIDTH_OF_OUTCOME = 15;

    private MachineResultsTable() {}

    public static void write(MachineResults results, Appendable out) throws IOException {
        int numbers = results.all().stream()
                .mapToInt(result -> result.control().length())
                .max()
                .orElse(0);
        for (MachineResults.Result result : results.all()) {
            out.append(pad(word(result.outcome()), WIDTH_OF_OUTCOME))
                    .append(pad(result.control(), numbers + 2))
                    .append(result.title())
                    .append('\n');
            if (result.outcome() == Outcome.FAIL || result.outcome() == Outcome.UNKNOWN && result.asked()) {
                proofs(result, numbers, out);
            }
        }
        Tally tally = results.tally();
        out.append(String.format(
                Locale.ROOT,
                "%n%s on %s: %s; %d passed, %d failed, %d unknown, %d need a person, %d do not apply%n",
                results.standard().name(),
                Shown.text(results.evidence().machine().hostname()),
                tally.percent() < 0 ? "nothing counts" : tally.percent() + " %",
                tally.passed(),
                tally.failed(),
                tally.unknown(),
                tally.manual(),
                tally.notApplicable()));
    }

    private static void proofs(MachineResults.Result result, int numbers, Appendable out) throws IOException {
        String indent = " ".repeat(WIDTH_OF_OUTCOME + numbers + 2);
        long told = 0;
        for (MachineResults.Proof proof : result.evidence()) {
            if (proof.outcome() == result.outcome() && told++ < MOST_PROOFS) {
                out.append(indent).append(Shown.text(proof.message()));
                if (!proof.path().isEmpty() && !proof.message().contains(proof.path())) {
                    out.append("  (").append(Shown.text(proof.path())).append(')');
                }
                out.append('\n');
            }
        }
        if (told > MOST_PROOFS) {
            out.append(indent).append("and " + (told - MOST_PROOFS) + " more").append('\n');
        }
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
