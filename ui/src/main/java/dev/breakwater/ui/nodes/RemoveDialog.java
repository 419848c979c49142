package dev.breakwater.ui.nodes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.breakwater.central.nodes.DrainPlans;
import dev.breakwater.central.nodes.DrainPlans.Planned;
import dev.breakwater.central.nodes.NodeActions.Wish;
import dev.breakwater.central.nodes.NodeDetail;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.model.NodeAction;
import dev.breakwater.engine.node.DrainPlan.Fate;
import dev.breakwater.engine.node.DrainPlan.PodFate;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.UndoNotice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows what emptying a node would do, and has it done by who typed its name and agreed to what is lost. */
final class RemoveDialog extends Composite<Div> {

    private static final int SHOWN = 100;

    private final FormDialog dialog;

    RemoveDialog(NodeDesk desk, NodeDetail node, NodeHand hand, Runnable done) {
        UUID id = node.node().id();
        String name = node.node().name();
        Planned planned = desk.plan(id);
        TextArea reason = NodeButtons.reason();
        TextField typed = new TextField("Type " + name + " to go on");
        typed.setWidthFull();
        Checkbox pods = new Checkbox("Lose the pods that nothing makes anew");
        Checkbox data = new Checkbox("Lose the data that pods keep on this node");
        dialog = new FormDialog(
                "Remove pods from " + name,
                "It takes no new pods, and what runs there is evicted, so that the machine can be taken away. Evictions are held to"
                        + " disruption budgets. The sensor looks at the node again before it begins, and stops if you undo the isolation.",
                "Remove " + Counted.of(leaving(planned), "pod", "pods"),
                () -> {
                    if (!typed.getValue().strip().equals(name)) {
                        throw new InvalidRequest("node", typed.getValue(), name);
                    }
                    desk.order(id, new Wish(NodeAction.DRAIN, reason.getValue(), pods.getValue(), data.getValue()));
                    close();
                    UndoNotice.show("Ordered to remove the pods of " + name + ".", Optional.empty(), done);
                    done.run();
                });
        dialog.setWidth("720px");
        dialog.say(plan(planned));
        String against = hand.against(NodeAction.DRAIN);
        if (!against.isEmpty()) {
            dialog.cannot(against);
            return;
        }
        if (planned.losesPods()) {
            dialog.with("losePods", pods);
        }
        if (planned.mayLoseData()) {
            dialog.with("loseData", data);
        }
        dialog.with("reason", reason).with("node", typed);
    }

    void open() {
        dialog.open();
    }

    private void close() {
        dialog.close();
    }

    private static long leaving(Planned planned) {
        return planned.plan().pods().stream()
                .filter(pod -> pod.fate().isEvicted())
                .count();
    }

    private static Component plan(Planned planned) {
        Div box = Markup.box("bw-node-plan");
        UnorderedList effects = new UnorderedList();
        effects.addClassName("bw-effects");
        if (!planned.unseen().isEmpty()) {
            effects.add(Markup.item("This plan is not all there is: " + planned.unseen()));
        }
        effects.add(Markup.item(
                planned.plan().targets() == 0
                        ? "No other node is ready and takes new pods: nothing could move, and the sensor refuses it."
                        : Counted.of(planned.plan().targets(), "other node is", "other nodes are")
                                + " ready and " + (planned.plan().targets() == 1 ? "takes" : "take")
                                + " new pods. Whether there is room is not known here."));
        for (Fate fate : Fate.values()) {
            long count = planned.plan().count(fate);
            if (count > 0) {
                effects.add(Markup.item(Counted.of(count, "pod", "pods") + ": " + NodeWords.fate(fate) + "."));
            }
        }
        effects.add(Markup.item("Disruption budgets: " + DrainPlans.BUDGETS));
        box.add(effects);
        List<PodFate> pods = planned.plan().pods();
        if (!pods.isEmpty()) {
            FactTable table = new FactTable(
                    "What would become of each pod", List.of("Pod", "Made by", "What becomes of it", "Data here"));
            pods.stream()
                    .limit(SHOWN)
                    .forEach(pod -> table.row(
                            Markup.text("bw-name bw-wrap-anywhere", pod.namespace() + "/" + pod.name()),
                            Markup.text(
                                    "bw-second bw-wrap-anywhere",
                                    pod.kind().equals("Pod") ? "nothing" : pod.kind() + " " + pod.workload()),
                            Markup.text("", fate(pod)),
                            Markup.text("bw-second bw-wrap-anywhere", data(pod))));
            box.add(Markup.box("bw-node-plan-pods", table));
            if (pods.size() > SHOWN) {
                box.add(Markup.paragraph("And " + (pods.size() - SHOWN) + " more; the REST API tells all."));
            }
        }
        return box;
    }

    private static String fate(PodFate pod) {
        return NodeWords.fate(pod.fate()) + (pod.fate() == Fate.MOVES ? ", " + pod.elsewhere() + " elsewhere" : "");
    }

    private static String data(PodFate pod) {
        if (!pod.localDataKnown()) {
            return "unknown";
        }
        return pod.localData().isEmpty() ? "none" : String.join(", ", pod.localData());
    }
}
