package dev.breakwater.ui.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.ui.clusters.ClustersNavigation;
import dev.breakwater.ui.clusters.HealthMark;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.policies.PoliciesNavigation;
import dev.breakwater.ui.registries.RegistriesNavigation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to do before there is anything to show, in order; the step that comes next is open. */
final class FirstRun extends Div {

    private final OrderedList steps = new OrderedList();
    private boolean open;
    private int number;

    /**
     * @param clusters none of which was read completely yet
     * @param policies how many policies judge
     * @param mayAdd whether this person adds clusters and registries
     * @param registry whether a registry is connected
     */
    FirstRun(List<ClusterRow> clusters, long policies, boolean mayAdd, boolean registry, TimeWords times) {
        addClassName("bw-first-run");
        H1 title = new H1("Nothing to show yet");
        title.setId("page-title");
        title.getElement().setAttribute("tabindex", "-1");
        steps.addClassNames("bw-card", "bw-first-steps");
        add(
                title,
                Markup.paragraph(
                        "The overview fills itself as soon as one cluster is connected. Until then there are no"
                                + " numbers here, not even zeros."),
                steps);
        step("Central is running", "The database answers and you are signed in.", true, null);
        Component add = mayAdd
                ? button(ClustersNavigation.ADD, "Add cluster…")
                : Markup.text("bw-meta", "Only administrators add clusters.");
        step(
                "Add your first cluster",
                "About five minutes. You need permission to install a Helm chart. You get a token and the command for it.",
                !clusters.isEmpty(),
                add);
        ClusterRow first = clusters.isEmpty() ? null : clusters.getFirst();
        step(
                "Let its sensor connect",
                first == null
                        ? "It reads what runs there and sends it here: token used, sensor connected, inventory, first"
                                + " verdicts."
                        : first.name() + ": " + said(first, times)
                                + ". Its page follows the first reading and says where it is" + " stuck.",
                false,
                first == null ? null : button(ClustersNavigation.of(first.name()), "Follow " + first.name()));
        if (mayAdd) {
            step(
                    "Connect the registries that your images come from",
                    "What runs is then looked into by itself: packages, vulnerabilities, secrets. Until then what is in images"
                            + " is unknown.",
                    registry,
                    button(RegistriesNavigation.PATH, "Registries"));
        }
        step(
                "Look through the policies",
                policies + " judge from the first minute. They report and block nothing.",
                false,
                button(PoliciesNavigation.PATH, "Policies"));
    }

    private static String said(ClusterRow row, TimeWords times) {
        return row.health().reason().isEmpty()
                ? ClustersCard.word(row.health().word())
                : HealthMark.reason(row.health(), times);
    }

    private void step(String title, String text, boolean done, @Nullable Component action) {
        ListItem item = new ListItem();
        item.addClassName("bw-first-step");
        boolean present = !done && !open;
        open |= present;
        if (!done) {
            number++;
        }
        Div mark = done ? Markup.box("bw-first-mark bw-first-done", Markup.icon("check")) : Markup.box("bw-first-mark");
        if (!done) {
            mark.setText(String.valueOf(number));
        }
        mark.getElement().setAttribute("aria-hidden", "true");
        item.add(mark, Markup.box("bw-first-text", Markup.heading(title), Markup.paragraph(text)));
        if (done) {
            item.add(Markup.text("bw-better bw-meta", "done"));
        } else if (action != null) {
            item.add(action);
        }
        if (present) {
            item.addClassName("bw-first-present");
            item.getElement().setAttribute("aria-current", "step");
        }
        steps.add(item);
    }

    private static Anchor button(String target, String text) {
        Anchor link = new Anchor(target, text);
        link.addClassName("bw-button");
        return link;
    }
}
