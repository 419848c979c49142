package dev.breakwater.central.fleet;

import dev.breakwater.central.audit.Actor;
import dev.breakwater.central.audit.ActorSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The fleet by itself: its services and the real link, with a store stage in place of the higher capabilities. Not marked as a
 * configuration, or it would be found by the scan of the whole.
 */
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@ComponentScan(
        basePackages = {
            "dev.breakwater.central.fleet",
            "dev.breakwater.central.audit",
            "dev.breakwater.central.platform"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"))
class FleetSlice {

    @Bean
    PlatformTransactionManager transactions(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    ActorSource actors() {
        return () -> new Actor("tester", "API", "192.0.2.1");
    }

    /** Policies are kept elsewhere; a document that says so is refused, a cluster's last declaration can be asked for. */
    @Bean
    PolicyDeclarations declarations() {
        return new ScriptedDeclarations();
    }

    /** Nothing judges here; policies of this revision count as sent. */
    @Bean
    SensorJudgement judgement() {
        return new SensorJudgement() {
            @Override
            public long revision() {
                return Long.MIN_VALUE;
            }

            @Override
            public PolicyDocuments policies() {
                throw new IllegalStateException("there are none");
            }

            @Override
            public void told(UUID clusterId, Told told) {
                throw new IllegalStateException("nobody judges");
            }
        };
    }
}
