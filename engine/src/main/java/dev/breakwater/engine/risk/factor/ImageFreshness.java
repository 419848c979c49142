package dev.breakwater.engine.risk.factor;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.risk.FactorId;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.Measurement.Contribution;
import dev.breakwater.engine.risk.Measurement.Part;
import dev.breakwater.engine.risk.RiskFactor;
import dev.breakwater.engine.risk.RiskInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Age of the oldest image in whole days: nothing below 90, then evenly up to 1.5 at 270. Changes at most once a day. */
public final class ImageFreshness implements RiskFactor {

    private static final int FROM_DAYS = 90;
    private static final int TO_DAYS = 270;
    private static final double MAXIMUM = 1.5;

    /** Reproducible builds write a fixed date such as 1970 or 1980: that is no age. */
    private static final Instant FIRST_CONTAINER_IMAGE = Instant.parse("2013-01-01T00:00:00Z");

    @Override
    public FactorId id() {
        return FactorId.IMAGE_FRESHNESS;
    }

    @Override
    public Measurement measure(RiskInput input) {
        List<Part> parts = ImageParts.read(
                input, ImageDetails::createdAt, (container, created) -> part(container, created, input.asOf()));
        Instant validUntil = input.workload().containers().stream()
                .map(c -> input.workload().imageOf(c).createdAt())
                .map(created -> nextStep(created, input.asOf()))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new Measurement(parts, validUntil);
    }

    private static Part part(Container container, Instant created, Instant asOf) {
        String image = container.image().original();
        if (created.isBefore(FIRST_CONTAINER_IMAGE)) {
            return Part.unknown(container.name(), image + " carries a fixed date instead of its real one.");
        }
        long days = Duration.between(created, asOf).toDays();
        String fact = image + " is " + days + (days == 1 ? " day old." : " days old.");
        if (days < FROM_DAYS) {
            return Part.nothingToSay(container.name(), fact);
        }
        double multiplier = Math.min(MAXIMUM, 1 + (days - FROM_DAYS) / (double) (TO_DAYS - FROM_DAYS) * (MAXIMUM - 1));
        String text = "The image of container " + container.name() + " is " + days + " days old";
        return Part.known(
                container.name(),
                multiplier,
                List.of(new Contribution("age:" + container.name(), text, null, days)),
                fact);
    }

    /** The next day at which the multiplier of this image moves, {@code null} once it is at its end or has no age. */
    private static @Nullable Instant nextStep(Observed<Instant> createdAt, Instant asOf) {
        Instant created = createdAt.toOptional().orElse(Instant.EPOCH);
        long days = Duration.between(created, asOf).toDays();
        if (created.isBefore(FIRST_CONTAINER_IMAGE) || days >= TO_DAYS) {
            return null;
        }
        return created.plus(Duration.ofDays(Math.max(FROM_DAYS, days + 1)));
    }
}
