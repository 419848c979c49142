package dev.breakwater.central.system;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(SystemProperties.class)
class SystemConfiguration {

    @Bean
    HealthIndicator installationHealthIndicator(SystemProperties system) {
        return () -> Health.up()
                .withDetail(
                        "installation",
                        system.evaluation() ? "evaluation only: embedded PostgreSQL" : "external PostgreSQL")
                .build();
    }
}
