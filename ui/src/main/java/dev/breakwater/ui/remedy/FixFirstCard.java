package dev.breakwater.ui.remedy;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.remedy.FixPlans.Plan;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;

/** The first steps of the plan for a place, for pages about other things. It is worked out beside the page. */
public final class FixFirstCard extends Div {

    private final transient RemedyDesk desk;
    private final transient PlaceFilter place;
    private final Div steps = Markup.box("bw-plan-of-place");
    private final transient PlanLoad load = new PlanLoad(this);

    /** @param all where the whole plan is */
    public FixFirstCard(RemedyDesk desk, PlaceFilter place, String all, String cssClass) {
        this.desk = desk;
        this.place = place;
        addClassNames("bw-card", "bw-plan-card", cssClass);
        add(
                Markup.box(
                        "bw-card-top",
                        new CardHead("Which upgrades first?", "By what they take from the sum of the scores"),
                        Markup.link(all, "Fix plan")),
                steps);
        steps.getElement().setAttribute("role", "status");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        steps.removeAll();
        steps.add(Markup.text("bw-meta", "It is being worked out."));
        load.start(event.getUI(), desk.plan(place, ShortSteps.MOST), this::show, failure -> {
            steps.removeAll();
            steps.add(Markup.text("bw-meta", Failures.words(failure)));
        });
    }

    private void show(Plan plan) {
        steps.removeAll();
        if (plan.steps().isEmpty()) {
            steps.add(Markup.text(
                    "bw-second",
                    plan.imagesNotLookedInto() == 0
                            ? "No upgrade is known that lowers the risk here."
                            : "Nobody has looked into " + Counted.of(plan.imagesNotLookedInto(), "image", "images")
                                    + "; in the others no upgrade is known that lowers the risk."));
            return;
        }
        steps.add(ShortSteps.of(plan.steps()));
    }
}
