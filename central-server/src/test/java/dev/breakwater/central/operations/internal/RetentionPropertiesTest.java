package dev.breakwater.central.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.system.RetentionRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class RetentionPropertiesTest {

    private static final RetentionRule RULE = RetentionRule.byTime("audit-log", "entries", 1_100, "audit_log");

    @Test
    void takesARuleByTheEnvironmentWhichHasNoHyphens() {
        assertThat(bound("BREAKWATER_RETENTION_DAYS_AUDITLOG", "2000").daysOf(RULE))
                .isEqualTo(2_000);
        assertThat(new RetentionProperties(true, Map.of("audit-log", 30)).daysOf(RULE))
                .isEqualTo(30);
        assertThat(new RetentionProperties(true, Map.of()).daysOf(RULE)).isEqualTo(1_100);
    }

    @Test
    void refusesTooFewDaysAndARuleThatIsNotThere() {
        assertThatThrownBy(() -> bound("BREAKWATER_RETENTION_DAYS_AUDITLOG", "6"))
                .rootCause()
                .hasMessageContaining("is '6'; allowed: a number of days from 7 on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionProperties(true, Map.of("audit", 30)).check(List.of(RULE)))
                .withMessage("breakwater.retention.days.audit names no rule; allowed: audit-log");
    }

    private static RetentionProperties bound(String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(name, value)));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment)
                .bind("breakwater.retention", RetentionProperties.class)
                .get();
    }
}
