package dev.breakwater.ui.remedy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.images.BaseImage;
import dev.breakwater.central.remedy.FixPlans.Base;
import dev.breakwater.central.remedy.FixPlans.Outcome;
import dev.breakwater.ui.images.ImagesNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import java.util.Set;

/** What the planned images are built on, and where no newer base can be tried, why and what to do. */
final class BasesCard extends Div {

    private static final int SHOWN = 50;

    BasesCard(List<Base> bases, RemedyDesk desk) {
        addClassNames("bw-card", "bw-plan-bases");
        long open = bases.stream()
                .filter(base -> base.outcome() == Outcome.NO_CANDIDATE)
                .count();
        add(new CardHead(
                "What are they built on?",
                bases.isEmpty()
                        ? ""
                        : open == 0
                                ? "a newer image is known of each"
                                : "no newer image is known of " + Counted.number(open) + " of "
                                        + Counted.number(bases.size())));
        if (bases.isEmpty()) {
            add(Markup.paragraph(
                    "Of none of these images a base is known: no label names one, and no image that was looked"
                            + " into is made of their lowest layers alone. Scan or watch the images that you build"
                            + " on."));
            return;
        }
        FactTable table = new FactTable(
                "Base images", List.of("Base", "Known", "Images", "Workloads", "A newer one"), Set.of(2, 3));
        bases.stream()
                .limit(SHOWN)
                .forEach(base -> table.row(
                        name(base.image()),
                        Markup.text("bw-second", PlanWords.recognised(base.image())),
                        Markup.text("bw-number", Counted.number(base.images())),
                        Markup.text("bw-number", Counted.number(base.workloads())),
                        newer(base, desk)));
        add(table);
    }

    static Component name(BaseImage base) {
        com.vaadin.flow.component.HtmlContainer name = base.contentId() == null || base.digest() == null
                ? Markup.text("bw-wrap-anywhere", base.title())
                : Markup.link(ImagesNavigation.of(base.digest()), base.title());
        name.addClassName("bw-wrap-anywhere");
        return Markup.box("", name);
    }

    private static Component newer(Base base, RemedyDesk desk) {
        BaseImage image = base.image();
        Div box = Markup.box("bw-stack");
        if (image.newer().isEmpty()) {
            box.add(
                    Markup.box(
                            "bw-plan-unknown",
                            Markup.text("bw-hatch-mark", ""),
                            Markup.text("", PlanWords.outcome(base.outcome()))),
                    Markup.text("bw-meta bw-wrap-anywhere", base.reason()));
            if (!image.outlook().advice().isEmpty()) {
                box.add(Markup.text("bw-meta bw-wrap-anywhere", image.outlook().advice()));
            }
            box.add(desk.actions(image.outlook()));
            return box;
        }
        var first = image.newer().getFirst();
        var link = Markup.link(ImagesNavigation.of(first.digest()), first.name());
        link.addClassName("bw-wrap-anywhere");
        box.add(
                link,
                Markup.text("bw-meta", base.reason().isEmpty() ? PlanWords.outcome(base.outcome()) : base.reason()));
        return box;
    }
}
