package dev.breakwater.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.breakwater.contracts", importOptions = ImportOption.DoNotIncludeTests.class)
class ContractsArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_MODEL_PROTOBUF_AND_GRPC_ONLY = classes()
            .that()
            .resideInAPackage("dev.breakwater.contracts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "dev.breakwater.contracts..",
                    "dev.breakwater.engine.model..",
                    "com.google.protobuf..",
                    "com.google.common.util.concurrent..",
                    "io.grpc..",
                    "org.jspecify.annotations..")
            .because("both ends of the link carry it, and one of them has no framework");

    @ArchTest
    static final ArchRule NEVER_SPRING = noClasses()
            .that()
            .resideInAPackage("dev.breakwater.contracts..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("the sensor is a plain Java program");

    @ArchTest
    static final ArchRule MAPPINGS_ARE_HIDDEN = classes()
            .that()
            .haveSimpleNameEndingWith("Mapping")
            .should()
            .bePackagePrivate()
            .because("the codec is the way in");

    @ArchTest
    static final ArchRule MESSAGES_KNOW_NO_MODEL = noClasses()
            .that()
            .resideInAPackage("dev.breakwater.contracts.v1..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.breakwater.engine..")
            .because("the wire, the model and the schema change apart from each other");
}
