package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words for vulnerabilities: all criteria say the same of one, so that it is listed once. */
final class Vulnerabilities {

    private Vulnerabilities() {}

    /** A part of what is known of a vulnerability beside its advisory. */
    static <T> Observed<T> told(OfVulnerability of, Function<Vulnerability.Context, @Nullable T> part, String what) {
        T found = part.apply(of.vulnerability().context());
        return found == null
                ? Observed.unknown(
                        UnknownReason.NOT_COLLECTED, of.vulnerability().id() + " came without " + what + ".")
                : Observed.known(found);
    }

    static Sighting sighting(OfVulnerability of) {
        return new Sighting(
                of.sentence(Vulnerabilities::sentence),
                "vulnerability",
                of.vulnerability().id(),
                of.in().in().path("image"));
    }

    private static String sentence(OfVulnerability of) {
        Vulnerability flaw = of.vulnerability();
        ImageScan.InstalledPackage installed = of.in().installed();
        String score = flaw.cvss() == null ? "" : ", CVSS " + flaw.cvss();
        return flaw.id() + " (" + flaw.severity() + score + ") is in " + installed.name() + " " + installed.version()
                + " of container " + of.containerName()
                + (flaw.isFixable() ? ", fixed by " + flaw.fixedBy() + "." : "; no fix is known.");
    }
}
