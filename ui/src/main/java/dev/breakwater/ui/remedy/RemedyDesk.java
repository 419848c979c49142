package dev.breakwater.ui.remedy;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.images.BaseImage.Outlook;
import dev.breakwater.central.images.BaseImages;
import dev.breakwater.central.images.BaseImages.Standing;
import dev.breakwater.central.overview.Exports;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.remedy.FixPlans;
import dev.breakwater.central.remedy.FixPlans.Plan;
import dev.breakwater.central.vulnerabilities.OwnerRow;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.ui.registries.CandidateActions;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the pages about plans work with, within the rights of the present reader. */
@Component
public class RemedyDesk {

    private static final int MOST_TEAMS = 200;

    private final FixPlans plans;
    private final BaseImages bases;
    private final Exports exports;
    private final Readers readers;
    private final Clock clock;
    private final Vulnerabilities vulnerabilities;
    private final ObjectProvider<CandidateActions> candidates;

    RemedyDesk(
            FixPlans plans,
            BaseImages bases,
            Exports exports,
            Readers readers,
            Clock clock,
            Vulnerabilities vulnerabilities,
            ObjectProvider<CandidateActions> candidates) {
        this.plans = plans;
        this.bases = bases;
        this.exports = exports;
        this.readers = readers;
        this.clock = clock;
        this.vulnerabilities = vulnerabilities;
        this.candidates = candidates;
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

    /** Teams that own workloads the reader may see, sorted; the first that there is room for. */
    List<String> teams() {
        return vulnerabilities
                .owners(new ListRequest("", "-workloads", MOST_TEAMS, null), readers.scope())
                .items()
                .stream()
                .map(OwnerRow::team)
                .filter(team -> !team.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** What makes a candidate where there is none. */
    Div actions(Outlook outlook) {
        return candidates.stream()
                .map(one -> one.of(outlook.toScan(), outlook.toWatch()))
                .findFirst()
                .orElseGet(Div::new);
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
