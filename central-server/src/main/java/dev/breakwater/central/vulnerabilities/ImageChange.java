package dev.breakwater.central.vulnerabilities;

import dev.breakwater.engine.model.Severity;
import java.time.Instant;

/**
 * Something that changed in what is wrong with an image.
 *
 * @param severity as it was said then
 * @param component name and version of the package, empty = of none
 * @param detail in words, such as which advisory
 */
public record ImageChange(
        Instant at,
        Change change,
        Cause cause,
        String vulnerability,
        Severity severity,
        String component,
        String detail) {

    /** What happened to it. */
    public enum Change {
        APPEARED,
        DISAPPEARED,
        /** It is there still, but something else is said of it. */
        CHANGED
    }

    /** Why. */
    public enum Cause {
        /** A publisher said something new, or something else than before. */
        ADVISORY,
        /** A feed came that was not there before, or that speaks for more than before; or one was removed. */
        FEED,
        /** Another scanner claims it, or claims it no more. */
        SCANNER,
        /** A publisher took an advisory back. */
        WITHDRAWN,
        /** The image has other packages than the one of its repository before it. */
        CONTENT,
        /** People decided, or what they decided ended. */
        DECISION,
        /** A supplier said something of it in a VEX document. */
        VEX
    }
}
