package dev.breakwater.central.audit.internal;

import dev.breakwater.central.system.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    /** Three years: auditors ask about the year before the last. */
    @Bean
    RetentionRule auditRetention() {
        return RetentionRule.byTime("audit-log", "entries of the audit log", 1_100, "audit_log");
    }
}
