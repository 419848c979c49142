package dev.breakwater.ui.remedy;

import dev.breakwater.central.images.BaseImages;
import dev.breakwater.central.images.BaseImages.Standing;
import dev.breakwater.central.overview.Exports;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.remedy.FixPlans;
import dev.breakwater.central.remedy.FixPlans.Plan;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What the pages about plans work with, within the rights of the present reader. */
@Component
public class RemedyDesk {

    private final FixPlans plans;
    private final BaseImages bases;
    private final Exports exports;
    private final Readers readers;
    private final Clock clock;

    RemedyDesk(FixPlans plans, BaseImages bases, Exports exports, Readers readers, Clock clock) {
        this.plans = plans;
        this.bases = bases;
        this.exports = exports;
        this.readers = readers;
        this.clock = clock;
    }

    /** Works out a plan for a place, with the rights that the reader has now, on whatever thread it is asked. */
    Supplier<Plan> plan(PlaceFilter place, int steps) {
        AccessScope scope = readers.scope();
        return () -> plans.plan(place, steps, scope);
    }

    /** The same for one image. */
    Supplier<Plan> ofImage(String image, int steps) {
        AccessScope scope = readers.scope();
        return () -> plans.ofImage(image, steps, scope);
    }

    Standing base(String image) {
        return bases.of(image, readers.scope());
    }

    AccessScope reader() {
        return readers.scope();
    }

    Exports exports() {
        return exports;
    }

    Clock clock() {
        return clock;
    }
}
