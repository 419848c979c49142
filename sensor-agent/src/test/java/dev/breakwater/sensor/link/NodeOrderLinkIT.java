package dev.breakwater.sensor.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.breakwater.contracts.v1.CentralMessage;
import dev.breakwater.contracts.v1.Command;
import dev.breakwater.contracts.v1.NodeAction;
import dev.breakwater.contracts.v1.NodeOrder;
import dev.breakwater.contracts.v1.NodeOrderNews;
import dev.breakwater.contracts.v1.SensorMessage;
import dev.breakwater.sensor.action.FolderNodes;
import dev.breakwater.sensor.action.NodeRules;
import dev.breakwater.sensor.action.OrderedNodeActions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order for a node down the link, carried out and told, over real TLS. */
class NodeOrderLinkIT {

    @TempDir
    private Path folder;

    private final TestSource source = new TestSource(100);
    private final CountDownLatch synced = new CountDownLatch(1);

    private final LinkListener listener = new LinkListener() {
        @Override
        public void synced(String cluster) {
            synced.countDown();
        }

        @Override
        public void refused(String cluster, String reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void interrupted(String cluster, String reason) {
            // It comes back.
        }
    };

    @Test
    void saysWhatItAllowsDoesItAndTells() throws Exception {
        Path manifests = Files.createDirectories(folder.resolve("manifests"));
        Path file = Files.writeString(
                manifests.resolve("nodes.yaml"), "apiVersion: v1\nkind: Node\nmetadata:\n  name: a\nspec: # none\n");
        StateFolder state = StateFolder.open(folder.resolve("state"));
        NodeRules rules = new NodeRules(
                Set.of(dev.breakwater.engine.model.NodeAction.CORDON, dev.breakwater.engine.model.NodeAction.DRAIN),
                false);
        source.seesAllBut();
        try (TestCentral central = new TestCentral();
                OrderedNodeActions actions = OrderedNodeActions.of(
                        rules, new FolderNodes(List.of(manifests)), state, InstantSource.system())) {
            Link link = new Link(
                    new LinkSettings(central.address(), "c1", central.token(), "test"),
                    source,
                    state,
                    listener,
                    InstantSource.system(),
                    new Duties(ImageScans.NONE, actions));
            Thread running = Thread.ofVirtual().start(() -> {
                try {
                    link.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(synced.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(central.log.getFirst().getHello().getNodeActionsList())
                    .as("nothing can be evicted from a folder, whatever is allowed")
                    .containsExactly(NodeAction.NODE_ACTION_CORDON);

            ByteString order = ByteString.copyFrom(new byte[16]);
            central.send(CentralMessage.newBuilder()
                    .setCommand(Command.newBuilder()
                            .setNodeOrder(NodeOrder.newBuilder()
                                    .setOrder(order)
                                    .setAction(NodeAction.NODE_ACTION_CORDON)
                                    .setNode("a")
                                    .setValidMillis(60_000)))
                    .build());
            NodeOrderNews told = central.await(SensorMessage::hasNodeOrderNews).getNodeOrderNews();
            assertThat(told.getOrder()).isEqualTo(order);
            assertThat(told.getState()).as(told.getDetail()).isEqualTo(NodeOrderNews.State.STATE_DONE);
            assertThat(file).content().contains("\n  unschedulable: true\n");
            running.interrupt();
            running.join();
        }
    }
}
