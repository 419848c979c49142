package dev.breakwater.central.fleet.internal.link;

import com.google.protobuf.ByteString;
import dev.breakwater.central.fleet.SensorOrders;
import dev.breakwater.central.fleet.SensorOrders.News;
import dev.breakwater.central.fleet.SensorOrders.Order;
import dev.breakwater.central.fleet.SensorOrders.PodNews;
import dev.breakwater.central.fleet.SensorOrders.PodOutcome;
import dev.breakwater.central.fleet.SensorOrders.Progress;
import dev.breakwater.contracts.NodeActionCodec;
import dev.breakwater.contracts.v1.CentralMessage;
import dev.breakwater.contracts.v1.Command;
import dev.breakwater.contracts.v1.NodeOrder;
import dev.breakwater.contracts.v1.NodeOrderNews;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;

/** What one stream's sensor is ordered to do to nodes. Handing out is for any thread, the rest for the stream's own. */
final class SensorNodeOrders {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 253;

    private final LinkIdentity identity;
    private final ObjectProvider<SensorOrders> orders;
    private final Outbound outbound;

    /** Handed out on this stream, so not again; a new stream starts anew, for what was lost with this one. */
    private final Set<UUID> handedOut = ConcurrentHashMap.newKeySet();

    SensorNodeOrders(LinkIdentity identity, ObjectProvider<SensorOrders> orders, Outbound outbound) {
        this.identity = identity;
        this.orders = orders;
        this.outbound = outbound;
    }

    /** Hands out what is open. */
    void order() {
        orders.ifAvailable(source -> source.open(identity.clusterId()).stream()
                .filter(order -> handedOut.add(order.id()))
                .forEach(order -> outbound.send(CentralMessage.newBuilder()
                        .setCommand(Command.newBuilder().setNodeOrder(message(order)))
                        .build())));
    }

    /** @throws ProtocolViolation if it is not what a sensor may say */
    void take(NodeOrderNews said) {
        if (said.getPodsCount() > SensorOrders.MOST_PODS) {
            throw new ProtocolViolation("news of " + said.getPodsCount() + " pods; allowed: " + SensorOrders.MOST_PODS);
        }
        Progress progress = switch (said.getState()) {
            case STATE_RUNNING -> Progress.RUNNING;
            case STATE_DONE -> Progress.DONE;
            case STATE_REFUSED -> Progress.REFUSED;
            case STATE_FAILED -> Progress.FAILED;
            case STATE_UNSPECIFIED, UNRECOGNIZED ->
                throw new ProtocolViolation("an order is in the state " + said.getStateValue()
                        + "; allowed: running, done, refused and failed");
        };
        List<PodNews> pods = said.getPodsList().stream()
                .flatMap(pod -> outcome(pod)
                        .map(outcome -> new PodNews(
                                bounded(pod.getNamespace(), LONGEST_NAME),
                                bounded(pod.getName(), LONGEST_NAME),
                                outcome,
                                bounded(pod.getDetail(), LONGEST)))
                        .stream())
                .toList();
        orders.ifAvailable(target -> target.said(
                identity.clusterId(),
                new News(id(said.getOrder()), progress, bounded(said.getDetail(), LONGEST), pods)));
    }

    private static Optional<PodOutcome> outcome(dev.breakwater.contracts.v1.PodOutcome pod) {
        return switch (pod.getOutcome()) {
            case OUTCOME_GONE -> Optional.of(PodOutcome.GONE);
            case OUTCOME_ENDING -> Optional.of(PodOutcome.ENDING);
            case OUTCOME_HELD -> Optional.of(PodOutcome.HELD);
            case OUTCOME_STAYS -> Optional.of(PodOutcome.STAYS);
            case OUTCOME_FAILED -> Optional.of(PodOutcome.FAILED);
            case OUTCOME_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static NodeOrder message(Order order) {
        return NodeOrder.newBuilder()
                .setOrder(ByteString.copyFrom(ByteBuffer.allocate(16)
                        .putLong(order.id().getMostSignificantBits())
                        .putLong(order.id().getLeastSignificantBits())
                        .flip()))
                .setAction(NodeActionCodec.toWire(order.action()))
                .setNode(order.node())
                .setUid(order.uid())
                .setValidMillis(order.validFor().toMillis())
                .setActor(order.actor())
                .setLosePods(order.losePods())
                .setLoseData(order.loseData())
                .build();
    }

    private static String bounded(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length())).replace('\0', ' ');
    }

    private static UUID id(ByteString bytes) {
        if (bytes.size() != 16) {
            throw new ProtocolViolation("the id of an order has " + bytes.size() + " bytes; allowed: 16");
        }
        ByteBuffer buffer = bytes.asReadOnlyByteBuffer();
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
