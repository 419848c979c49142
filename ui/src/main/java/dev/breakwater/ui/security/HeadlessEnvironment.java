package dev.breakwater.ui.security;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Leaves Vaadin out of the context when the console is off, before anything of it is configured. */
public class HeadlessEnvironment implements EnvironmentPostProcessor {

    private static final String VAADIN = String.join(
            ",",
            "com.vaadin.flow.spring.SpringBootAutoConfiguration",
            "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
            "com.vaadin.flow.spring.VaadinScopesConfig");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty("breakwater.console.enabled", Boolean.class, true)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "headless",
                            Map.of(
                                    "spring.autoconfigure.exclude",
                                    VAADIN,
                                    "spring.web.resources.add-mappings",
                                    "false")));
        }
    }
}
