package dev.breakwater.sensor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.breakwater.sensor", importOptions = ImportOption.DoNotIncludeTests.class)
class SensorArchitectureTest {

    private static final String SENSOR = "dev.breakwater.sensor";

    @ArchTest
    static final ArchRule KNOWS_NEITHER_SPRING_NOR_CENTRAL = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "dev.breakwater.central..", "jakarta..");

    @ArchTest
    static final ArchRule FACTS_KNOW_NEITHER_WHERE_THEY_COME_FROM_NOR_GO = noClasses()
            .that()
            .resideInAPackage(SENSOR + ".facts")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SENSOR + ".link", SENSOR + ".watch..", "dev.breakwater.manifests..");

    @ArchTest
    static final ArchRule LINK_KNOWS_NO_SOURCE = noClasses()
            .that()
            .resideInAPackage(SENSOR + ".link")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SENSOR + ".watch..", "dev.breakwater.manifests..", "io.fabric8..");

    @ArchTest
    static final ArchRule ONLY_LIVE_PARTS_TALK_TO_CLUSTERS = noClasses()
            .that()
            .resideOutsideOfPackages(SENSOR + ".watch.live", SENSOR + ".action.live")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8.kubernetes.client..");
}
