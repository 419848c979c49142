package dev.breakwater.central;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import jakarta.persistence.Entity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "dev.breakwater", importOptions = ImportOption.DoNotIncludeTests.class)
class CentralRulesTest {

    @ArchTest
    static final ArchRule listsAreReadWithinAScope = codeUnits()
            .that(call(Lists.class, ""))
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..central.platform..")
            .should(takeAnAccessScope())
            .because("a check of access that was forgotten must not compile");

    @ArchTest
    static final ArchRule queriesOfServicesTakeAScope = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.breakwater.central.(*)")
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..central.platform")
            .and()
            .arePublic()
            .and()
            .haveRawReturnType(Page.class)
            .should(takeAnAccessScope())
            .because("every list of the API answers for somebody, and shows what that one may see");

    @ArchTest
    static final ArchRule entitiesStayInside = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .resideInAPackage("..internal..")
            .andShould()
            .notBePublic()
            .because("rows of tables are nobody's interface: what others see are records");

    @ArchTest
    static final ArchRule controllersAreInWeb = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .resideInAPackage("..central.*.web..")
            .andShould()
            .notBePublic()
            .because("REST is one way to a service and not the service");

    @ArchTest
    static final ArchRule webIsNotUsedByOthers = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "dev.breakwater.central.access.internal")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.breakwater.central.*.web..")
            .because("the console calls the same services as REST does; sign-in alone answers problems by itself");

    @ArchTest
    static final ArchRule changesAreForWhoMayMakeThem = codeUnits()
            .that(call(Audit.class, "record"))
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Service.class)
            .and()
            .arePublic()
            .should()
            .beAnnotatedWith(PreAuthorize.class)
            .because("the console calls services without the rules for paths that REST has");

    @ArchTest
    static final ArchRule theEngineKnowsNoFramework = noClasses()
            .that()
            .resideInAnyPackage("dev.breakwater.engine..", "dev.breakwater.contracts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.persistence..", "java.sql..")
            .because("central, sensor and pipeline must give the same verdict for the same facts (docs/adr/002)");

    private static DescribedPredicate<JavaCodeUnit> call(Class<?> owner, String method) {
        return DescribedPredicate.describe(
                "call " + owner.getSimpleName(),
                unit -> unit.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(owner)
                                && (method.isEmpty() || call.getName().equals(method))));
    }

    private static <T extends JavaCodeUnit> ArchCondition<T> takeAnAccessScope() {
        return new ArchCondition<>("take an AccessScope") {
            @Override
            public void check(T unit, ConditionEvents events) {
                boolean takes =
                        unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(AccessScope.class));
                boolean generated = unit.getModifiers().contains(JavaModifier.SYNTHETIC);
                if (!takes && !generated) {
                    events.add(SimpleConditionEvent.violated(unit, unit.getFullName() + " takes no AccessScope"));
                }
            }
        };
    }
}
