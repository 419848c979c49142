package dev.breakwater.central.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole of central behind real HTTP, on a database of its own. All classes so annotated share one start, hence
 * one database: they name what they make so that it does not meet what others make. {@link Api} and
 * {@link SmallFleet} can be injected.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = WholeCentral.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "breakwater.access.admin-password=" + Api.ADMIN_PASSWORD,
            "breakwater.access.analyst-password=" + Api.ANALYST_PASSWORD,
            "breakwater.answers.shared-for=0s",
            "breakwater.images.workers=0",
            "breakwater.reports.poll=100ms",
            "breakwater.link.port=0",
            "breakwater.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
@ContextConfiguration(initializers = OwnDatabase.class)
@Import({Api.class, SmallFleet.class, VulnerableFleet.class})
public @interface CentralApplication {}
