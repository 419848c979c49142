package dev.breakwater.central.notification.internal.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.JudgingCentral;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What is told by the clock alone. */
class FleetWatcherIT {

    @RegisterExtension
    static final NotifyingCentral notifying =
            NotifyingCentral.started(Map.of("breakwater.notifications.listen-first", "5m"));

    private final JudgingCentral central = notifying.central();

    @BeforeEach
    void clear() {
        notifying.clear();
        central.synced();
        contact(central.clock().instant(), null);
        notifying.everythingTo(notifying.webhook());
    }

    @Test
    void tellsOnceOfASilentClusterAndOnceThatItIsBack() {
        central.clock().advance(Duration.ofMinutes(3));
        notifying.watch();
        notifying.watch();
        JsonNode silent = only();
        assertThat(silent.get("title").asString()).isEqualTo("Cluster c1 is silent");
        assertThat(silent.get("kind").asString()).isEqualTo("FLEET");
        assertThat(silent.get("news").get(0).get("event").asString()).isEqualTo("CLUSTER_SILENT");
        assertThat(silent.get("news").get(0).get("link").asString())
                .isEqualTo("https://breakwater.example.com/clusters/of/c1");

        central.clock().advance(Duration.ofMinutes(10));
        notifying.watch();
        assertThat(notifying.gather()).as("it is silent still").isZero();

        contact(central.clock().instant(), null);
        notifying.watch();
        assertThat(only().get("title").asString()).isEqualTo("Cluster c1 is back");
    }

    @Test
    void tellsNothingOfAClusterThatWasNeverReadCompletely() {
        central.jdbc().sql("update clusters set first_synced_at = null").update();
        central.clock().advance(Duration.ofMinutes(3));
        notifying.watch();
        assertThat(notifying.count("notification_items")).isZero();
    }

    @Test
    void tellsOnceOfACertificateThatWasNotRenewed() {
        Instant ends = central.clock().instant().plus(Duration.ofDays(20));
        contact(central.clock().instant(), ends);
        notifying.watch();
        notifying.watch();
        JsonNode message = only();
        assertThat(message.get("title").asString()).isEqualTo("The certificate of cluster c1 ends");
        assertThat(message.get("news").get(0).get("detail").asString())
                .contains(ends.toString().substring(0, 10))
                .contains("not renewed in time");

        contact(central.clock().instant(), ends.plus(Duration.ofDays(90)));
        central.clock().advance(NotifyingCentral.INTERVAL);
        contact(central.clock().instant(), ends.plus(Duration.ofDays(90)));
        notifying.watch();
        assertThat(notifying.gather()).as("it was renewed").isZero();
    }

    @Test
    void aCentralThatJustStartedCallsNobodySilent() throws Exception {
        NotifyingCentral fresh = NotifyingCentral.started();
        try {
            fresh.central().synced();
            fresh.central()
                    .jdbc()
                    .sql("update clusters set last_contact_at = ?, connected_at = null, synced_at = first_synced_at")
                    .param(Timestamp.from(JudgingCentral.START.minus(Duration.ofHours(1))))
                    .update();
            fresh.everythingTo(fresh.webhook());
            fresh.watch();
            assertThat(fresh.count("notification_items")).isZero();
            fresh.central().clock().advance(Duration.ofMinutes(5));
            fresh.watch();
            assertThat(fresh.count("notification_items")).isEqualTo(1);
        } finally {
            fresh.afterAll(null);
        }
    }

    private void contact(Instant at, @Nullable Instant certificateEnds) {
        central.jdbc()
                .sql(
                        "update clusters set source = 'LIVE', last_contact_at = ?, synced_at = ?, certificate_expires_at = ?")
                .params(
                        Timestamp.from(at),
                        Timestamp.from(at),
                        certificateEnds == null ? null : Timestamp.from(certificateEnds))
                .update();
    }

    private JsonNode only() {
        notifying.receiver().clear();
        notifying.gather();
        notifying.send();
        List<JsonNode> messages = notifying.receiver().requests().stream()
                .map(Receiver.Request::json)
                .toList();
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }
}
