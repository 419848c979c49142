package dev.breakwater.central.testing;

import dev.breakwater.central.CentralServer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * Everything of central as the product assembles it, without the console. Not annotated as a configuration, or the scan of
 * the product would find it wherever the tests of central are on the class path.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackageClasses = CentralServer.class,
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = ExceptProduction.class))
@EntityScan(basePackageClasses = CentralServer.class)
@EnableJpaRepositories(basePackageClasses = CentralServer.class)
public class WholeCentral {}
