package dev.breakwater.engine.risk;

import dev.breakwater.engine.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One thing that makes a workload risky, with its part of the score.
 *
 * @param id stable over assessments of one workload: kind, colon, subject, such as {@code capability:SYS_ADMIN}
 * @param text one sentence for people
 * @param severity the severity of a violation or a vulnerability, {@code null} for other things
 * @param points raw points within the factor; they compare with reasons of the same factor only
 * @param share its part of the score, 0 to 1: the factor's ln(multiplier) ÷ ln(score), split by points. The shares of an
 *     assessment above 1.0 add up to exactly 1 in any order, being multiples of 2⁻²⁰; at a score of 1.0 all are 0
 * @param stale whether it is kept from an earlier assessment because its data was lost
 */
public record Reason(
        String id,
        FactorId factor,
        String text,
        @Nullable Severity severity,
        double points,
        double share,
        boolean stale) {

    /** The sort of reason: the part of the id before the colon. */
    public String kind() {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }

    /** What it is about: the part of the id after the first colon, empty if it is the whole workload. */
    public String subject() {
        return id.substring(Math.min(id.length(), kind().length() + 1));
    }
}
