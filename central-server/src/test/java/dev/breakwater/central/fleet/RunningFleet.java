package dev.breakwater.central.fleet;

import dev.breakwater.central.fleet.internal.authority.Authority;
import dev.breakwater.central.fleet.internal.authority.Keys;
import dev.breakwater.central.fleet.internal.link.LinkServer;
import dev.breakwater.central.testing.CentralDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A central that has only its fleet, listening on a free port. */
final class RunningFleet implements AutoCloseable {

    static final String MASTER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    final ScriptedStage stage = new ScriptedStage();
    private final ConfigurableApplicationContext context;

    RunningFleet(CentralDatabase database, Map<String, String> settings) {
        Map<String, Object> properties = new LinkedHashMap<>(settings);
        properties.putIfAbsent("breakwater.link.port", "0");
        properties.putIfAbsent("breakwater.master-key", MASTER_KEY);
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.config.name", "none");
        stage.jdbc = database.jdbc();
        context = new SpringApplicationBuilder(FleetSlice.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .initializers(c -> {
                    GenericApplicationContext beans = (GenericApplicationContext) c;
                    beans.registerBean(
                            DataSource.class,
                            (Supplier<DataSource>) database::dataSource,
                            b -> b.setDestroyMethodName(""));
                    beans.registerBean(ScriptedStage.class, () -> stage);
                })
                .run();
    }

    static RunningFleet start(CentralDatabase database) {
        return new RunningFleet(database, Map.of());
    }

    Clusters clusters() {
        return context.getBean(Clusters.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return context.getBean(LinkServer.class).port();
    }

    String authorityPem() {
        return Keys.pem(context.getBean(Authority.class).certificate());
    }

    /** A sensor with a certificate for a new cluster. */
    TestSensor enrolled(String cluster) {
        NewCluster made = clusters().create(cluster, "");
        TestSensor sensor = new TestSensor(port(), authorityPem());
        sensor.enrol(cluster, made.enrolmentToken());
        return sensor;
    }

    @Override
    public void close() {
        context.close();
    }
}
