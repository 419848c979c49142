package dev.breakwater.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.breakwater.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineWallsTest {

    @ArchTest
    static final ArchRule KUBERNETES_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.breakwater.engine.kubernetes..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8..")
            .because("one place knows how Kubernetes writes its objects down; all others read the model");

    @ArchTest
    static final ArchRule YAML_WITH_LINES_STAYS_WHERE_PEOPLE_ARE_TOLD_THE_LINE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.breakwater.engine.kubernetes..", "dev.breakwater.engine.compliance..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.yaml.snakeyaml..")
            .because(
                    "only manifests and standards that people write are read node by node; all else is bound to records");

    @ArchTest
    static final ArchRule EXPRESSIONS_STAY_IN_THEIR_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.breakwater.engine.policy.expression..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cel..")
            .because("the language of the escape hatch can be replaced without touching a criterion");

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("dev.breakwater.engine.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.breakwater.engine.kubernetes..",
                    "dev.breakwater.engine.assembly..",
                    "dev.breakwater.engine.policy..",
                    "dev.breakwater.engine.risk..")
            .because("facts come first: whoever judges them depends on them");

    @ArchTest
    static final ArchRule THE_ENGINE_HAS_NO_CLOCK_AND_NO_FRAMEWORK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.persistence..", "org.slf4j..", "java.util.logging..")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .because("the same facts and the same instant must give the same verdict everywhere");
}
