package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.vulnerabilities.VulnerableImageRow;
import dev.breakwater.ui.part.Counted;

/** Of how many packages of an image nobody knows what is wrong with them; those that nobody saw cannot be counted. */
final class UnknownPackages {

    private UnknownPackages() {}

    /** Whether all packages are known, and what is wrong with each. */
    static boolean isNone(VulnerableImageRow row) {
        return row.unspoken() == 0 && row.complete();
    }

    static String words(VulnerableImageRow row) {
        if (row.unspoken() > 0) {
            return Counted.number(row.unspoken()) + " of " + Counted.number(row.packages());
        }
        return row.complete() ? "none" : row.packages() == 0 ? "all" : "a part";
    }
}
