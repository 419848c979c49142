package dev.breakwater.central.detection.internal;

import dev.breakwater.central.system.RetentionRule;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JudgementProperties.class)
class DetectionConfiguration {

    /** What was refused and never tried again. */
    @Bean
    RetentionRule attemptRetention() {
        return new RetentionRule(
                "attempted-violations",
                "violations of what a gate refused, with their history and comments",
                90,
                List.of("violations", "violation_history", "violation_comments"),
                """
                with old as (
                    select id from violations where gate_run_id is not null and changed_at < ?::timestamptz limit ?),
                history as (delete from violation_history where violation_id in (select id from old)),
                comments as (delete from violation_comments where violation_id in (select id from old))
                delete from violations where id in (select id from old)
                """);
    }

    /** Those that are open, accepted or excluded stay, however old. */
    @Bean
    RetentionRule violationRetention() {
        return new RetentionRule(
                "resolved-violations",
                "resolved violations with their history and comments",
                400,
                List.of("violations", "violation_history", "violation_comments"),
                """
                with old as (
                    select id from violations where state = 'RESOLVED' and closed_at < ?::timestamptz limit ?),
                history as (delete from violation_history where violation_id in (select id from old)),
                comments as (delete from violation_comments where violation_id in (select id from old))
                delete from violations where id in (select id from old)
                """);
    }
}
