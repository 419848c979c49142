package dev.breakwater.sensor.action;

import dev.breakwater.contracts.v1.NodeOrder;
import dev.breakwater.contracts.v1.PodOutcome;
import dev.breakwater.contracts.v1.PodOutcome.Outcome;
import dev.breakwater.sensor.action.PodHands.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has the pods of a node leave it, by evictions only: nothing is deleted, so that disruption budgets hold. Begun anew after a restart
 * it goes on with what is left. The sensor's own pod goes last.
 */
final class NodeDrain {

    private static final int SHOWN = 5;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Waits; for tests that do not. */
    interface Pause {

        void of(Duration time) throws InterruptedException;
    }

    private final PodHands hands;
    private final InstantSource clock;
    private final Pause pause;

    NodeDrain(PodHands hands, InstantSource clock, Pause pause) {
        this.hands = hands;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Why it is not done, before anything is: nothing could move, or something would be lost to which nobody agreed.
     *
     * @throws IOException if the cluster could not be looked at
     */
    Optional<String> against(String node, NodeOrder order) throws IOException {
        if (hands.othersThatTakePods(node) == 0) {
            return Optional.of("No other node is ready and takes new pods: nothing could move.");
        }
        List<SeenPod> leaving = hands.podsOn(node).stream()
                .filter(pod -> !pod.stays() && !pod.ended())
                .toList();
        List<SeenPod> lost = leaving.stream().filter(pod -> !pod.made()).toList();
        if (!order.getLosePods() && !lost.isEmpty()) {
            return Optional.of("Nothing makes these anew, and nobody agreed to lose them: " + names(lost) + ".");
        }
        List<SeenPod> local = leaving.stream().filter(SeenPod::localData).toList();
        if (!order.getLoseData() && !local.isEmpty()) {
            return Optional.of("These keep data on the node, and nobody agreed to lose it: " + names(local) + ".");
        }
        return Optional.empty();
    }

    /** How it ended. */
    record End(boolean whole, String detail) {}

    /**
     * Empties the node.
     *
     * @param until given up after this
     * @param stopped whether a later order took this one back
     * @param news hears what becomes of pods
     * @throws IOException if the cluster refused; what has left has left
     */
    End run(String node, Instant until, BooleanSupplier stopped, Consumer<List<PodOutcome>> news)
            throws IOException, InterruptedException {
        List<SeenPod> all = hands.podsOn(node);
        List<SeenPod> staying = all.stream().filter(SeenPod::stays).toList();
        news.accept(staying.stream()
                .map(pod -> outcome(pod, Outcome.OUTCOME_STAYS, "A DaemonSet or the kubelet keeps it there."))
                .toList());
        Map<SeenPod, Outcome> left = new LinkedHashMap<>();
        Stream.concat(all.stream().filter(pod -> !pod.own()), all.stream().filter(SeenPod::own))
                .filter(pod -> !pod.stays())
                .forEach(pod -> left.put(pod, Outcome.OUTCOME_UNSPECIFIED));
        int count = left.size();
        Instant next = Instant.MIN;
        while (!left.isEmpty()) {
            Instant now = clock.instant();
            if (stopped.getAsBoolean()) {
                return new End(
                        false, "Stopped by a later order; " + left.size() + " of " + count + " pods were still there.");
            }
            if (!now.isBefore(until)) {
                return new End(false, tooLate(left, count));
            }
            List<PodOutcome> told = new ArrayList<>();
            if (!now.isBefore(next)) {
                evict(left, told);
                next = now.plus(BETWEEN_TRIES);
            }
            look(left, told);
            if (!told.isEmpty()) {
                news.accept(told);
            }
            if (!left.isEmpty()) {
                pause.of(BETWEEN_LOOKS);
            }
        }
        return new End(
                true,
                count + (count == 1 ? " pod has" : " pods have") + " left the node; "
                        + (staying.isEmpty() ? "none stays" : staying.size() + " of DaemonSets and the kubelet stay")
                        + ".");
    }

    /** Asks for what was not accepted yet. */
    private void evict(Map<SeenPod, Outcome> left, List<PodOutcome> told) throws IOException {
        for (Map.Entry<SeenPod, Outcome> entry : left.entrySet()) {
            SeenPod pod = entry.getKey();
            boolean last = left.size() == 1;
            if (entry.getValue() == Outcome.OUTCOME_ENDING || (pod.own() && !last)) {
                continue;
            }
            Answer answer = hands.evict(pod);
            Outcome outcome =
                    answer.eviction() == PodHands.Eviction.HELD ? Outcome.OUTCOME_HELD : Outcome.OUTCOME_ENDING;
            if (outcome != entry.getValue()) {
                told.add(outcome(pod, outcome, answer.words()));
            }
            entry.setValue(outcome);
        }
    }

    private void look(Map<SeenPod, Outcome> left, List<PodOutcome> told) throws IOException {
        for (SeenPod pod : List.copyOf(left.keySet())) {
            if (left.get(pod) == Outcome.OUTCOME_ENDING && hands.isGone(pod)) {
                left.remove(pod);
                told.add(outcome(pod, Outcome.OUTCOME_GONE, ""));
            }
        }
    }

    private static String tooLate(Map<SeenPod, Outcome> left, int count) {
        List<SeenPod> held = left.entrySet().stream()
                .filter(entry -> entry.getValue() == Outcome.OUTCOME_HELD)
                .map(Map.Entry::getKey)
                .toList();
        String budgets = held.isEmpty() ? "" : " Held by disruption budgets: " + names(held) + ".";
        return "The time was over with " + left.size() + " of " + count + " pods still there: "
                + names(List.copyOf(left.keySet())) + "." + budgets + " The node takes no new pods.";
    }

    private static String names(List<SeenPod> pods) {
        String shown = pods.stream().limit(SHOWN).map(SeenPod::text).collect(Collectors.joining(", "));
        return pods.size() > SHOWN ? shown + " and " + (pods.size() - SHOWN) + " more" : shown;
    }

    private static PodOutcome outcome(SeenPod pod, Outcome outcome, String detail) {
        return PodOutcome.newBuilder()
                .setNamespace(pod.namespace())
                .setName(pod.name())
                .setOutcome(outcome)
                .setDetail(detail)
                .build();
    }
}
