package dev.breakwater.central;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Everything of central, for the assembly that runs it. */
@AutoConfiguration
@ComponentScan
@EntityScan
@EnableJpaRepositories
public class CentralServer {}
