package dev.breakwater.bench.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who asks central: over REST with a token, or in the console with a session of their own. */
final class Person {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"nextPageToken\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;
    private final String authorization;
    private final Sample sample;
    private final SplittableRandom random;
    private ConsoleTab tab;

    Person(String base, String authorization, Sample sample, long seed) {
        this.base = base;
        this.authorization = authorization;
        this.sample = sample;
        this.random = new SplittableRandom(seed);
        this.tab = new ConsoleTab(this);
    }

    Sample sample() {
        return sample;
    }

    SplittableRandom random() {
        return random;
    }

    /** The tab that is open. */
    ConsoleTab tab() {
        return tab;
    }

    /** Another tab; the one before stays open at the server until its session ends. */
    ConsoleTab newTab() {
        tab = new ConsoleTab(this);
        return tab;
    }

    /** A body of the REST API. */
    String rest(String path) throws IOException, InterruptedException {
        return body(http.send(
                request("/api/v1/" + path)
                        .header("Authorization", authorization)
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    /** Where the next page of a list begins, if there is one. */
    static Optional<String> nextPage(String body) {
        Matcher token = NEXT.matcher(body);
        return token.find() ? Optional.of(token.group(1)) : Optional.empty();
    }

    /** Signs in to the console with the form, as a browser does. */
    void signIn(String username, String password) throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(get("/sign-in"));
        if (!token.find()) {
            throw new IOException("the sign-in form has no token");
        }
        String form = "_csrf=" + encoded(token.group(1)) + "&username=" + encoded(username) + "&password="
                + encoded(password);
        HttpResponse<String> answer = http.send(
                request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.uri().getPath().endsWith("/sign-in")) {
            throw new IOException("not signed in");
        }
    }

    String get(String path) throws IOException, InterruptedException {
        return body(http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()));
    }

    String post(String path, String json) throws IOException, InterruptedException {
        return body(http.send(
                request(path)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    }

    private static String body(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": "
                    + answer.body().substring(0, Math.min(300, answer.body().length())));
        }
        return answer.body();
    }
}
