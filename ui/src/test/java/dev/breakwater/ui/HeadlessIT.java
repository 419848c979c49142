package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Without the console there is the API and nothing else. */
@SpringBootTest(
        classes = Breakwater.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "breakwater.console.enabled=false",
            "breakwater.answers.shared-for=0s",
            "breakwater.link.port=0",
            "breakwater.master-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "breakwater.access.admin-password=" + ConsoleFixture.PASSWORD
        })
@ContextConfiguration(initializers = ConsoleDatabase.class)
@DirtiesContext
class HeadlessIT {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @ValueSource(strings = {"", "violations", "sign-in", "bw/tokens.css", "VAADIN/build/index.js"})
    void everythingElseIsNotThere(String path) throws Exception {
        assertThat(status(path)).isEqualTo(404);
    }

    @Test
    void theApiAndTheHealthAreThere() throws Exception {
        assertThat(status("api/v1/violations")).isEqualTo(401);
        assertThat(status("actuator/health")).isEqualTo(200);
        assertThat(context.containsBean("vaadinServletRegistration")).isFalse();
    }

    private int status(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
