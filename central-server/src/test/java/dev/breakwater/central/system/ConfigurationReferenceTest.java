package dev.breakwater.central.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.ReferencePage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings, from the metadata that the compiler makes of the properties records. */
class ConfigurationReferenceTest {

    /** What {@code application.yaml} takes from shorter names. */
    private static final Map<String, String> SHORT = Map.of(
            "breakwater.access.admin-password", "BREAKWATER_ADMIN_PASSWORD",
            "breakwater.access.analyst-password", "BREAKWATER_ANALYST_PASSWORD");

    @Test
    void thePageTellsOfEverySetting() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Settings

                The settings of central. Each can be given as a property or by the environment. Made from the code; do not edit. Besides
                these, every setting of Spring Boot holds: `SERVER_PORT` (default 8080), `SPRING_DATASOURCE_URL`, `SPRING_DATASOURCE_USERNAME`
                and `SPRING_DATASOURCE_PASSWORD` for an external PostgreSQL.

                | property | environment | default | meaning |
                |---|---|---|---|
                """);
        for (JsonNode property : properties()) {
            page.append("| `%s` | `%s` | %s | %s |%n"
                    .formatted(name(property), environment(name(property)), defaultOf(property), meaning(property)));
        }
        ReferencePage.check("configuration.md", page.toString());
    }

    @Test
    void everySettingSaysWhatItMeans() throws IOException {
        assertThat(properties())
                .isNotEmpty()
                .allSatisfy(property ->
                        assertThat(meaning(property)).as(name(property)).isNotBlank());
    }

    @Test
    void everySettingCanBeGivenByTheEnvironment() throws IOException {
        for (JsonNode property : properties()) {
            String name = name(property);
            if (!SHORT.containsKey(name)) {
                ConfigurationPropertySource source =
                        ConfigurationPropertySource.from(new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(environment(name), "x")));
                assertThat(source).isNotNull();
                assertThat(source.getConfigurationProperty(ConfigurationPropertyName.of(name)))
                        .as(environment(name))
                        .isNotNull();
            }
        }
    }

    private static String environment(String name) {
        String plain = name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return SHORT.getOrDefault(name, plain);
    }

    private static String defaultOf(JsonNode property) {
        JsonNode value = property.get("defaultValue");
        return value == null || value.asString().isEmpty() ? "" : "`" + ReferencePage.cell(value.asString()) + "`";
    }

    private static String meaning(JsonNode property) {
        JsonNode description = property.get("description");
        return description == null
                ? ""
                : ReferencePage.cell(description.asString().replaceAll("\\{@code ([^}]*)}", "`$1`"));
    }

    private static String name(JsonNode property) {
        return property.get("name").asString();
    }

    private static List<JsonNode> properties() throws IOException {
        try (InputStream metadata =
                ConfigurationReferenceTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            assertThat(metadata)
                    .as("the metadata made by the configuration processor")
                    .isNotNull();
            return JsonMapper.shared()
                    .readTree(metadata)
                    .get("properties")
                    .valueStream()
                    .filter(property -> name(property).startsWith("breakwater."))
                    .sorted(Comparator.comparing(ConfigurationReferenceTest::name))
                    .toList();
        }
    }
}
