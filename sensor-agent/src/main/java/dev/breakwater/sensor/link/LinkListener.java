package dev.breakwater.sensor.link;

/** Hears how the link fares. Called on the link's thread; must return at once. */
public interface LinkListener {

    /** Central has committed everything that differed. */
    void synced(String cluster);

    /** The link has ended for good. */
    void refused(String cluster, String reason);

    /** The stream was interrupted and will be tried again. */
    void interrupted(String cluster, String reason);
}
