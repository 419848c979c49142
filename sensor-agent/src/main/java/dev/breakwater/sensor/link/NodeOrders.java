package dev.breakwater.sensor.link;

import dev.breakwater.contracts.v1.NodeOrder;
import dev.breakwater.contracts.v1.NodeOrderNews;
import dev.breakwater.engine.model.NodeAction;
import java.util.List;
import java.util.Set;

/** Does to nodes what central orders, beside the stream, if whoever runs the sensor allowed it. */
public interface NodeOrders {

    /** One that does nothing: it is never asked, and answers nothing. */
    NodeOrders NONE = new NodeOrders() {
        @Override
        public Set<NodeAction> allowed() {
            return Set.of();
        }

        @Override
        public void requested(NodeOrder order) {
            // Central asks only those that allow something.
        }

        @Override
        public List<NodeOrderNews> due(int most) {
            return List.of();
        }

        @Override
        public void onNews(Runnable wake) {
            // There is none.
        }
    };

    /** What is allowed; central is told. */
    Set<NodeAction> allowed();

    /** Takes an order; returns at once. One that it has or had already is not carried out again. */
    void requested(NodeOrder order);

    /** What there is to tell. What is taken is not told again, unless central sends the order once more. */
    List<NodeOrderNews> due(int most);

    /** Who is to be woken when there is something to tell. */
    void onNews(Runnable wake);
}
