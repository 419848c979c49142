package dev.breakwater.sensor.watch.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Pods that came before their ReplicaSet or Job, since the two are watched apart. They are told with what is known, and
 * once more when their controller arrives. Bounded: the oldest are forgotten first, and the next change of such a pod
 * settles it too.
 */
final class WaitingPods {

    private static final int MOST = 500;

    private record Waiting(String controller, JsonNode pod) {}

    private final Map<String, Waiting> pods = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Waiting> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(String pod, String controller, JsonNode object) {
        pods.remove(pod);
        pods.put(pod, new Waiting(controller, object));
    }

    synchronized void remove(String pod) {
        pods.remove(pod);
    }

    /** Takes the pods of a controller that has arrived. */
    synchronized Map<String, JsonNode> take(String controller) {
        if (pods.isEmpty()) {
            return Map.of();
        }
        Map<String, JsonNode> taken = new HashMap<>();
        for (String pod : List.copyOf(pods.keySet())) {
            @Nullable Waiting waiting = pods.get(pod);
            if (waiting != null && waiting.controller().equals(controller)) {
                taken.put(pod, waiting.pod());
                pods.remove(pod);
            }
        }
        return taken;
    }
}
