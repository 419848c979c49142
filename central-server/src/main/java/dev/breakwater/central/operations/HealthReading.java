package dev.breakwater.central.operations;

/**
 * One thing that central knows about its own health.
 *
 * @param name stable; the name of its history
 * @param title what is looked at
 * @param state how it is
 * @param value the figure, for the history; NaN = there is none now
 * @param shown the figure in words
 * @param threshold from when on it is no longer good, in words
 * @param advice what to do about it, empty while it is good
 */
public record HealthReading(
        String name, String title, State state, double value, String shown, String threshold, String advice) {

    /** From good to bad. What cannot be read is unknown, which is no good state. */
    public enum State {
        GOOD,
        UNKNOWN,
        WARNING,
        FAILING
    }

    /** A figure that is good below one limit and failing from another on. */
    public static HealthReading atMost(
            String name, String title, double value, double warning, double failing, Words words) {
        State state = value >= failing ? State.FAILING : value >= warning ? State.WARNING : State.GOOD;
        return new HealthReading(
                name, title, state, value, words.shown(), words.threshold(), state == State.GOOD ? "" : words.advice());
    }

    /** One that could not be taken. */
    public static HealthReading unknown(String name, String title, String why, String advice) {
        return new HealthReading(name, title, State.UNKNOWN, Double.NaN, why, "", advice);
    }

    /** What is said of a figure. */
    public record Words(String shown, String threshold, String advice) {}
}
