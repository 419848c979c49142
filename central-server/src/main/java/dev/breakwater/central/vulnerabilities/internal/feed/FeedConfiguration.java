package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.system.RetentionRule;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
class FeedConfiguration {

    @Bean
    RetentionRule findingChangeRetention() {
        return RetentionRule.byTime(
                "finding-changes", "why what is known of a package changed", 400, "finding_changes");
    }
}
