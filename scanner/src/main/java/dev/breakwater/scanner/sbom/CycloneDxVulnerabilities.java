package dev.breakwater.scanner.sbom;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.Match;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.vulnerability.Vulnerability;
import org.cyclonedx.model.vulnerability.Vulnerability.Affect;
import org.cyclonedx.model.vulnerability.Vulnerability.Rating;
import org.cyclonedx.model.vulnerability.Vulnerability.Rating.Method;
import org.cyclonedx.model.vulnerability.Vulnerability.Reference;
import org.cyclonedx.model.vulnerability.Vulnerability.Source;

/** What was found by advisories, as {@code vulnerabilities} of a CycloneDX document: one for each vulnerability and its rating. */
final class CycloneDxVulnerabilities {

    /** Of a finding of which nobody can say whether the installed version is affected: why. */
    static final String UNDECIDED = "breakwater:undecided";

    private static final int LONGEST = 500;

    private CycloneDxVulnerabilities() {}

    /** @param references the {@code bom-ref} of each package */
    static List<Vulnerability> of(List<Match> matches, Map<InstalledPackage, String> references) {
        Map<List<Object>, Vulnerability> all = new LinkedHashMap<>();
        Map<Vulnerability, List<Affect>> affected = new IdentityHashMap<>();
        for (Match match : matches) {
            String reference = references.get(match.installed());
            if (reference == null) {
                continue;
            }
            List<Object> same = List.of(
                    match.id(), match.severity(), match.severityWord(), match.fixedVersion(), match.undecided());
            Vulnerability vulnerability = all.computeIfAbsent(same, first -> vulnerability(match));
            Affect affect = new Affect();
            affect.setRef(reference);
            affected.computeIfAbsent(vulnerability, first -> new ArrayList<>()).add(affect);
        }
        affected.forEach(Vulnerability::setAffects);
        return List.copyOf(all.values());
    }

    private static Vulnerability vulnerability(Match match) {
        Vulnerability vulnerability = new Vulnerability();
        vulnerability.setId(match.id());
        if (!match.advisories().isEmpty()) {
            vulnerability.setSource(source(match.advisories().getFirst().publisher()));
            String summary = match.advisories().getFirst().summary();
            if (!summary.isBlank()) {
                vulnerability.setDescription(
                        Escapes.escaped(summary.length() > LONGEST ? summary.substring(0, LONGEST) : summary));
            }
        }
        match.aliases().forEach(alias -> {
            Reference reference = new Reference();
            reference.setId(alias);
            reference.setSource(source(alias.replaceFirst("-.*", "")));
            vulnerability.addReference(reference);
        });
        vulnerability.addRating(rating(match));
        if (!match.fixedVersion().isEmpty()) {
            vulnerability.setRecommendation(Escapes.escaped("Upgrade to " + match.fixedVersion()));
        }
        if (!match.isCertain()) {
            Property undecided = new Property();
            undecided.setName(UNDECIDED);
            undecided.setValue(Escapes.escaped(match.undecided()));
            vulnerability.setProperties(List.of(undecided));
        }
        return vulnerability;
    }

    private static Source source(String name) {
        Source source = new Source();
        source.setName(Escapes.escaped(name));
        return source;
    }

    private static Rating rating(Match match) {
        Rating rating = new Rating();
        rating.setSeverity(severity(match.severity()));
        if (match.cvss() != null) {
            rating.setScore(match.cvss());
        }
        if (!match.cvssVector().isEmpty()) {
            rating.setVector(match.cvssVector());
            rating.setMethod(method(match.cvssVector()));
        }
        return rating;
    }

    private static Method method(String vector) {
        if (vector.startsWith("CVSS:4")) {
            return Method.CVSSV4;
        }
        if (vector.startsWith("CVSS:3.1")) {
            return Method.CVSSV31;
        }
        return vector.startsWith("CVSS:3") ? Method.CVSSV3 : Method.CVSSV2;
    }

    private static Rating.Severity severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Rating.Severity.CRITICAL;
            case HIGH -> Rating.Severity.HIGH;
            case MEDIUM -> Rating.Severity.MEDIUM;
            case LOW -> Rating.Severity.LOW;
            case UNKNOWN -> Rating.Severity.UNKNOWN;
        };
    }
}
