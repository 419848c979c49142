package dev.breakwater.ui.violations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import java.util.function.Consumer;

/** The decisions about all that a group holds, at the foot of its detail. */
final class DecisionButtons extends Div {

    /**
     * @param about what they are done to, for those who do not see the pane
     * @param act asks about a decision
     */
    DecisionButtons(ViolationDesk desk, String about, Consumer<BulkAction> act) {
        addClassName("bw-detail-foot");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Decisions about " + about);
        add(Markup.text("bw-meta", "All of them:"));
        for (BulkAction action : List.<BulkAction>of(
                new Decisions.Assign(desk),
                new Decisions.Comment(desk),
                new Decisions.Accept(desk),
                new Exclude(desk))) {
            Button button = new Button(action.name() + "…", event -> act.accept(action));
            action.refusal().ifPresent(why -> {
                button.setEnabled(false);
                button.setTooltipText(why);
            });
            add(button);
        }
    }
}
