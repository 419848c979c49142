package dev.breakwater.central.sealing.internal;

import dev.breakwater.central.system.RetentionRule;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    /** Their digests stand in the days, which are kept for ever. */
    @Bean
    RetentionRule sealedReportRetention() {
        return new RetentionRule(
                "sealed-reports", "notes of which report was sealed", 1_100, List.of("sealed_reports"), """
                delete from sealed_reports where ctid = any (array(
                    select ctid from sealed_reports where day is not null and sealed_at < ?::timestamptz limit ?))
                """);
    }
}
