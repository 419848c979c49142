package dev.breakwater.central.evidence;

import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.fleet.NewCluster;
import dev.breakwater.central.fleet.TestSensor;
import dev.breakwater.central.fleet.internal.authority.Authority;
import dev.breakwater.central.fleet.internal.authority.Keys;
import dev.breakwater.central.fleet.internal.link.LinkServer;
import dev.breakwater.central.testing.JudgingCentral;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything of central between the link's socket and the database, by the wall clock, with a place to fail in. */
final class LinkedCentral implements AfterAllCallback {

    private static final Map<String, Object> SETTINGS = Map.of(
            "breakwater.link.port",
            "0",
            "breakwater.master-key",
            "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "breakwater.judgement.workers",
            2);

    private final JudgingCentral central = JudgingCentral.quiet(LinkedCentral::add);

    private static void add(AnnotationConfigApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("evidence", SETTINGS));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(Fleet.class, CrashPoint.class);
    }

    JdbcClient jdbc() {
        return central.jdbc();
    }

    CrashPoint crashPoint() {
        return central.bean(CrashPoint.class);
    }

    /** A sensor with a certificate for a new cluster. */
    TestSensor enrolled(String cluster) {
        NewCluster made = central.bean(Clusters.class).create(cluster, "");
        TestSensor sensor = new TestSensor(
                central.bean(LinkServer.class).port(),
                Keys.pem(central.bean(Authority.class).certificate()));
        sensor.enrol(cluster, made.enrolmentToken());
        return sensor;
    }

    UUID idOf(String cluster) {
        return jdbc().sql("select id from clusters where name = ?")
                .param(cluster)
                .query(UUID.class)
                .single();
    }

    @Override
    public void afterAll(ExtensionContext extension) {
        central.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = "dev.breakwater.central.fleet.internal",
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(IT|Test)(\\$.*)?"))
    static class Fleet {}
}
