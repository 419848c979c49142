package dev.breakwater.ui.nodes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.central.nodes.NodeActions;
import dev.breakwater.central.nodes.NodeActions.Wish;
import dev.breakwater.central.nodes.NodeDetail;
import dev.breakwater.central.nodes.NodeOrder;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.engine.model.NodeAction;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.UndoNotice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What can be done to a node, as buttons. What the sensor does not allow stays to be seen, with the reason. */
final class NodeButtons {

    private static final String LAST_WORD =
            " The sensor of the cluster has the last word. What comes of it stands on this page.";

    private final NodeDesk desk;
    private final NodeDetail node;
    private final UUID id;
    private final NodeHand hand;
    private final Runnable done;

    /** @param done called after something was ordered */
    NodeButtons(NodeDesk desk, NodeDetail node, NodeHand hand, Runnable done) {
        this.desk = desk;
        this.node = node;
        this.id = node.node().id();
        this.hand = hand;
        this.done = done;
    }

    Button[] all() {
        Button look = button("Look now", NodeAction.LOOK, this::look);
        Button isolate = node.node().unschedulable()
                ? button("Undo isolation", NodeAction.UNCORDON, this::undo)
                : button("Isolate", NodeAction.CORDON, this::isolate);
        Button remove = new Button("Remove…", event -> new RemoveDialog(desk, node, hand, done).open());
        return List.of(look, isolate, remove).toArray(Button[]::new);
    }

    private Button button(String word, NodeAction action, Runnable clicked) {
        Button button = new Button(word, event -> clicked.run());
        String against = hand.against(action);
        if (!against.isEmpty()) {
            button.setEnabled(false);
            button.setTooltipText(against);
        }
        return button;
    }

    private void isolate() {
        ask(
                "Isolate " + node.node().name(),
                "It takes no new pods; those that run there go on." + LAST_WORD,
                "Isolate",
                NodeAction.CORDON,
                order -> UndoNotice.show(
                        "Ordered to isolate " + order.node() + ".", Optional.of(() -> takeBack(order)), done));
    }

    private void undo() {
        ask(
                "Undo the isolation of " + node.node().name(),
                "It takes new pods again." + LAST_WORD,
                "Undo isolation",
                NodeAction.UNCORDON,
                order ->
                        UndoNotice.show("Ordered that " + order.node() + " takes pods again.", Optional.empty(), done));
    }

    private void look() {
        ask(
                "Look at " + node.node().name(),
                "The agent on the machine collects its evidence anew, as soon as it asks for orders.",
                "Look now",
                NodeAction.LOOK,
                order -> UndoNotice.show("Ordered to look at " + order.node() + ".", Optional.empty(), done));
    }

    /** By withdrawing it while nobody has it, by the opposite order after that. */
    private void takeBack(NodeOrder order) {
        boolean waits = desk.hand(id).orders().stream()
                .anyMatch(one -> one.id().equals(order.id()) && one.state() == NodeOrder.State.WAITING);
        try {
            if (waits) {
                desk.withdraw(order);
            } else {
                String reason = "Taken back: " + order.reason();
                desk.order(
                        id,
                        Wish.of(
                                NodeAction.UNCORDON,
                                reason.substring(0, Math.min(NodeActions.LONGEST_REASON, reason.length()))));
            }
        } catch (Conflict e) {
            UndoNotice.show(Failures.words(e), Optional.empty(), () -> {});
        }
    }

    private void ask(
            String title, String meaning, String verb, NodeAction action, java.util.function.Consumer<NodeOrder> told) {
        TextArea reason = reason();
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(title, meaning, verb, () -> {
            NodeOrder order = desk.order(id, Wish.of(action, reason.getValue()));
            dialog[0].close();
            told.accept(order);
            done.run();
        });
        dialog[0].with("reason", reason).open();
    }

    /** Asks why. */
    static TextArea reason() {
        TextArea reason = new TextArea("Reason");
        reason.setWidthFull();
        reason.setMaxLength(NodeActions.LONGEST_REASON);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setAutofocus(true);
        reason.setHelperText("Stands in the audit log and on this page.");
        return reason;
    }
}
