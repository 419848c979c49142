package dev.breakwater.ui.remedy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import dev.breakwater.central.remedy.FixPlans.Kind;
import dev.breakwater.central.remedy.FixPlans.Move;
import dev.breakwater.central.remedy.FixPlans.Step;
import dev.breakwater.ui.images.ImagesNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.risk.RiskNavigation;
import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;
import java.util.List;
import java.util.stream.Collectors;

/** A step of a plan: what to upgrade, from which version to which, how much risk goes, and where. */
final class StepCard extends ListItem {

    private static final int VULNERABILITIES = 6;
    private static final int WORKLOADS = 5;
    private static final int IMAGES = 5;
    private static final int OWNERS = 4;

    StepCard(int number, Step step) {
        addClassName("bw-plan-step");
        add(Markup.text("bw-disc", String.valueOf(number)), body(step), figure(step));
    }

    private static Component body(Step step) {
        Div body = Markup.box("bw-plan-body");
        Div title = Markup.box(
                "bw-plan-title",
                Markup.text("bw-plan-kind", PlanWords.kind(step)),
                Markup.text("bw-name bw-wrap-anywhere", step.upgrade().name()));
        body.add(title, Markup.box("bw-plan-versions", from(step), Markup.icon("right"), to(step)));
        body.add(goes(step));
        body.add(helps(step));
        if (!step.images().isEmpty()) {
            body.add(images(step));
        }
        return body;
    }

    private static Component from(Step step) {
        String words = step.upgrade().from().stream().limit(3).collect(Collectors.joining(", "))
                + (step.upgrade().from().size() > 3
                        ? " and " + (step.upgrade().from().size() - 3) + " more"
                        : "");
        return step.kind() == Kind.BASE_IMAGE && !step.upgrade().fromDigest().isEmpty()
                ? wrapped(Markup.link(ImagesNavigation.of(step.upgrade().fromDigest()), words))
                : Markup.text("bw-code bw-wrap-anywhere", words);
    }

    private static Component to(Step step) {
        return step.kind() == Kind.BASE_IMAGE
                ? wrapped(Markup.link(
                        ImagesNavigation.of(step.upgrade().toDigest()),
                        step.upgrade().to()))
                : Markup.text("bw-code bw-wrap-anywhere", step.upgrade().to());
    }

    private static Anchor wrapped(Anchor link) {
        link.addClassName("bw-wrap-anywhere");
        return link;
    }

    private static Component goes(Step step) {
        Div line = Markup.box(
                "bw-plan-line",
                Markup.text(
                        "",
                        Counted.of(step.vulnerabilityCount(), "vulnerability goes", "vulnerabilities go")
                                + (step.remaining() == 0
                                        ? ", none stays:"
                                        : ", " + Counted.number(step.remaining()) + " stay"
                                                + (step.remaining() == 1 ? "s" : "") + ":")));
        step.vulnerabilities().stream()
                .limit(VULNERABILITIES)
                .forEach(id -> line.add(Markup.link(VulnerabilitiesNavigation.cve(id), id)));
        more(line, step.vulnerabilityCount() - VULNERABILITIES);
        return line;
    }

    private static Component helps(Step step) {
        Div line = Markup.box(
                "bw-plan-line",
                Markup.text(
                        "", "Helps " + Counted.of(step.workloadCount(), "workload", "workloads") + owners(step) + ":"));
        step.workloads().stream().limit(WORKLOADS).forEach(move -> line.add(workload(move)));
        more(line, step.workloadCount() - WORKLOADS);
        if (step.unknownWorkloads() > 0) {
            line.add(Markup.text(
                    "bw-meta", "the score of " + Counted.number(step.unknownWorkloads()) + " is a lower bound"));
        }
        if (step.heldWorkloads() > 0) {
            line.add(Markup.box(
                    "bw-plan-unknown", Markup.text("bw-hatch-mark", ""), Markup.text("bw-meta", PlanWords.held(step))));
        }
        return line;
    }

    private static String owners(Step step) {
        List<String> owners = step.owners();
        if (owners.isEmpty()) {
            return ", of no known owner";
        }
        return " of " + owners.stream().limit(OWNERS).collect(Collectors.joining(", "))
                + (owners.size() > OWNERS ? " and " + (owners.size() - OWNERS) + " more teams" : "");
    }

    private static Component workload(Move move) {
        Anchor link = Markup.link(RiskNavigation.of(move.id()), move.name());
        link.setTitle(move.kind() + " " + move.namespace() + "/" + move.name() + " in " + move.cluster());
        return Markup.box(
                "bw-plan-workload",
                link,
                Markup.text("bw-meta", PlanWords.score(move.before()) + " → " + PlanWords.score(move.after())));
    }

    private static Component images(Step step) {
        Div line = Markup.box(
                "bw-plan-line", Markup.text("", "In " + Counted.of(step.imageCount(), "image", "images") + ":"));
        step.images().stream().limit(IMAGES).forEach(name -> {
            int at = name.indexOf('@');
            Anchor link = wrapped(Markup.link(ImagesNavigation.named(name), at < 0 ? name : name.substring(0, at)));
            link.setTitle(name);
            line.add(link);
        });
        more(line, step.images().size() - IMAGES);
        return line;
    }

    private static void more(Div line, int more) {
        if (more > 0) {
            line.add(Markup.text("bw-meta", "and " + Counted.number(more) + " more"));
        }
    }

    private static Component figure(Step step) {
        var drop = Markup.text("bw-plan-drop", PlanWords.drop(step.drop()));
        return Markup.box(
                "bw-plan-figure",
                drop,
                Markup.text("bw-meta", "to " + PlanWords.score(step.after())),
                Markup.text("bw-meta", PlanWords.note(step)));
    }
}
