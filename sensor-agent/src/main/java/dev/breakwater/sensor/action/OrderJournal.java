package dev.breakwater.sensor.action;

import com.google.protobuf.ByteString;
import dev.breakwater.contracts.v1.NodeOrderNews;
import dev.breakwater.sensor.link.StateFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How orders ended, on disk, so that one that central sends again after a restart is answered and not carried out again. */
final class OrderJournal {

    private static final Logger LOG = LoggerFactory.getLogger(OrderJournal.class);
    private static final String FILE = "node-orders.ended";
    private static final int MOST = 200;

    private final StateFolder folder;
    private final Map<ByteString, NodeOrderNews> ended = new LinkedHashMap<>();

    private OrderJournal(StateFolder folder) {
        this.folder = folder;
    }

    /**
     * Opens the journal of a folder.
     *
     * @throws IOException if the folder cannot be read
     */
    static OrderJournal open(StateFolder folder) throws IOException {
        OrderJournal journal = new OrderJournal(folder);
        Optional<byte[]> held = folder.read(FILE);
        if (held.isPresent()) {
            ByteArrayInputStream in = new ByteArrayInputStream(held.get());
            try {
                for (NodeOrderNews one = NodeOrderNews.parseDelimitedFrom(in);
                        one != null;
                        one = NodeOrderNews.parseDelimitedFrom(in)) {
                    journal.ended.put(one.getOrder(), one);
                }
            } catch (IOException e) {
                // An order that was carried out may be carried out once more: each looks at the node first.
                LOG.warn(
                        "what became of node orders is damaged, and forgotten file={} reason={}", FILE, e.getMessage());
            }
        }
        return journal;
    }

    synchronized Optional<NodeOrderNews> find(ByteString order) {
        return Optional.ofNullable(ended.get(order));
    }

    /** Keeps an end; one that cannot be kept is told all the same. */
    synchronized void keep(NodeOrderNews end) {
        ended.put(end.getOrder(), end.toBuilder().clearPods().build());
        while (ended.size() > MOST) {
            ended.remove(ended.keySet().iterator().next());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (NodeOrderNews one : ended.values()) {
                one.writeDelimitedTo(out);
            }
            folder.write(FILE, out.toByteArray());
        } catch (IOException e) {
            LOG.warn("the end of a node order is not kept reason={}", e.getMessage());
        }
    }
}
