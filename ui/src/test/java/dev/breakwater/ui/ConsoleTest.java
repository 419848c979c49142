package dev.breakwater.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The product as a whole on a free port, with the small fleet of {@link ConsoleFixture}; one context for all such tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Breakwater.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "breakwater.answers.shared-for=0s",
            "breakwater.notifications.allowed-targets=127.0.0.0/8",
            "breakwater.link.port=0",
            "breakwater.master-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "breakwater.access.admin-password=" + ConsoleFixture.PASSWORD,
            "breakwater.access.analyst-password=" + ConsoleFixture.PASSWORD,
            "vaadin.productionMode=true"
        })
@ContextConfiguration(initializers = ConsoleDatabase.class)
@Import({ConsoleFixture.class, VulnerableConsole.class})
public @interface ConsoleTest {}
