package dev.breakwater.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the capabilities of central (docs/adr/001). */
class ModularityTest {

    private static final String ROOT = "dev.breakwater.central";

    /** A capability sees those of lower levels; of its own level only at 0, where none of them may form a circle. */
    private static final Map<String, Integer> LEVELS = Map.ofEntries(
            Map.entry("platform", 0),
            Map.entry("audit", 0),
            Map.entry("access", 0),
            Map.entry("system", 0),
            Map.entry("fleet", 1),
            Map.entry("profile", 1),
            Map.entry("sealing", 1),
            Map.entry("inventory", 2),
            Map.entry("images", 3),
            Map.entry("nodes", 3),
            Map.entry("policy", 4),
            Map.entry("vulnerabilities", 4),
            Map.entry("detection", 5),
            Map.entry("risk", 6),
            Map.entry("checks", 6),
            Map.entry("compliance", 6),
            Map.entry("overview", 8),
            Map.entry("remedy", 7),
            Map.entry("notification", 7),
            Map.entry("reporting", 9),
            Map.entry("operations", 9),
            Map.entry("transfer", 10));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final ApplicationModules MODULES = ApplicationModules.of(ROOT);

    @Test
    void capabilitiesKeepToWhatOthersOffer() {
        MODULES.verify();
    }

    @Test
    void everyCapabilityHasALevel() {
        assertThat(MODULES.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(LEVELS.keySet());
    }

    @Test
    void aLowerCapabilityNeverSeesAHigherOne() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(ROOT + ".*..")
                .should(seeOnlyLowerCapabilities())
                .because("a change of what is built on top must never reach what it is built on (docs/adr/001)")
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> seeOnlyLowerCapabilities() {
        return new ArchCondition<>("see only lower capabilities") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = capability(type);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String other = capability(dependency.getTargetClass());
                    if (!other.isEmpty() && !other.equals(own) && !allowed(own, other)) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean allowed(String own, String other) {
        int from = LEVELS.getOrDefault(own, -1);
        int to = LEVELS.getOrDefault(other, Integer.MAX_VALUE);
        return to < from || (to == 0 && from == 0);
    }

    private static String capability(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT + ".")) {
            return "";
        }
        String rest = name.substring(ROOT.length() + 1);
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
