package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.system.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InventoryConfiguration {

    @Bean
    RetentionRule workloadHistoryRetention() {
        return RetentionRule.byTime("workload-history", "changes of workloads", 400, "workload_history");
    }
}
