package dev.breakwater.central.policy.internal;

import dev.breakwater.central.system.RetentionRule;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    /** The last version of each policy stays: it is what holds, or what a deleted policy was. */
    @Bean
    RetentionRule policyVersionRetention() {
        return new RetentionRule(
                "policy-versions", "older versions of policies", 1_100, List.of("policy_versions"), """
                delete from policy_versions where ctid = any (array(
                    select v.ctid from policy_versions v
                    where v.updated_at < ?::timestamptz and exists (select 1 from policy_versions n
                        where n.policy_id = v.policy_id and n.version > v.version)
                    limit ?))
                """);
    }
}
