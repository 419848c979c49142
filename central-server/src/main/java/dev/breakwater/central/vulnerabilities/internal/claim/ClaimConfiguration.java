package dev.breakwater.central.vulnerabilities.internal.claim;

import dev.breakwater.central.system.RetentionRule;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {

    /** Claims go with the content that they are of; what they named goes after them, if nobody else knows it. */
    @Bean
    RetentionRule unnamedVulnerabilityRetention() {
        return new RetentionRule(
                "unnamed-vulnerabilities",
                "vulnerabilities that no feed and no scanner names any more, and that were never found",
                1,
                List.of("vulnerabilities", "claim_reports", "image_claims"),
                """
                delete from vulnerabilities where id = any (array(
                    select v.id from vulnerabilities v, (select ?::timestamptz) as unimportant(at)
                    where not exists (select 1 from advisory_vulnerabilities l where l.vulnerability_id = v.id)
                        and not exists (select 1 from image_claims c where c.vulnerability_id = v.id)
                        and not exists (select 1 from package_findings f where f.vulnerability_id = v.id)
                        and not exists (select 1 from finding_changes h where h.vulnerability_id = v.id) limit ?))
                """);
    }
}
