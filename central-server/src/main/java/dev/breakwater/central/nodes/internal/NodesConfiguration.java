package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.system.RetentionRule;
import java.util.List;
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

    /** With them goes their evidence, and evidence that belongs to nothing any more. */
    @Bean
    RetentionRule vanishedNodeRetention() {
        return new RetentionRule(
                "vanished-nodes",
                "nodes that their clusters have no more, with their last evidence",
                90,
                List.of("vanished_nodes", "node_evidence"),
                """
                with gone as (
                    delete from vanished_nodes where id = any (array(
                        select id from vanished_nodes where vanished_at < ?::timestamptz limit ?)) returning id)
                delete from node_evidence e using gone g
                where e.node_id = g.id and not exists (select 1 from nodes n where n.id = g.id)
                """);
    }

    @Bean
    RetentionRule nodeEvidenceRetention() {
        return RetentionRule.byTime(
                "node-evidence-history", "that evidence of nodes was received", 90, "node_evidence_history");
    }

    @Bean
    RetentionRule nodeOrderRetention() {
        return RetentionRule.byTime("node-orders", "what was ordered to be done to nodes", 400, "node_orders");
    }
}
