package dev.breakwater.central.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** The description of the API is whole, and says what a caller needs. */
@CentralApplication
class OpenApiIT {

    @Autowired
    Api api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private JsonNode json = NullNode.getInstance();
    private OpenAPI description = new OpenAPI();

    @BeforeEach
    void read() throws Exception {
        Answer answer = api.call("GET", "/api/openapi", null, null);
        assertThat(answer.status()).isEqualTo(200);
        json = answer.json();
        description = Json31.mapper().readValue(answer.body(), OpenAPI.class);
    }

    @Test
    void saysWhatItIs() {
        assertThat(json.get("openapi").asString()).startsWith("3.1");
        assertThat(description.getInfo().getTitle()).isEqualTo("Breakwater");
        assertThat(description.getInfo().getVersion()).isNotBlank();
        assertThat(description.getInfo().getLicense().getIdentifier()).isEqualTo("Apache-2.0");
        assertThat(description.getComponents().getSecuritySchemes()).containsOnlyKeys("basic", "bearer");
    }

    @Test
    void hasEveryPathOfEveryController() {
        Set<String> paths = new TreeSet<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> mapping :
                mappings.getHandlerMethods().entrySet()) {
            if (mapping.getValue().getBeanType().getName().startsWith("dev.breakwater.")) {
                paths.addAll(mapping.getKey().getPatternValues());
            }
        }
        assertThat(paths).isNotEmpty();
        assertThat(description.getPaths().keySet()).containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    void saysOfEveryOperationHowItFailsAndWhereItBelongs() {
        for (Map.Entry<String, PathItem> path : description.getPaths().entrySet()) {
            for (Operation operation : path.getValue().readOperations()) {
                assertThat(operation.getTags()).as(path.getKey()).hasSize(1);
                assertThat(operation.getTags().getFirst()).as(path.getKey()).doesNotContain("controller");
                assertThat(operation.getResponses().get("4XX").getContent())
                        .containsOnlyKeys("application/problem+json");
            }
        }
    }

    @Test
    void showsTheParametersOfListsOneByOne() {
        for (String list : List.of("workloads", "violations", "images", "nodes", "namespaces", "secrets", "clusters")) {
            List<Parameter> parameters =
                    description.getPaths().get("/api/v1/" + list).getGet().getParameters();
            assertThat(parameters)
                    .extracting(Parameter::getName)
                    .contains("q", "sort", "pageSize", "pageToken", "cluster", "namespace");
            assertThat(parameters).allSatisfy(parameter -> {
                assertThat(parameter.getIn()).isEqualTo("query");
                assertThat(parameter.getRequired()).isNotEqualTo(true);
                assertThat(parameter.getDescription()).isNotBlank();
            });
            assertThat(parameters.stream()
                            .filter(p -> p.getName().equals("q"))
                            .findFirst()
                            .orElseThrow()
                            .getExample())
                    .isNotNull();
        }
    }

    @Test
    void pointsOnlyAtWhatIsThere() {
        assertThat(json.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(json.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }
}
