package dev.breakwater.central.reporting.internal;

import dev.breakwater.central.system.RetentionRule;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportProperties.class)
class ReportingConfiguration {

    /** That a report was made is told for longer than its files are kept; what still has files stays. */
    @Bean
    RetentionRule reportJobRetention() {
        return new RetentionRule(
                "report-jobs",
                "when reports were made, and how it went",
                800,
                List.of("report_jobs", "report_files", "report_chunks", "report_deliveries"),
                """
                delete from report_jobs where ctid = any (array(
                    select ctid from report_jobs
                    where state in ('DONE', 'FAILED', 'CANCELLED') and expires_at is null and created_at < ?::timestamptz
                    limit ?))
                """);
    }
}
