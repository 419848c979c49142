package dev.breakwater.ui;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the product at the database of the tests. */
class ConsoleDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + ConsoleFixture.DATABASE.jdbcUrl(),
                        "spring.datasource.username=" + ConsoleFixture.DATABASE.username(),
                        "spring.datasource.password=")
                .applyTo(context);
    }
}
