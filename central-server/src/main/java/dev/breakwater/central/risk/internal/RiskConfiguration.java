package dev.breakwater.central.risk.internal;

import dev.breakwater.central.system.RetentionRule;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RiskConfiguration {

    /** A step says what held until the next one, so the last step before the limit stays while its workload does. */
    @Bean
    RetentionRule riskHistoryRetention() {
        return new RetentionRule("risk-history", "steps of risk scores", 400, List.of("risk_history"), """
                delete from risk_history where ctid = any (array(
                    select h.ctid from risk_history h, (select ?::timestamptz) b(at)
                    where h.at < b.at and (
                        exists (select 1 from risk_history n
                            where n.workload_id = h.workload_id and n.id > h.id and n.at < b.at)
                        or not exists (select 1 from risk_scores s where s.workload_id = h.workload_id))
                    limit ?))
                """);
    }
}
