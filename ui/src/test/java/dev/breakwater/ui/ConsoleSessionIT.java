package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for the sessions and the answers of the console, whoever asks. */
@ConsoleTest
class ConsoleSessionIT {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void answersForbidFramesForeignContentAndGuessedTypes() throws Exception {
        HttpResponse<String> page = get("/sign-in");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Permissions-Policy")).contains("camera=()");
        assertThat(header(get("/api/v1/summary"), "Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void signingInMakesANewSessionThatScriptsCannotRead() throws Exception {
        String csrf = csrf();
        String before = session();
        HttpResponse<String> answer = signIn("admin", csrf);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(session()).isNotEqualTo(before);
        assertThat(header(answer, "Set-Cookie")).contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        csrf();
        assertThat(header(signIn("admin", "forged"), "Location")).endsWith("/sign-in?stale");
        assertThat(header(get("/violations"), "Location")).contains("sign-in");
    }

    @Test
    void aSessionDoesNotOpenTheApi() throws Exception {
        signIn("admin", csrf());
        assertThat(get("/api/v1/summary").statusCode()).isEqualTo(401);
    }

    @Test
    void anAccountThatIsSwitchedOffLosesItsOpenSession() throws Exception {
        signIn("analyst", csrf());
        assertThat(get("/violations").statusCode()).isEqualTo(200);
        jdbc.sql("update users set enabled = false where username = 'analyst'").update();
        try {
            untilLookedAtAgain();
            assertThat(header(get("/violations"), "Location")).contains("sign-in");
        } finally {
            jdbc.sql("update users set enabled = true where username = 'analyst'")
                    .update();
        }
    }

    @Test
    void aPasswordThatIsResetEndsOpenSessionsAtOnce() throws Exception {
        signIn("analyst", csrf());
        assertThat(get("/violations").statusCode()).isEqualTo(200);

        assertThat(resetPassword("analyst").statusCode()).isEqualTo(204);

        assertThat(header(get("/violations"), "Location")).contains("sign-in");
        signIn("analyst", csrf());
        assertThat(get("/violations").statusCode()).isEqualTo(200);
        assertThat(get("/violations").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> resetPassword(String name) throws IOException, InterruptedException {
        String admin = Base64.getEncoder()
                .encodeToString(("admin:" + ConsoleFixture.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri("/api/v1/users/" + name + "/password"))
                                .header("Authorization", "Basic " + admin)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(
                                        "{\"password\":\"" + ConsoleFixture.PASSWORD + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private void untilLookedAtAgain() throws InterruptedException, IOException {
        long until = System.nanoTime() + 20_000_000_000L;
        while (get("/violations").statusCode() == 200 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String csrf() throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(get("/sign-in").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> signIn(String name, String csrf) throws IOException, InterruptedException {
        String form = "username=" + name + "&password=" + encoded(ConsoleFixture.PASSWORD) + "&_csrf=" + encoded(csrf);
        return client.send(
                HttpRequest.newBuilder(uri("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
