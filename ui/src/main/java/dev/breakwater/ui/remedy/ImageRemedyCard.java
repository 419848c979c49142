package dev.breakwater.ui.remedy;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.images.BaseImage;
import dev.breakwater.central.images.BaseImages.Standing;
import dev.breakwater.central.remedy.FixPlans.Plan;
import dev.breakwater.ui.images.ImagesNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import java.util.stream.Collectors;

/** What an image is built on, and which upgrades help those who run it most. */
public final class ImageRemedyCard extends Div {

    private final transient RemedyDesk desk;
    private final String image;
    private final Div steps = Markup.box("bw-plan-of-image");
    private final transient PlanLoad load = new PlanLoad(this);

    public ImageRemedyCard(RemedyDesk desk, String image) {
        this.desk = desk;
        this.image = image;
        addClassNames("bw-card", "bw-plan-card");
        Standing standing = desk.base(image);
        BaseImage base = standing.base();
        add(Markup.box(
                "bw-card-top",
                new CardHead("What is it built on?", base == null ? "none known" : PlanWords.recognised(base)),
                Markup.link(RemedyNavigation.PATH, "Fix plan")));
        if (base == null) {
            add(Markup.box(
                    "bw-plan-unknown", Markup.text("bw-hatch-mark", ""), Markup.text("bw-second", standing.reason())));
        } else {
            add(facts(base, standing.below(), desk));
        }
        add(Markup.subheading("Which upgrade helps most?"), steps);
        steps.getElement().setAttribute("role", "status");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        steps.removeAll();
        steps.add(Markup.text("bw-meta", "It is being worked out."));
        load.start(event.getUI(), desk.ofImage(image, ShortSteps.MOST), this::show, failure -> {
            steps.removeAll();
            steps.add(Markup.text("bw-meta", Failures.words(failure)));
        });
    }

    private static Component facts(BaseImage base, List<BaseImage> below, RemedyDesk desk) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "Base image", BasesCard.name(base));
        if (!below.isEmpty()) {
            fact(
                    facts,
                    "Built on itself",
                    Markup.text(
                            "bw-wrap-anywhere",
                            below.stream().map(BaseImage::title).collect(Collectors.joining(", "))));
        }
        Div newer = Markup.box("bw-stack");
        base.newer().forEach(one -> {
            var link = Markup.link(ImagesNavigation.of(one.digest()), one.name());
            link.addClassName("bw-wrap-anywhere");
            newer.add(link);
        });
        if (base.newer().isEmpty()) {
            newer.add(Markup.box(
                    "bw-plan-unknown",
                    Markup.text("bw-hatch-mark", ""),
                    Markup.text("bw-wrap-anywhere", base.outlook().reason())));
            if (!base.outlook().advice().isEmpty()) {
                newer.add(Markup.text("bw-meta bw-wrap-anywhere", base.outlook().advice()));
            }
            newer.add(desk.actions(base.outlook()));
        }
        fact(facts, "Newer ones", newer);
        return facts;
    }

    private static void fact(DescriptionList facts, String term, Component value) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }

    private void show(Plan plan) {
        steps.removeAll();
        if (plan.workloads() == 0) {
            steps.add(Markup.text("bw-second", "No workload that you may see runs it, so there is no risk to lower."));
            return;
        }
        if (plan.steps().isEmpty()) {
            steps.add(Markup.text(
                    "bw-second",
                    plan.imagesNotLookedInto() > 0
                            ? "It is unknown what is in it."
                            : "No upgrade is known that lowers the risk of the workloads that run it."));
            return;
        }
        steps.add(ShortSteps.of(plan.steps()));
    }
}
