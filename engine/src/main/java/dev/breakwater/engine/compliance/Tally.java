package dev.breakwater.engine.compliance;

/**
 * How many objects, or controls, came out how.
 *
 * @param notApplicable those that the question does not concern
 * @param excepted those that fail and that people decided not to count as failing for a time; controls that hold only by such
 */
public record Tally(long passed, long failed, long unknown, long manual, long notApplicable, long excepted) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** One without exceptions. */
    public Tally(long passed, long failed, long unknown, long manual, long notApplicable) {
        this(passed, failed, unknown, manual, notApplicable, 0);
    }

    /** One of an outcome. */
    public static Tally of(Outcome outcome) {
        return of(outcome, 1);
    }

    /** Some of one outcome. */
    public static Tally of(Outcome outcome, long count) {
        return switch (outcome) {
            case PASS -> new Tally(count, 0, 0, 0, 0);
            case FAIL -> new Tally(0, count, 0, 0, 0);
            case UNKNOWN -> new Tally(0, 0, count, 0, 0);
            case MANUAL -> new Tally(0, 0, 0, count, 0);
            case NOT_APPLICABLE -> new Tally(0, 0, 0, 0, count);
            case EXCEPTED -> new Tally(0, 0, 0, 0, 0, count);
        };
    }

    public Tally plus(Tally other) {
        return new Tally(
                passed + other.passed,
                failed + other.failed,
                unknown + other.unknown,
                manual + other.manual,
                notApplicable + other.notApplicable,
                excepted + other.excepted);
    }

    /** The same with some that fail counted apart. */
    public Tally excepting(long some) {
        long taken = Math.min(some, failed);
        return new Tally(passed, failed - taken, unknown, manual, notApplicable, excepted + taken);
    }

    /** Those that count for the percentage: manual and not applicable stand apart. */
    public long counted() {
        return passed + failed + unknown + excepted;
    }

    /**
     * pass ÷ (pass + fail + unknown + excepted) as whole percent, rounded down so that only all of them are 100; -1 = nothing
     * counts. What is unknown or excepted counts against it: neither losing data nor an exception ever raises it.
     */
    public int percent() {
        return counted() == 0 ? -1 : (int) (passed * 100 / counted());
    }

    /** The share that is unknown as whole percent, rounded up so that only none of it is 0; -1 = nothing counts. */
    public int unknownPercent() {
        return counted() == 0 ? -1 : (int) ((unknown * 100 + counted() - 1) / counted());
    }

    /** Any failure fails; else anything unknown is unknown; else any exception stands apart; any pass passes; nothing asked does not apply. */
    public Outcome outcome() {
        if (failed > 0) {
            return Outcome.FAIL;
        }
        if (unknown > 0) {
            return Outcome.UNKNOWN;
        }
        if (excepted > 0) {
            return Outcome.EXCEPTED;
        }
        if (manual > 0) {
            return Outcome.MANUAL;
        }
        return passed > 0 ? Outcome.PASS : Outcome.NOT_APPLICABLE;
    }
}
