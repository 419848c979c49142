package dev.breakwater.sensor.link;

/** What central may ask of a sensor besides what it streams. */
public record Duties(ImageScans scans, NodeOrders nodes) {

    /** None. */
    public static final Duties NONE = new Duties(ImageScans.NONE, NodeOrders.NONE);

    void onNews(Runnable wake) {
        scans.onNews(wake);
        nodes.onNews(wake);
    }
}
