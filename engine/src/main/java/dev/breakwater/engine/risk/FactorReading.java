package dev.breakwater.engine.risk;

import dev.breakwater.engine.risk.FactorScore.State;
import dev.breakwater.engine.risk.Measurement.Contribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A factor's measurement joined with what was known before.
 *
 * @param contributions of the part that decides
 * @param stale whether those are from an earlier assessment
 */
record FactorReading(FactorScore score, List<Contribution> contributions, boolean stale) {

    /**
     * Joins by part: one that lost its data keeps its last value, one that never had data counts with what is certain, and
     * one that is known never looks back. So a fix of one container shows although another's image cannot be read.
     */
    static FactorReading join(FactorId id, Measurement measured, @Nullable RiskAssessment previous, Instant asOf) {
        Optional<FactorScore> before = Optional.ofNullable(previous).flatMap(p -> p.factor(id));
        List<FactorScore.Part> parts = new ArrayList<>();
        for (Measurement.Part part : measured.parts()) {
            parts.add(keep(part, before.flatMap(f -> partOf(f, part.subject())), asOf));
        }
        State state = stateOf(parts);
        FactorScore bare = new FactorScore(id, state, 1, null, "", "", parts);
        Optional<FactorScore.Part> decisive = bare.decisive();
        FactorScore score = new FactorScore(
                id,
                state,
                decisive.map(FactorScore.Part::multiplier).orElse(1.0),
                oldest(parts, state, asOf),
                state == State.STALE ? before.orElseThrow().fact() : sentences(measured, false),
                sentences(measured, true),
                parts);
        boolean stale = decisive.map(p -> p.state() == State.STALE || p.state() == State.UNKNOWN && isDark(p, measured))
                .orElse(false);
        List<Contribution> contributions = decisive.map(d -> stale
                        ? lastKnown(d, before.orElseThrow(), Objects.requireNonNull(previous))
                        : measuredFor(d, measured))
                .orElse(List.of());
        return new FactorReading(score, contributions, stale);
    }

    private static FactorScore.Part keep(Measurement.Part now, Optional<FactorScore.Part> before, Instant asOf) {
        if (now.state() != State.UNKNOWN) {
            return new FactorScore.Part(now.subject(), now.state(), now.multiplier(), asOf);
        }
        return before.filter(b -> b.state() != State.UNKNOWN && b.multiplier() >= now.multiplier())
                .map(b -> new FactorScore.Part(b.subject(), State.STALE, b.multiplier(), b.asOf()))
                .orElseGet(() -> new FactorScore.Part(now.subject(), State.UNKNOWN, atLeast(now, before), null));
    }

    /** What was certain of one that was known in part holds on when nothing of it can be seen any more. */
    private static double atLeast(Measurement.Part now, Optional<FactorScore.Part> before) {
        return now.partial()
                ? now.multiplier()
                : Math.max(
                        now.multiplier(),
                        before.map(FactorScore.Part::multiplier).orElse(1.0));
    }

    /** Whether an unknown part holds on to more than what is measured now. */
    private static boolean isDark(FactorScore.Part part, Measurement measured) {
        return measured.parts().stream()
                .filter(p -> p.subject().equals(part.subject()))
                .anyMatch(p -> !p.partial() && p.multiplier() < part.multiplier());
    }

    private static State stateOf(List<FactorScore.Part> parts) {
        for (State worst : List.of(State.UNKNOWN, State.STALE, State.KNOWN)) {
            if (parts.stream().anyMatch(p -> p.state() == worst)) {
                return worst;
            }
        }
        return State.NOTHING_TO_SAY;
    }

    private static @Nullable Instant oldest(List<FactorScore.Part> parts, State state, Instant asOf) {
        if (state == State.UNKNOWN) {
            return null;
        }
        return parts.stream()
                .map(FactorScore.Part::asOf)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(asOf);
    }

    private static String sentences(Measurement measured, boolean missing) {
        return measured.parts().stream()
                .filter(p ->
                        (p.state() == State.UNKNOWN) == missing && !p.fact().isEmpty())
                .map(Measurement.Part::fact)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Optional<FactorScore.Part> partOf(FactorScore factor, String subject) {
        return factor.parts().stream().filter(p -> p.subject().equals(subject)).findFirst();
    }

    private static List<Contribution> measuredFor(FactorScore.Part part, Measurement measured) {
        return measured.parts().stream()
                .filter(p -> p.subject().equals(part.subject()))
                .findFirst()
                .map(Measurement.Part::contributions)
                .orElse(List.of());
    }

    /** The reasons of the earlier assessment, if this part decided there too; else one that stands for all. */
    private static List<Contribution> lastKnown(FactorScore.Part part, FactorScore before, RiskAssessment previous) {
        List<Contribution> kept = previous.reasons().stream()
                .filter(r -> r.factor() == before.factor())
                .map(r -> new Contribution(r.id(), r.text(), r.severity(), r.points()))
                .toList();
        boolean decidedThere =
                before.decisive().map(d -> d.subject().equals(part.subject())).orElse(false);
        if (decidedThere && !kept.isEmpty()) {
            return kept;
        }
        if (part.multiplier() == 1) {
            return List.of();
        }
        String of = part.subject().isEmpty() ? "" : " of container " + part.subject();
        String text = before.factor().title() + of + ", as last known";
        return List.of(new Contribution("last-known:" + before.factor(), text, null, 1));
    }
}
