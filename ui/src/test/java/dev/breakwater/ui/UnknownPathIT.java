package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A path that is no page: the console says so to who is signed in, and the sign-in comes before that. */
@ConsoleTest
class UnknownPathIT {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @LocalServerPort
    int port;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void whoIsNotSignedInComesToTheSignIn() throws Exception {
        HttpResponse<String> answer = get("nope");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
    }

    @Test
    void whoIsSignedInComesToTheConsole() throws Exception {
        signIn();

        for (String path : new String[] {"nope", "nope/deeper", "clusters/of/none/nothing"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(200, 404);
            assertThat(answer.body()).as(path).contains("<html").contains("VAADIN");
        }
    }

    @Test
    void theApiKeepsItsOwnAnswers() throws Exception {
        signIn();

        assertThat(get("api/v1/nope").statusCode()).isIn(401, 404);
        assertThat(get("api/v1/nope").body()).doesNotContain("<html");
    }

    private void signIn() throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(get("sign-in").body());
        assertThat(csrf.find()).isTrue();
        String form = "username=admin&password=" + ConsoleFixture.PASSWORD + "&_csrf="
                + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
        HttpResponse<String> answer = browser.send(
                request("sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("error"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + path))
                .header("Accept", "text/html");
    }
}
