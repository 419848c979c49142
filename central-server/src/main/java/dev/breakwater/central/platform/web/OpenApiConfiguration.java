package dev.breakwater.central.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says besides its paths. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi(Optional<BuildProperties> build) {
        return new OpenAPI()
                .info(new Info()
                        .title("Breakwater")
                        .version(build.map(BuildProperties::getVersion).orElse("development"))
                        .description("""
                                Central security platform for container fleets. Every list takes one filter grammar (`q`) and \
                                pages by `pageToken`; every failure is a problem of RFC 9457 with a stable `code`.""")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Name and password of a local account"))
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token"))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    /** Every operation can answer with a problem. */
    @Bean
    OpenApiCustomizer problemsOfEveryOperation() {
        return api -> {
            if (api.getPaths() != null) {
                api.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .forEach(OpenApiConfiguration::addProblems);
            }
        };
    }

    private static void addProblems(Operation operation) {
        operation.getResponses().addApiResponse("4XX", answer("The request cannot be answered; `code` says why"));
        operation.getResponses().addApiResponse("5XX", answer("A fault of the server, or too much at a time"));
    }

    private static ApiResponse answer(String description) {
        Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(reference)));
    }

    private static Schema<?> problem() {
        Schema<Object> error = new ObjectSchema();
        error.addProperty("field", new StringSchema().description("Parameter, or path of the property in the body"));
        error.addProperty("value", new StringSchema().description("What it was"));
        error.addProperty("allowed", new StringSchema().description("What it may be"));
        StringSchema code = new StringSchema();
        code.setEnum(Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
        Schema<Object> problem = new ObjectSchema();
        problem.description("RFC 9457 problem details");
        problem.addProperty(
                "type", new StringSchema().description("urn:breakwater:problem: and the code in lower kebab"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema().description("What was wrong with this request"));
        problem.addProperty("instance", new StringSchema());
        problem.addProperty("code", code);
        problem.addProperty("traceId", new StringSchema().description("The log has more under this id"));
        problem.addProperty("errors", new ArraySchema().items(error));
        return problem;
    }
}
