package dev.breakwater.scanner;

/** Is told how far a scan is; called on the scanning thread, often, so it returns at once. */
@FunctionalInterface
public interface ScanProgress {

    /** Tells nobody. */
    ScanProgress NONE = (layersDone, layers, bytes) -> {};

    /**
     * Something was read.
     *
     * @param layersDone how many layers are done, those taken from the cache included
     * @param layers how many there are; 0 before it is known
     * @param bytes compressed bytes read so far
     */
    void at(int layersDone, int layers, long bytes);

    /** A registry was reached by plain http, which anybody on the way can read and change. */
    default void plainHttp(String host) {}
}
