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

/** Different packages in the image: from the tenth on a twentieth for each further one, up to 1.5; the worst image counts. */
public final class ComponentCount implements RiskFactor {

    private static final double MAXIMUM = 1.5;
    private static final int FREE = 10;

    private record NameAndVersion(String name, String version) {}

    @Override
    public FactorId id() {
        return FactorId.COMPONENT_COUNT;
    }

    @Override
    public Measurement measure(RiskInput input) {
        return new Measurement(ImageParts.read(input, ImageDetails::scan, ComponentCount::part), null);
    }

    private static Part part(Container container, ImageScan scan) {
        long count = scan.packages().stream()
                .map(p -> new NameAndVersion(p.name(), p.version()))
                .distinct()
                .count();
        String fact = container.image().original() + " holds " + count + (count == 1 ? " package." : " packages.");
        if (count < FREE) {
            return scan.isComplete()
                    ? Part.nothingToSay(container.name(), fact)
                    : Part.unknown(container.name(), scan.incomplete());
        }
        double multiplier = Math.min(MAXIMUM, 1 + (count - FREE) / 10.0 / 2);
        String text = "The image of container " + container.name() + " holds " + count + " packages";
        List<Contribution> counted = List.of(new Contribution("packages:" + container.name(), text, null, count));
        return scan.isComplete() || multiplier == MAXIMUM
                ? Part.known(container.name(), multiplier, counted, fact)
                : Part.unknown(container.name(), multiplier, counted, scan.incomplete());
    }
}
