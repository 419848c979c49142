package dev.breakwater.sensor.action.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.sensor.action.PodHands;
import dev.breakwater.sensor.action.PodHands.Eviction;
import dev.breakwater.sensor.action.SeenPod;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the API answers to an eviction, and what is made of it. */
@EnableKubernetesMockClient
class LivePodsTest {

    private static final String PATH = "/api/v1/namespaces/shop/pods/web-1/eviction";
    private static final SeenPod POD = new SeenPod("shop", "web-1", "uid-1", false, true, false, false, false);

    private KubernetesMockServer server;
    private KubernetesClient client;
    private PodHands pods;

    @BeforeEach
    void open() {
        client.getConfiguration().setRequestRetryBackoffLimit(0);
        pods = new LivePods(client, Map.of("POD_NAMESPACE", "watch", "POD_NAME", "sensor-0"));
    }

    private void answer(int code, String message) {
        server.expect()
                .post()
                .withPath(PATH)
                .andReturn(
                        code,
                        new StatusBuilder().withCode(code).withMessage(message).build())
                .once();
    }

    @Test
    void asksWithTheUidSoThatNoOtherPodIsMet() throws Exception {
        answer(201, "");
        assertThat(pods.evict(POD).eviction()).isEqualTo(Eviction.ACCEPTED);
        String body = server.getLastRequest().getBody().readUtf8();
        assertThat(body).contains("\"policy/v1\"").contains("\"preconditions\":{\"uid\":\"uid-1\"}");
    }

    @Test
    void tellsWhatABudgetHoldsFromWhatIsGoneAndWhatIsRefused() throws Exception {
        answer(429, "Cannot evict pod as it would violate the pod's disruption budget.");
        PodHands.Answer held = pods.evict(POD);
        assertThat(held.eviction()).isEqualTo(Eviction.HELD);
        assertThat(held.words()).contains("disruption budget");
        answer(404, "pods \"web-1\" not found");
        assertThat(pods.evict(POD).eviction()).isEqualTo(Eviction.GONE);
        answer(409, "the UID in the precondition does not match");
        assertThat(pods.evict(POD).eviction()).isEqualTo(Eviction.GONE);
        answer(403, "cannot create resource \"pods/eviction\"");
        assertThatThrownBy(() -> pods.evict(POD))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pods/eviction of shop/web-1")
                .hasMessageContaining("403");
    }

    @Test
    void speaksTheOlderVersionToAnOlderCluster() throws Exception {
        answer(400, "no kind \"Eviction\" is registered for version \"policy/v1\"");
        answer(201, "");
        assertThat(pods.evict(POD).eviction()).isEqualTo(Eviction.ACCEPTED);
        assertThat(server.getLastRequest().getBody().readUtf8()).contains("\"policy/v1beta1\"");
    }
}
