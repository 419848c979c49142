package dev.breakwater.central.vulnerabilities;

/**
 * How much is known of what runs in a place: without it no zero says anything.
 *
 * @param images that workloads there declare or run
 * @param lookedInto those of them that central or a sensor has looked into
 * @param told those of them of which nobody has, but an uploaded document tells packages
 * @param packages in those, each image by itself
 * @param unspoken those of them that no feed in use speaks for which is new enough
 * @param outdated those of the unspoken that an old feed speaks for
 */
public record Known(long images, long lookedInto, long told, long packages, long unspoken, long outdated) {

    /** The same where no document tells of an image. */
    public Known(long images, long lookedInto, long packages, long unspoken, long outdated) {
        this(images, lookedInto, 0, packages, unspoken, outdated);
    }

    /** Whether nothing is known of anything. */
    public boolean isNothing() {
        return lookedInto + told == 0 || packages > 0 && unspoken >= packages;
    }

    /** Whether something is unknown. */
    public boolean isPartial() {
        return lookedInto < images || unspoken > 0;
    }
}
