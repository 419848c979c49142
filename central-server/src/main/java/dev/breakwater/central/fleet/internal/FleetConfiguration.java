package dev.breakwater.central.fleet.internal;

import dev.breakwater.central.platform.ListDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkProperties.class)
class FleetConfiguration {

    @Bean
    ListDefinition<ClusterFacts> clusterList(HealthCondition health) {
        return ClusterList.definition(health);
    }
}
