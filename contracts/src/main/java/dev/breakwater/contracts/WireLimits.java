package dev.breakwater.contracts;

/**
 * The bounds of one object on the wire, checked in both directions. They lie above what the Kubernetes API itself accepts
 * in one object, but for its total size, which leaves room for the envelope of a message under 1 MiB.
 */
public final class WireLimits {

    /** Bytes of one encoded object. */
    public static final int OBJECT_BYTES = 1_000_000;

    /** Characters of a name, label, path or other short text. */
    public static final int NAME_CHARACTERS = 4_096;

    /** Characters of a text that people write: an annotation, an argument, a literal environment variable. */
    public static final int TEXT_CHARACTERS = 262_144;

    /** Entries of one list or map. */
    public static final int ENTRIES = 10_000;

    private WireLimits() {}
}
