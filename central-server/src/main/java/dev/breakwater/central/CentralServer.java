package dev.breakwater.central;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Everything of central, for the assembly that runs it. */
@Configuration
@ComponentScan
@EntityScan
@EnableJpaRepositories
public class CentralServer {}
