package dev.breakwater.engine.risk.factor;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.risk.Measurement.Part;
import dev.breakwater.engine.risk.RiskInput;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads one fact of every container's image; a container whose image does not tell is an unknown part. */
final class ImageParts {

    private ImageParts() {}

    static <T> List<Part> read(
            RiskInput input, Function<ImageDetails, Observed<T>> fact, BiFunction<Container, T, Part> say) {
        return input.workload().containers().stream()
                .map(container -> part(container, fact.apply(input.workload().imageOf(container)), say))
                .toList();
    }

    private static <T> Part part(Container container, Observed<T> fact, BiFunction<Container, T, Part> say) {
        return switch (fact) {
            case Observed.Known<T>(T value) -> say.apply(container, value);
            case Observed.Unknown<T> unknown -> Part.unknown(container.name(), unknown.detail());
        };
    }
}
