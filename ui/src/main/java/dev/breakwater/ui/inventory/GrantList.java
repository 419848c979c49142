package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.breakwater.central.inventory.ClusterGrants.Answer;
import dev.breakwater.central.inventory.ClusterGrants.GrantRow;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import java.util.function.Function;

/** Grants in words: who or what, and by which binding of which role. */
final class GrantList extends Div {

    /**
     * @param none what is said where there are none
     * @param lead the first line of each
     */
    GrantList(Answer answer, String none, Function<GrantRow, String> lead) {
        if (!answer.unknown().isEmpty()) {
            add(Markup.box(
                    "bw-banner",
                    Markup.text("bw-hatch-mark", ""),
                    Markup.text("bw-banner-text", answer.unknown() + " So it is unknown, not nobody.")));
            return;
        }
        if (answer.grants().isEmpty()) {
            add(Markup.paragraph(none));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("bw-grants");
        answer.grants()
                .forEach(grant -> list.add(new ListItem(
                        Markup.text("bw-name", lead.apply(grant)),
                        Markup.text("bw-meta", grant.binding() + " to " + grant.role() + ", " + where(grant)))));
        add(list);
        if (!answer.complete()) {
            add(Markup.text(
                    "bw-meta", "The first " + Counted.number(answer.grants().size()) + " are shown."));
        }
    }

    private static String where(GrantRow grant) {
        return grant.namespace().isEmpty() ? "in the whole cluster" : "in namespace " + grant.namespace();
    }

    /** What a grant lets one do. */
    static String rule(GrantRow grant) {
        String what = grant.resources().isEmpty() ? "paths of the API" : String.join(", ", grant.resources());
        String verbs = grant.verbs().contains("*") ? "everything with" : String.join(", ", grant.verbs());
        String names = grant.resourceNames().isEmpty() ? "" : " named " + String.join(", ", grant.resourceNames());
        return verbs + " " + (what.equals("*") ? "everything" : what) + names;
    }
}
