package dev.breakwater.engine.risk.factor;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.risk.FactorId;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.Measurement.Contribution;
import dev.breakwater.engine.risk.Measurement.Part;
import dev.breakwater.engine.risk.RiskFactor;
import dev.breakwater.engine.risk.RiskInput;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Vulnerabilities of the worst image: v²/10 points for each in each package, where v stands for the severity (2 low, 5.5
 * medium, 8 high, 9.5 critical; without a severity none), saturating at 100 points, up to 4. From version 2 on each is
 * multiplied by how likely it is to be used: 3 if it is known to be exploited (KEV), else 1 + 2 × its EPSS probability. How far the
 * workload can be reached is a factor by itself. What people put off or found not to apply does not count.
 */
public final class ImageVulnerabilities implements RiskFactor {

    private static final Saturation SATURATION = new Saturation(100, 4);
    private static final double EXPLOITED = 3;
    private static final double LIKELY = 2;

    private final boolean weighted;

    private ImageVulnerabilities(boolean weighted) {
        this.weighted = weighted;
    }

    /** By severity alone: version 1. */
    public static ImageVulnerabilities bySeverity() {
        return new ImageVulnerabilities(false);
    }

    /** By severity and likelihood: version 2. */
    public static ImageVulnerabilities byLikelihood() {
        return new ImageVulnerabilities(true);
    }

    @Override
    public FactorId id() {
        return FactorId.IMAGE_VULNERABILITIES;
    }

    @Override
    public Measurement measure(RiskInput input) {
        Instant tooOld = input.workload().containers().stream()
                .map(container -> input.workload().imageOf(container).scan())
                .flatMap(scan -> scan.toOptional().stream())
                .map(ImageScan::goodUntil)
                .filter(end -> end != null && end.isAfter(input.asOf()))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Measurement(ImageParts.read(input, ImageDetails::scan, this::part), tooOld);
    }

    private Part part(Container container, ImageScan scan) {
        Map<String, Contribution> byId = new TreeMap<>();
        for (ImageScan.InstalledPackage installed : scan.packages()) {
            for (Vulnerability vulnerability : installed.knownVulnerabilities()) {
                if (vulnerability.isObserved() && points(vulnerability.severity()) > 0) {
                    byId.merge(
                            vulnerability.id(),
                            contribution(container, installed, vulnerability),
                            ImageVulnerabilities::join);
                }
            }
        }
        String unknown = unknown(container, scan);
        if (unknown.isEmpty() && !byId.isEmpty()) {
            unknown = notTold(scan);
        }
        if (byId.isEmpty() && unknown.isEmpty()) {
            return Part.nothingToSay(container.name(), "No rated vulnerability is known in " + image(container) + ".");
        }
        double score = byId.values().stream().mapToDouble(Contribution::points).sum();
        String fact = image(container) + " has " + byId.size()
                + (byId.size() == 1 ? " rated vulnerability." : " rated vulnerabilities.");
        double multiplier = SATURATION.multiplierOf(score);
        List<Contribution> contributions = List.copyOf(byId.values());
        return unknown.isEmpty() || score > SATURATION.points()
                ? Part.known(container.name(), multiplier, contributions, fact)
                : Part.unknown(container.name(), multiplier, contributions, unknown);
    }

    /** Why there may be more than is known, empty = everything is known. */
    private static String unknown(Container container, ImageScan scan) {
        if (!scan.isComplete()) {
            return scan.incomplete();
        }
        List<String> reasons = scan.packages().stream()
                .map(ImageScan.InstalledPackage::vulnerabilities)
                .filter(found -> !found.isKnown())
                .map(found -> found instanceof Observed.Unknown<?>(UnknownReason reason, String detail) ? detail : "")
                .toList();
        return reasons.isEmpty()
                ? ""
                : "Of " + reasons.size() + " of the " + scan.packages().size() + " packages in " + image(container)
                        + " the vulnerabilities are not known: " + reasons.getFirst();
    }

    /** Why those that are known may weigh more. */
    private String notTold(ImageScan scan) {
        boolean untold = weighted
                && scan.packages().stream()
                        .flatMap(installed -> installed.knownVulnerabilities().stream())
                        .anyMatch(one -> one.isObserved() && one.context().knownExploited() == null);
        return untold
                ? "Whether its vulnerabilities are exploited is not known: no such catalogue that is not too old is loaded."
                : "";
    }

    private Contribution contribution(
            Container container, ImageScan.InstalledPackage installed, Vulnerability vulnerability) {
        String severity = vulnerability.severity().name().toLowerCase(Locale.ROOT);
        String text = vulnerability.id() + " (" + severity + ") in " + installed.name() + " " + installed.version()
                + " of container " + container.name();
        return new Contribution(
                "vulnerability:" + vulnerability.id(),
                text + likelihoodWords(vulnerability),
                vulnerability.severity(),
                points(vulnerability.severity()) * likelihood(vulnerability));
    }

    /** The points of one vulnerability, before anything saturates: its severity times how likely it is to be used. */
    public static double pointsOf(Vulnerability vulnerability) {
        return vulnerability.isObserved() ? points(vulnerability.severity()) * likelihoodOf(vulnerability) : 0;
    }

    private double likelihood(Vulnerability vulnerability) {
        return weighted ? likelihoodOf(vulnerability) : 1;
    }

    private static double likelihoodOf(Vulnerability vulnerability) {
        if (Boolean.TRUE.equals(vulnerability.context().knownExploited())) {
            return EXPLOITED;
        }
        Double epss = vulnerability.context().epss();
        return epss == null ? 1 : 1 + LIKELY * Math.clamp(epss, 0, 1);
    }

    private String likelihoodWords(Vulnerability vulnerability) {
        if (weighted && Boolean.TRUE.equals(vulnerability.context().knownExploited())) {
            return ", which is known to be exploited";
        }
        Double epss = vulnerability.context().epss();
        return weighted && epss != null && epss >= 0.1
                ? ", exploited within thirty days by a probability of " + Math.round(epss * 100) + " %"
                : "";
    }

    private static Contribution join(Contribution one, Contribution other) {
        Contribution worse = other.points() > one.points() ? other : one;
        return new Contribution(one.id(), worse.text(), worse.severity(), one.points() + other.points());
    }

    private static String image(Container container) {
        return container.image().original();
    }

    private static double points(Severity severity) {
        double rating = switch (severity) {
            case LOW -> 2;
            case MEDIUM -> 5.5;
            case HIGH -> 8;
            case CRITICAL -> 9.5;
            case UNKNOWN -> 0;
        };
        return rating * rating / 10;
    }
}
