package dev.breakwater.central.compliance;

import java.time.Instant;
import java.util.UUID;

/**
 * That a control passes on the word of a person, wholly or beside what was measured.
 *
 * @param standard the one that it was given for: another than that of the control where a profile takes the control unchanged
 * @param by who answers for it
 * @param until from when on it no longer counts
 */
public record Attested(UUID attestation, String standard, String by, Instant at, Instant until) {

    /** What an attestation says of a control. */
    public static Attested of(Attestation one) {
        return new Attested(one.id(), one.standard(), one.attestedBy(), one.attestedAt(), one.validUntil());
    }
}
