package dev.breakwater.sensor.action;

import com.google.protobuf.ByteString;
import dev.breakwater.contracts.NodeActionCodec;
import dev.breakwater.contracts.v1.NodeOrder;
import dev.breakwater.contracts.v1.NodeOrderNews;
import dev.breakwater.contracts.v1.NodeOrderNews.State;
import dev.breakwater.contracts.v1.PodOutcome;
import dev.breakwater.engine.model.NodeAction;
import dev.breakwater.sensor.link.NodeOrders;
import dev.breakwater.sensor.link.StateFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what central orders, for each node one after the other, after it looked for itself whether it may. What central says
 * is an order within the allow-list of whoever runs this, never a permission.
 */
public final class OrderedNodeActions implements NodeOrders, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderedNodeActions.class);
    private static final int MOST_AT_ONCE = 64;
    private static final int LONGEST_DETAIL = 1_000;
    private static final int MOST_PODS_TOLD = 500;
    private static final Duration LONGEST_VALID = Duration.ofHours(1);

    private final NodeRules rules;
    private final NodeHands hands;
    private final OrderJournal journal;
    private final InstantSource clock;
    private final NodeDrain.Pause pause;
    private final Set<ByteString> known = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<Void>> latest = new ConcurrentHashMap<>();
    private final Map<String, AtomicBoolean> draining = new ConcurrentHashMap<>();
    private final Queue<NodeOrderNews> news = new ConcurrentLinkedQueue<>();
    private final ExecutorService workers;
    private volatile Runnable wake = () -> {};

    OrderedNodeActions(NodeRules rules, NodeHands hands, StateFolder state, InstantSource clock, NodeDrain.Pause pause)
            throws IOException {
        this.rules = rules;
        this.hands = hands;
        this.journal = OrderJournal.open(state);
        this.clock = clock;
        this.pause = pause;
        this.workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("node-order-", 0).factory());
    }

    /**
     * Carries out orders in a cluster.
     *
     * @throws IOException if the state folder cannot be read
     */
    public static OrderedNodeActions of(NodeRules rules, NodeHands hands, StateFolder state, InstantSource clock)
            throws IOException {
        return new OrderedNodeActions(rules, hands, state, clock, Thread::sleep);
    }

    @Override
    public Set<NodeAction> allowed() {
        Set<NodeAction> allowed = EnumSet.noneOf(NodeAction.class);
        allowed.addAll(rules.allowed());
        allowed.retainAll(hands.abilities());
        return allowed;
    }

    @Override
    public void requested(NodeOrder order) {
        Optional<NodeOrderNews> ended = journal.find(order.getOrder());
        if (ended.isPresent()) {
            tell(ended.get());
            return;
        }
        if (known.size() >= MOST_AT_ONCE) {
            end(order, State.STATE_REFUSED, "This sensor has " + MOST_AT_ONCE + " orders at once already.");
            return;
        }
        if (!known.add(order.getOrder())) {
            return;
        }
        if (NodeActionCodec.fromWire(order.getAction()).equals(Optional.of(NodeAction.UNCORDON))) {
            AtomicBoolean drain = draining.get(order.getNode());
            if (drain != null) {
                drain.set(true);
            }
        }
        Duration valid = Duration.ofMillis(Math.clamp(order.getValidMillis(), 0, LONGEST_VALID.toMillis()));
        Instant until = clock.instant().plus(valid);
        latest.compute(
                order.getNode(),
                (node, before) -> (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                        .thenRunAsync(() -> work(order, until), workers));
    }

    @Override
    public List<NodeOrderNews> due(int most) {
        List<NodeOrderNews> due = new ArrayList<>();
        while (due.size() < most && !news.isEmpty()) {
            due.add(news.remove());
        }
        if (!news.isEmpty()) {
            wake.run();
        }
        return due;
    }

    @Override
    public void onNews(Runnable listener) {
        wake = listener;
    }

    private void work(NodeOrder order, Instant until) {
        try {
            perform(order, until);
        } catch (IOException e) {
            end(order, State.STATE_FAILED, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            // The sensor ends; central sends the order to the next one, which goes on with it.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("a node order failed by a fault of ours node={}", order.getNode(), e);
            end(order, State.STATE_FAILED, "A fault of the sensor; its log has more.");
        }
    }

    private void perform(NodeOrder order, Instant until) throws IOException, InterruptedException {
        Optional<NodeAction> known = NodeActionCodec.fromWire(order.getAction());
        if (known.isEmpty()) {
            end(order, State.STATE_REFUSED, "This sensor is too old to know what is ordered.");
            return;
        }
        NodeAction action = known.get();
        Optional<String> against = against(action, until);
        if (against.isPresent()) {
            end(order, State.STATE_REFUSED, against.get());
            return;
        }
        Optional<SeenNode> node = hands.find(order.getNode());
        against = node.isEmpty()
                ? Optional.of("There is no node " + order.getNode() + " in this cluster.")
                : rules.against(action, order.getUid(), node.get());
        if (against.isPresent() || node.isEmpty()) {
            end(order, State.STATE_REFUSED, against.orElse(""));
            return;
        }
        LOG.info(
                "node order begins action={} node={} order={} actor={}",
                action,
                order.getNode(),
                text(order),
                order.getActor());
        carryOut(action, node.get(), order, until);
    }

    private Optional<String> against(NodeAction action, Instant until) {
        if (!clock.instant().isBefore(until)) {
            return Optional.of("Its time was over before it could be begun.");
        }
        return rules.against(action)
                .or(() -> hands.abilities().contains(action)
                        ? Optional.empty()
                        : Optional.of("'" + action.word()
                                + "' cannot be done here: this cluster is read from a folder of manifests."));
    }

    private void carryOut(NodeAction action, SeenNode node, NodeOrder order, Instant until)
            throws IOException, InterruptedException {
        switch (action) {
            case CORDON -> {
                hands.unschedulable(node, true, text(order));
                end(
                        order,
                        State.STATE_DONE,
                        node.unschedulable() ? "It took no new pods before, either." : "It takes no new pods.");
            }
            case UNCORDON -> {
                hands.unschedulable(node, false, text(order));
                end(
                        order,
                        State.STATE_DONE,
                        node.unschedulable() ? "It takes new pods again." : "It took new pods before, too.");
            }
            case DRAIN -> drain(node, order, until);
            case LOOK -> end(order, State.STATE_REFUSED, "A look is for the agent on the machine.");
        }
    }

    private void drain(SeenNode node, NodeOrder order, Instant until) throws IOException, InterruptedException {
        PodHands pods = hands.pods().orElseThrow(() -> new IOException("There are no pods here."));
        NodeDrain drain = new NodeDrain(pods, clock, pause);
        Optional<String> against = drain.against(node.name(), order);
        if (against.isPresent()) {
            end(order, State.STATE_REFUSED, against.get());
            return;
        }
        AtomicBoolean stopped = new AtomicBoolean();
        draining.put(node.name(), stopped);
        try {
            hands.unschedulable(node, true, text(order));
            NodeDrain.End end =
                    drain.run(node.name(), until, stopped::get, told -> running(order, "Pods are leaving it.", told));
            end(order, end.whole() ? State.STATE_DONE : State.STATE_FAILED, end.detail());
        } finally {
            draining.remove(node.name(), stopped);
        }
    }

    private void running(NodeOrder order, String detail, List<PodOutcome> pods) {
        for (int from = 0; from < pods.size(); from += MOST_PODS_TOLD) {
            tell(NodeOrderNews.newBuilder()
                    .setOrder(order.getOrder())
                    .setState(State.STATE_RUNNING)
                    .setDetail(detail)
                    .addAllPods(pods.subList(from, Math.min(pods.size(), from + MOST_PODS_TOLD)))
                    .build());
        }
    }

    private void end(NodeOrder order, State state, String detail) {
        LOG.info("node order ended node={} order={} state={} detail={}", order.getNode(), text(order), state, detail);
        NodeOrderNews end = NodeOrderNews.newBuilder()
                .setOrder(order.getOrder())
                .setState(state)
                .setDetail(detail.substring(0, Math.min(LONGEST_DETAIL, detail.length())))
                .build();
        journal.keep(end);
        known.remove(order.getOrder());
        tell(end);
    }

    private void tell(NodeOrderNews one) {
        news.add(one);
        wake.run();
    }

    private static String text(NodeOrder order) {
        return HexFormat.of().formatHex(order.getOrder().toByteArray());
    }

    @Override
    public void close() {
        workers.shutdownNow();
        hands.close();
    }
}
