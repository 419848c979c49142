package dev.breakwater.ui.nodes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.breakwater.central.fleet.SensorOrders.PodOutcome;
import dev.breakwater.central.nodes.NodeActions.Offer;
import dev.breakwater.central.nodes.NodeOrder;
import dev.breakwater.central.nodes.NodeOrder.PodResult;
import dev.breakwater.central.nodes.NodeOrder.State;
import dev.breakwater.engine.model.NodeAction;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What was ordered for a node and what came of it, and why something cannot be. */
final class OrdersCard extends Div {

    private static final int SHOWN = 5;

    /** @param takeBack takes an order back that nobody has yet */
    OrdersCard(NodeHand hand, TimeWords times, Consumer<NodeOrder> takeBack) {
        addClassName("bw-card");
        add(new CardHead(
                "What was ordered?",
                hand.isBusy() ? "one is on its way" : Counted.of(hand.orders().size(), "order", "orders")));
        hand.offers().stream()
                .filter(offer -> !offer.possible())
                .collect(Collectors.groupingBy(Offer::why, java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((why, offers) -> add(Markup.paragraph(words(offers) + " cannot be ordered: " + why)));
        if (hand.orders().isEmpty()) {
            add(Markup.paragraph("Nothing so far."));
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("bw-timeline");
        hand.orders().stream().limit(SHOWN).forEach(order -> list.add(item(order, times)));
        add(list);
        hand.orders().stream()
                .filter(order -> hand.mayOrder() && order.state() == State.WAITING)
                .forEach(order -> add(
                        new Button("Take back: " + NodeWords.action(order.action()), event -> takeBack.accept(order))));
        hand.orders().stream()
                .limit(SHOWN)
                .filter(order ->
                        order.action() == NodeAction.DRAIN && !order.pods().isEmpty())
                .findFirst()
                .ifPresent(order -> add(
                        Markup.subheading("Pods of the removal of " + times.minute(order.at())), pods(order.pods())));
    }

    private static String words(List<Offer> offers) {
        return offers.stream().map(offer -> NodeWords.action(offer.action())).collect(Collectors.joining(", "));
    }

    private static ListItem item(NodeOrder order, TimeWords times) {
        String came = order.detail().isEmpty() ? "" : " " + order.detail();
        return new ListItem(
                Markup.text(
                        "bw-timeline-change", NodeWords.action(order.action()) + ": " + NodeWords.state(order.state())),
                Markup.text("bw-timeline-cause", "“" + order.reason() + "”, " + order.actor() + "." + came),
                Markup.text("bw-meta", times.minute(order.at())));
    }

    private static FactTable pods(List<PodResult> pods) {
        FactTable table = new FactTable("What became of each pod", List.of("Pod", "State", "Detail"));
        pods.stream()
                .filter(pod -> pod.outcome() != PodOutcome.STAYS)
                .forEach(pod -> table.row(
                        Markup.text("bw-name bw-wrap-anywhere", pod.namespace() + "/" + pod.name()),
                        Markup.text("", NodeWords.outcome(pod.outcome())),
                        Markup.text("bw-second bw-wrap-anywhere", pod.detail())));
        return table;
    }
}
