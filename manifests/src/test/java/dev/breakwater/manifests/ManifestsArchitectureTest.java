package dev.breakwater.manifests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.breakwater.manifests", importOptions = ImportOption.DoNotIncludeTests.class)
class ManifestsArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_THE_ENGINE_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "tools.jackson..",
                    "dev.breakwater.engine..",
                    "dev.breakwater.manifests..");

    @ArchTest
    static final ArchRule REDACTION_IS_PURE = classes()
            .that()
            .resideInAPackage("dev.breakwater.manifests.redaction")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "dev.breakwater.engine..",
                    "dev.breakwater.manifests.redaction");
}
