package dev.breakwater.engine.compliance;

/** What a check says of an object, or a control of a cluster. */
public enum Outcome {
    PASS,
    FAIL,
    /** No tool can see it: people attest it. */
    MANUAL,
    /** It fails, or some of it does, only where people decided for a time not to count it. Never a pass, and counted against it. */
    EXCEPTED,
    /** There is nothing here that it speaks of. */
    NOT_APPLICABLE,
    /** A fact is missing, old or failed. Never a pass. */
    UNKNOWN
}
