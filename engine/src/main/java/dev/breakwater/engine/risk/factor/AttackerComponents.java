package dev.breakwater.engine.risk.factor;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.risk.FactorId;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.Measurement.Contribution;
import dev.breakwater.engine.risk.Measurement.Part;
import dev.breakwater.engine.risk.RiskFactor;
import dev.breakwater.engine.risk.RiskInput;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tools in the image that serve an intruder: a twentieth for each, up to 1.5; the worst image counts. */
public final class AttackerComponents implements RiskFactor {

    private static final double MAXIMUM = 1.5;
    private static final Set<String> TOOLS =
            Set.of("apk", "apt", "bash", "curl", "dnf", "netcat", "nmap", "rpm", "sh", "tcsh", "telnet", "wget", "yum");

    @Override
    public FactorId id() {
        return FactorId.ATTACKER_COMPONENTS;
    }

    @Override
    public Measurement measure(RiskInput input) {
        return new Measurement(ImageParts.read(input, ImageDetails::scan, AttackerComponents::part), null);
    }

    private static Part part(Container container, ImageScan scan) {
        List<String> tools = scan.packages().stream()
                .map(p -> p.name().toLowerCase(Locale.ROOT))
                .filter(TOOLS::contains)
                .distinct()
                .sorted()
                .toList();
        String image = container.image().original();
        if (tools.isEmpty() && scan.isComplete()) {
            return Part.nothingToSay(container.name(), image + " holds no tool that serves an intruder.");
        }
        List<Contribution> contributions = tools.stream()
                .map(tool -> new Contribution(
                        "tool:" + tool, "The image of container " + container.name() + " holds " + tool, null, 1))
                .toList();
        double multiplier = Math.min(MAXIMUM, 1 + tools.size() / 10.0 / 2);
        String fact = image + " holds " + String.join(", ", tools) + ".";
        return scan.isComplete()
                ? Part.known(container.name(), multiplier, contributions, fact)
                : Part.unknown(container.name(), multiplier, contributions, scan.incomplete());
    }
}
