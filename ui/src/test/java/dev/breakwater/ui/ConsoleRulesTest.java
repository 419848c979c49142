package dev.breakwater.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console reads services and records, looks through tokens only, and never needs a frontend build. */
@AnalyzeClasses(packages = "dev.breakwater.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class ConsoleRulesTest {

    private static final Pattern COLOUR = Pattern.compile(
            "#[0-9a-fA-F]{3,8}\\b|\\b(rgb|rgba|hsl|oklch)\\(|\"(red|green|blue|white|black|gray|grey)\"");

    @ArchTest
    static final ArchRule SEES_ROOT_PACKAGES_OF_CENTRAL = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.breakwater.central..internal..",
                    "dev.breakwater.central..web..",
                    "dev.breakwater.contracts..",
                    "jakarta.persistence..",
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework.jdbc..",
                    "org.springframework.data..");

    @ArchTest
    static final ArchRule VIEWS_ARE_NO_API =
            classes().that().areAnnotatedWith(Route.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule NEEDS_NO_FRONTEND_BUILD = noClasses()
            .should()
            .beAnnotatedWith(JsModule.class)
            .orShould()
            .beAnnotatedWith(NpmPackage.class)
            .orShould()
            .beAnnotatedWith(CssImport.class);

    @ArchTest
    static final ArchRule EVERY_VIEW_SAYS_WHO_MAY_OPEN_IT = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(
                    com.tngtech.archunit.base.DescribedPredicate.describe(
                            "annotated with who may open it",
                            (JavaClass view) -> view.isAnnotatedWith(jakarta.annotation.security.PermitAll.class)
                                    || view.isAnnotatedWith(jakarta.annotation.security.RolesAllowed.class))));

    /** Text from a cluster may turn or hide what stands beside it; {@code Markup} writes such characters as escapes. */
    @ArchTest
    static final ArchRule WRITES_TEXT_BY_MARKUP_ONLY = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.breakwater.ui.part.Markup")
            .should()
            .callConstructor(H2.class, String.class)
            .orShould()
            .callConstructor(H3.class, String.class)
            .orShould()
            .callConstructor(Span.class, String.class)
            .orShould()
            .callConstructor(Paragraph.class, String.class)
            .orShould()
            .callConstructor(ListItem.class, String.class)
            .orShould()
            .callConstructor(Pre.class, String.class);

    @Test
    void noColourStandsInCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> found = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> COLOUR.matcher(read(file)).find())
                    .map(Path::toString)
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
