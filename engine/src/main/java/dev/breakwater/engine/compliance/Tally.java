package dev.breakwater.engine.compliance;

/**
 * How many objects, or controls, came out how.
 *
 * @param notApplicable those that the question does not concern
 */
public record Tally(long passed, long failed, long unknown, long manual, long notApplicable) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

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
        };
    }

    public Tally plus(Tally other) {
        return new Tally(
                passed + other.passed,
                failed + other.failed,
                unknown + other.unknown,
                manual + other.manual,
                notApplicable + other.notApplicable);
    }

    /** Those that count for the percentage: manual and not applicable stand apart. */
    public long counted() {
        return passed + failed + unknown;
    }

    /**
     * pass ÷ (pass + fail + unknown) as whole percent, rounded down so that only all of them are 100; -1 = nothing counts.
     * What is unknown counts against it: losing data never raises it.
     */
    public int percent() {
        return counted() == 0 ? -1 : (int) (passed * 100 / counted());
    }

    /** The share that is unknown as whole percent, rounded up so that only none of it is 0; -1 = nothing counts. */
    public int unknownPercent() {
        return counted() == 0 ? -1 : (int) ((unknown * 100 + counted() - 1) / counted());
    }

    /** Any failure fails; else anything unknown is unknown; else any pass passes; nothing asked does not apply. */
    public Outcome outcome() {
        if (failed > 0) {
            return Outcome.FAIL;
        }
        if (unknown > 0) {
            return Outcome.UNKNOWN;
        }
        if (manual > 0) {
            return Outcome.MANUAL;
        }
        return passed > 0 ? Outcome.PASS : Outcome.NOT_APPLICABLE;
    }
}
