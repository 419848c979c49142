package dev.breakwater.central.notification.internal;

import dev.breakwater.central.system.RetentionRule;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationProperties.class)
class NotificationConfiguration {

    /** What waits stays, however old: it is tried or given up first. */
    @Bean
    RetentionRule deliveryRetention() {
        return new RetentionRule(
                "notification-deliveries",
                "messages that were delivered or given up",
                30,
                List.of("notification_deliveries"),
                """
                delete from notification_deliveries where ctid = any (array(
                    select ctid from notification_deliveries
                    where state in ('DELIVERED', 'DEAD') and created_at < ?::timestamptz limit ?))
                """);
    }
}
