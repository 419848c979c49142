package dev.breakwater.sensor.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.contracts.v1.NodeOrder;
import dev.breakwater.contracts.v1.PodOutcome;
import dev.breakwater.contracts.v1.PodOutcome.Outcome;
import dev.breakwater.sensor.action.PodHands.Answer;
import dev.breakwater.sensor.action.PodHands.Eviction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A node is emptied by evictions, in time, and never by more than was agreed to. */
class NodeDrainTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant UNTIL = BEGIN.plus(Duration.ofMinutes(10));
    private static final SeenPod WEB = new SeenPod("shop", "web-1", "u1", false, true, false, false, false);
    private static final SeenPod SENSOR = new SeenPod("watch", "sensor-0", "u2", false, true, false, false, true);
    private static final SeenPod DAEMON = new SeenPod("kube-system", "proxy", "u3", true, true, false, true, false);
    private static final SeenPod BARE = new SeenPod("default", "shell", "u4", false, false, false, false, false);
    private static final SeenPod CACHE = new SeenPod("shop", "cache-0", "u5", false, true, false, true, false);

    /** A cluster whose pods leave a moment after their eviction, and whose budgets are as they are set. */
    private final class Cluster implements PodHands {

        private final List<SeenPod> pods;
        private final Set<SeenPod> ending = new HashSet<>();
        private final Map<SeenPod, Integer> held = new HashMap<>();
        private final List<SeenPod> evicted = new ArrayList<>();
        private long others = 1;

        Cluster(SeenPod... pods) {
            this.pods = List.of(pods);
        }

        @Override
        public List<SeenPod> podsOn(String node) {
            return pods;
        }

        @Override
        public long othersThatTakePods(String node) {
            return others;
        }

        @Override
        public Answer evict(SeenPod pod) {
            if (held.merge(pod, -1, Integer::sum) >= 0) {
                return new Answer(Eviction.HELD, "It would violate the budget.");
            }
            evicted.add(pod);
            ending.add(pod);
            return new Answer(Eviction.ACCEPTED, "");
        }

        @Override
        public boolean isGone(SeenPod pod) {
            return ending.contains(pod);
        }
    }

    private Instant now = BEGIN;
    private final List<PodOutcome> told = new ArrayList<>();

    private NodeDrain.End drain(Cluster cluster) throws Exception {
        return new NodeDrain(cluster, () -> now, time -> now = now.plus(time))
                .run("node", UNTIL, () -> false, told::addAll);
    }

    private NodeDrain of(Cluster cluster) {
        return new NodeDrain(cluster, () -> now, time -> now = now.plus(time));
    }

    private List<String> told() {
        return told.stream().map(one -> one.getName() + " " + one.getOutcome()).toList();
    }

    @Test
    void evictsAllButWhatStaysAndItselfLast() throws Exception {
        Cluster cluster = new Cluster(SENSOR, DAEMON, WEB, CACHE);
        NodeDrain.End end = drain(cluster);

        assertThat(end.whole()).as(end.detail()).isTrue();
        assertThat(end.detail()).isEqualTo("3 pods have left the node; 1 of DaemonSets and the kubelet stay.");
        assertThat(cluster.evicted).containsExactly(WEB, CACHE, SENSOR);
        assertThat(told())
                .contains("proxy " + Outcome.OUTCOME_STAYS, "web-1 " + Outcome.OUTCOME_GONE)
                .endsWith("sensor-0 " + Outcome.OUTCOME_GONE);
    }

    @Test
    void triesAgainWhatABudgetHolds() throws Exception {
        Cluster cluster = new Cluster(WEB);
        cluster.held.put(WEB, 3);
        NodeDrain.End end = drain(cluster);

        assertThat(end.whole()).isTrue();
        assertThat(told())
                .containsExactly(
                        "web-1 " + Outcome.OUTCOME_HELD,
                        "web-1 " + Outcome.OUTCOME_ENDING,
                        "web-1 " + Outcome.OUTCOME_GONE);
        assertThat(now).isAfterOrEqualTo(BEGIN.plusSeconds(15));
    }

    @Test
    void givesUpWhatABudgetHoldsForTooLongAndNamesIt() throws Exception {
        Cluster cluster = new Cluster(WEB, CACHE);
        cluster.held.put(WEB, 1_000_000);
        NodeDrain.End end = drain(cluster);

        assertThat(end.whole()).isFalse();
        assertThat(end.detail())
                .contains("1 of 2 pods still there: shop/web-1")
                .contains("Held by disruption budgets: shop/web-1");
        assertThat(now).isBetween(UNTIL, UNTIL.plusSeconds(5));
    }

    @Test
    void stopsWhenALaterOrderTakesItBack() throws Exception {
        Cluster cluster = new Cluster(WEB);
        cluster.held.put(WEB, 1_000_000);
        Instant later = BEGIN.plusSeconds(30);
        NodeDrain.End end = of(cluster).run("node", UNTIL, () -> now.isAfter(later), told::addAll);

        assertThat(end.whole()).isFalse();
        assertThat(end.detail()).contains("Stopped by a later order");
        assertThat(cluster.evicted).isEmpty();
    }

    @Test
    void doesNothingThatNobodyAgreedTo() throws Exception {
        NodeOrder plain = NodeOrder.getDefaultInstance();
        assertThat(of(new Cluster(WEB, BARE)).against("node", plain))
                .hasValueSatisfying(why -> assertThat(why).contains("default/shell"));
        assertThat(of(new Cluster(WEB, CACHE)).against("node", plain))
                .hasValueSatisfying(why -> assertThat(why).contains("shop/cache-0"));
        assertThat(of(new Cluster(WEB, DAEMON)).against("node", plain)).isEmpty();
        NodeOrder agreed =
                NodeOrder.newBuilder().setLosePods(true).setLoseData(true).build();
        assertThat(of(new Cluster(BARE, CACHE)).against("node", agreed)).isEmpty();
        Cluster lonely = new Cluster(WEB);
        lonely.others = 0;
        assertThat(of(lonely).against("node", agreed))
                .hasValueSatisfying(why -> assertThat(why).contains("nothing could move"));
    }
}
