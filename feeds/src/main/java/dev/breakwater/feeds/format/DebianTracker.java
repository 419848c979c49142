package dev.breakwater.feeds.format;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.SeverityWords;
import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.engine.vulnerability.ecosystem.DebianReleases;
import dev.breakwater.feeds.document.Tree;
import java.util.ArrayList;
import java.util.List;

/** One source package of Debian's security tracker (security-tracker.debian.org/tracker/data/json): CVE to releases. */
final class DebianTracker {

    private DebianTracker() {}

    /** Whether the value of a top-level field is a package of the tracker. */
    static boolean isPackage(Tree value) {
        List<String> names = value.names();
        if (names.isEmpty()) {
            return false;
        }
        String first = names.getFirst();
        return (first.startsWith("CVE-") || first.startsWith("TEMP-"))
                && value.get(first).has("releases");
    }

    static void read(String sourcePackage, Tree vulnerabilities, Told told) {
        for (String id : vulnerabilities.names()) {
            Tree entry = vulnerabilities.get(id);
            if (!entry.get("releases").isObject()) {
                told.malformed(sourcePackage + " " + id, "the field releases is no object");
                continue;
            }
            List<Affected> affected = new ArrayList<>();
            String word = "";
            for (String codename : entry.get("releases").names()) {
                Tree release = entry.get("releases").get(codename);
                String ecosystem = "Debian:" + DebianReleases.number(codename);
                told.speaksFor(ecosystem);
                String urgency = release.text("urgency").replace("*", "");
                word = word.isEmpty() && !urgency.equals("not yet assigned") ? urgency : word;
                if (told.wants(ecosystem, sourcePackage)) {
                    affected.add(affected(ecosystem, sourcePackage, release, urgency));
                }
            }
            if (affected.isEmpty() && told.isSelective()) {
                continue;
            }
            told.part(new Draft("debian", id)
                    .text("", entry.text("description"))
                    .word(word.equals("end-of-life") ? "" : word)
                    .references(List.of("https://security-tracker.debian.org/tracker/" + id))
                    .affects(affected)
                    .advisory());
        }
    }

    private static Affected affected(String ecosystem, String name, Tree release, String urgency) {
        Severity severity = SeverityWords.severity(urgency);
        String fixed = release.text("fixed_version");
        return new Affected(
                ecosystem,
                name,
                ranges(release, fixed),
                List.of(),
                state(release, fixed, urgency),
                severity == Severity.UNKNOWN ? null : severity);
    }

    /** Of what nobody has looked at yet no version is known to be affected, and none not to be. */
    private static List<VersionRange> ranges(Tree release, String fixed) {
        return switch (release.text("status")) {
            case "resolved" -> fixed.equals("0") ? List.of() : List.of(new VersionRange("0", fixed, ""));
            case "open" -> List.of(new VersionRange("0", "", ""));
            default -> List.of();
        };
    }

    private static FixState state(Tree release, String fixed, String urgency) {
        if (release.text("status").equals("resolved")) {
            return fixed.equals("0") ? FixState.NOT_AFFECTED : FixState.FIXED;
        }
        if (!release.text("status").equals("open")) {
            return FixState.UNKNOWN;
        }
        return release.has("nodsa") || urgency.equals("end-of-life") ? FixState.WONT_FIX : FixState.NOT_FIXED;
    }
}
