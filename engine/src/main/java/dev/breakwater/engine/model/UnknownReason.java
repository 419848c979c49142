package dev.breakwater.engine.model;

/** Why a fact is unknown. The reader is shown it, so that "not looked at" never reads like "nothing found". */
public enum UnknownReason {
    /** Nobody has looked yet (an image never scanned, a collector that is not installed). */
    NOT_COLLECTED,
    /** Somebody looked and failed. */
    FAILED,
    /** The last answer is too old to be relied on. */
    STALE,
    /** The sensor may not read it. */
    FORBIDDEN,
    /** The cluster does not serve this API. */
    NOT_SERVED,
    /** The value depends on something that could not be resolved, such as a tag without a digest. */
    UNRESOLVED,
    /** The input cannot show it: a folder of manifests has no running pods. */
    OUT_OF_SIGHT
}
