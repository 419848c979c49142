package dev.breakwater.cli.assess;

/** How it stands, by rules that the page prints. It is about configuration: what is in images is another question. */
enum Grade {
    A("no critical or high violation", 90),
    B("no critical violation, and no high one within reach from outside", 80),
    C(
            "within reach from outside no critical violation, and nothing that runs privileged or administers the cluster",
            60),
    D("anything else", 0);

    private final String asksFor;
    private final int knownPercent;

    Grade(String asksFor, int knownPercent) {
        this.asksFor = asksFor;
        this.knownPercent = knownPercent;
    }

    /**
     * What a grade is made of.
     *
     * @param critical violations of that severity
     * @param criticalOutside of these, on workloads within reach from outside
     * @param ownedOutside workloads within reach from outside that run privileged or administer the cluster
     * @param answered verdicts that could be had
     * @param unknown verdicts that could not, for want of something else than what is in images
     */
    record Basis(
            int critical,
            int criticalOutside,
            int high,
            int highOutside,
            int ownedOutside,
            long answered,
            long unknown) {

        /** Rounded down; 0 if nothing was asked. */
        int knownPercent() {
            long all = answered + unknown;
            return all == 0 ? 0 : (int) (answered * 100 / all);
        }
    }

    static Grade of(Basis basis) {
        for (Grade grade : values()) {
            if (grade.violationsAllow(basis) && basis.knownPercent() >= grade.knownPercent) {
                return grade;
            }
        }
        return D;
    }

    private boolean violationsAllow(Basis basis) {
        return switch (this) {
            case A -> basis.critical() == 0 && basis.high() == 0;
            case B -> basis.critical() == 0 && basis.highOutside() == 0 && basis.ownedOutside() == 0;
            case C -> basis.criticalOutside() == 0 && basis.ownedOutside() == 0;
            case D -> true;
        };
    }

    /** What it asks for, in words. */
    String definition() {
        return this == D
                ? "D: anything else."
                : this + ": " + asksFor + ", and at least " + knownPercent + " % of the checks answered.";
    }

    /** Whether violations, and not missing answers, keep a basis from this grade. */
    boolean failsByViolations(Basis basis) {
        return !violationsAllow(basis);
    }

    int knownPercentNeeded() {
        return knownPercent;
    }
}
