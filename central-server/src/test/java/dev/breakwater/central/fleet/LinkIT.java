package dev.breakwater.central.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.fleet.ClusterHealth.Word;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.CentralDatabase;
import dev.breakwater.contracts.FactCodec;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.ObjectMeta;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkIT {

    @RegisterExtension
    static final CentralDatabase database = CentralDatabase.fresh();

    private static RunningFleet central;

    @BeforeAll
    static void start() {
        central = RunningFleet.start(database);
    }

    @AfterAll
    static void stop() {
        central.close();
    }

    @Test
    void storesWhatAnEnrolledSensorSendsAndAcknowledgesIt() {
        try (TestSensor sensor = central.enrolled("first")) {
            TestStream stream = sensor.connect();
            assertThat(stream.open("instance-1")).isEmpty();

            stream.awaitAcknowledged(stream.batch("first", namespace("shop"), namespace("bank")));
            assertThat(names("first")).containsExactly("bank", "shop");
            assertThat(health("first").word()).isEqualTo(Word.SYNCING);

            stream.awaitAcknowledged(stream.synced(2));
            assertThat(health("first").word()).isEqualTo(Word.HEALTHY);
            stream.complete();
        }
    }

    @Test
    void tellsAReturningSensorWhatItHoldsSoThatNothingIsSentAgain() {
        try (TestSensor sensor = central.enrolled("returning")) {
            Namespace shop = namespace("shop");
            TestStream stream = sensor.connect();
            stream.open("instance-1");
            stream.batch("returning", shop);
            stream.awaitAcknowledged(stream.synced(1));
            stream.complete();

            Map<UUID, String> holdings = sensor.connect().open("instance-2");
            assertThat(holdings)
                    .containsExactly(Map.entry(
                            shop.key().idIn("returning"), HexFormat.of().formatHex(FactCodec.fingerprint(shop))));
        }
    }

    static Namespace namespace(String name) {
        return new Namespace(ObjectMeta.of("", name));
    }

    private static java.util.List<String> names(String cluster) {
        return database.jdbc()
                .sql(
                        "select o.name from cluster_objects o join clusters c on c.id = o.cluster_id where c.name = :cluster order by 1")
                .param("cluster", cluster)
                .query(String.class)
                .list();
    }

    private static ClusterHealth health(String cluster) {
        return central.clusters().get(cluster, AccessScope.EVERYTHING).cluster().health();
    }
}
