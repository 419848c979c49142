package dev.breakwater.central.detection;

/** A number for each severity. */
public record BySeverity(long critical, long high, long medium, long low) {

    /** None at all. */
    public static final BySeverity NONE = new BySeverity(0, 0, 0, 0);

    public long total() {
        return critical + high + medium + low;
    }

    /** These and others. */
    public BySeverity plus(BySeverity other) {
        return new BySeverity(critical + other.critical, high + other.high, medium + other.medium, low + other.low);
    }

    /**
     * One severity alone.
     *
     * @param number as the database has it: 1 low to 4 critical; any other counts nowhere
     */
    public static BySeverity of(int number, long count) {
        return new BySeverity(
                number == 4 ? count : 0, number == 3 ? count : 0, number == 2 ? count : 0, number == 1 ? count : 0);
    }
}
