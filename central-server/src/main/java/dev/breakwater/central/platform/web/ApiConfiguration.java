package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.NamedClusters;
import dev.breakwater.central.platform.Readers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** What all of the API shares. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    /** After the controllers, so that a wrong method on a known path stays a 405; before the console, which takes any path. */
    private static final int AFTER_CONTROLLERS = 5;

    private final JsonMapper json;

    private final ObjectProvider<NamedClusters> clusters;
    private final ObjectProvider<Readers> readers;

    ApiConfiguration(JsonMapper json, ObjectProvider<NamedClusters> clusters, ObjectProvider<Readers> readers) {
        this.json = json;
        this.clusters = clusters;
        this.readers = readers;
    }

    /**
     * A body is taken as it is written or not at all: no property that nobody reads, none twice, no number where a text or
     * a word is meant (0 would be the first role). What we have kept ourselves is read more leniently.
     */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        JsonMapper strict = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .build();
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
        registry.addInterceptor(new KnownClusters(clusters, readers)).addPathPatterns("/api/**");
    }

    /** Answers what no controller knows below {@code /api}, which would else reach the console and get a page. */
    @Bean
    SimpleUrlHandlerMapping unknownApiPaths(ProblemWriter problems) {
        HttpRequestHandler notFound = (HttpServletRequest request, HttpServletResponse response) -> problems.write(
                response,
                Problems.of(
                        ProblemCode.NOT_FOUND, "No resource '" + request.getRequestURI() + "', or no access to it"));
        return new SimpleUrlHandlerMapping(Map.of("/api", notFound, "/api/**", notFound), AFTER_CONTROLLERS);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }
}
