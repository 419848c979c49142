package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.system.RetentionRule;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NodesProperties.class)
class NodesConfiguration {

    @Bean
    RetentionRule nodeEventRetention() {
        return RetentionRule.byTime("node-events", "what became of nodes", 400, "node_events");
    }

    @Bean
    RetentionRule nodeEvidenceRetention() {
        return RetentionRule.byTime(
                "node-evidence-history", "that evidence of nodes was received", 90, "node_evidence_history");
    }
}
