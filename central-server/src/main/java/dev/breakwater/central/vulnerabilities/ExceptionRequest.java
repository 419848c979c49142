package dev.breakwater.central.vulnerabilities;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param vulnerability its id or an alias
 * @param reason why, for who decides and for whoever looks later
 * @param justification why it does not apply, one of {@link #JUSTIFICATIONS}; only for a false positive
 * @param endsAt until when, {@code null} = no date
 * @param untilFixed whether it ends when a version mends it
 */
public record ExceptionRequest(
        Kind kind,
        String vulnerability,
        Place place,
        String reason,
        String justification,
        @Nullable Instant endsAt,
        boolean untilFixed) {

    /** The same about a vulnerability by another of its names. */
    public ExceptionRequest about(String name) {
        return new ExceptionRequest(kind, name, place, reason, justification, endsAt, untilFixed);
    }

    /** What is decided. */
    public enum Kind {
        /** Put off, until a date or a fix. */
        DEFERRAL,
        /** It does not apply. */
        FALSE_POSITIVE
    }

    /** The words of VEX (openvex.dev, "status justifications"). */
    public static final Set<String> JUSTIFICATIONS = Set.of(
            "component_not_present",
            "vulnerable_code_not_present",
            "vulnerable_code_not_in_execute_path",
            "vulnerable_code_cannot_be_controlled_by_adversary",
            "inline_mitigations_already_exist");

    /**
     * Where it holds; an empty part means any.
     *
     * @param cluster name
     * @param label {@code key} or {@code key=value} of the workload
     * @param image name, {@code *} for any text
     * @param component name of the package
     */
    public record Place(String cluster, String namespace, String label, String image, String component) {

        /** Everywhere. */
        public static final Place EVERYWHERE = new Place("", "", "", "", "");
    }
}
