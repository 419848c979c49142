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
 * medium, 8 high, 9.5 critical; without a severity none), saturating at 100 points, up to 4.
 */
public final class ImageVulnerabilities implements RiskFactor {

    private static final Saturation SATURATION = new Saturation(100, 4);

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
        return new Measurement(ImageParts.read(input, ImageDetails::scan, ImageVulnerabilities::part), tooOld);
    }

    private static Part part(Container container, ImageScan scan) {
        Map<String, Contribution> byId = new TreeMap<>();
        for (ImageScan.InstalledPackage installed : scan.packages()) {
            for (Vulnerability vulnerability : installed.knownVulnerabilities()) {
                if (points(vulnerability.severity()) > 0) {
                    byId.merge(
                            vulnerability.id(),
                            contribution(container, installed, vulnerability),
                            ImageVulnerabilities::join);
                }
            }
        }
        String unknown = unknown(container, scan);
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

    private static Contribution contribution(
            Container container, ImageScan.InstalledPackage installed, Vulnerability vulnerability) {
        String severity = vulnerability.severity().name().toLowerCase(Locale.ROOT);
        String text = vulnerability.id() + " (" + severity + ") in " + installed.name() + " " + installed.version()
                + " of container " + container.name();
        return new Contribution(
                "vulnerability:" + vulnerability.id(),
                text,
                vulnerability.severity(),
                points(vulnerability.severity()));
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
