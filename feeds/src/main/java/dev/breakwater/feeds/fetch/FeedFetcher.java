package dev.breakwater.feeds.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches feeds over HTTP. A feed that did not change is not sent again; one that comes is written beside its place and moved
 * there when it is whole. Redirects are followed a few times, never from https to http, and each target is held against the rule.
 */
public final class FeedFetcher implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /**
     * What came of asking.
     *
     * @param changed whether the feed is there anew; else it is as it was
     * @param validators to ask with the next time
     * @param bytes how many were written, 0 if nothing changed
     */
    public record Fetched(boolean changed, Validators validators, long bytes) {}

    private final HttpClient http;
    private final FetchLimits limits;
    private final AddressRule rule;

    /** @param proxies by which way to ask, {@code null} = directly */
    public FeedFetcher(FetchLimits limits, AddressRule rule, @Nullable ProxySelector proxies) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(limits.connect()).followRedirects(HttpClient.Redirect.NEVER);
        if (proxies != null) {
            builder.proxy(proxies);
        }
        this.http = builder.build();
        this.limits = limits;
        this.rule = rule;
    }

    /**
     * Fetches one feed.
     *
     * @param known what the server said the last time
     * @param target where it is written; only replaced when the feed came whole
     * @throws FetchFailed if it cannot be had; the target is as it was
     */
    public Fetched fetch(URI address, Validators known, Path target) throws FetchFailed {
        long until = System.nanoTime() + limits.whole().toNanos();
        URI asked = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<InputStream> answer = ask(asked, known, until);
            int status = answer.statusCode();
            try (InputStream body = answer.body()) {
                if (status == 304) {
                    return new Fetched(false, known, 0);
                }
                if (REDIRECTS.contains(status)) {
                    asked = target(asked, answer);
                    continue;
                }
                if (status != 200) {
                    throw new FetchFailed(asked + " answered with status " + status);
                }
                return take(asked, answer, body, target, until);
            } catch (FetchFailed failed) {
                throw failed;
            } catch (IOException broken) {
                throw new FetchFailed(asked + " broke off: " + words(broken), broken);
            }
        }
        throw new FetchFailed(address + " redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpResponse<InputStream> ask(URI address, Validators known, long until) throws FetchFailed {
        requireAllowed(address);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(left(until, address))
                .header("User-Agent", "breakwater-feeds")
                .GET();
        if (!known.etag().isEmpty()) {
            request.header("If-None-Match", known.etag());
        }
        if (!known.lastModified().isEmpty()) {
            request.header("If-Modified-Since", known.lastModified());
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException failure) {
            throw new FetchFailed(address + " cannot be fetched: " + words(failure), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FetchFailed(address + " was not fetched: interrupted", interrupted);
        }
    }

    private void requireAllowed(URI address) throws FetchFailed {
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null || address.getUserInfo() != null) {
            throw new FetchFailed("'" + address + "' is no address of a feed: https://HOST/PATH is allowed");
        }
        if (rule == AddressRule.ANY) {
            return;
        }
        try {
            for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
                if (!rule.allows(one)) {
                    throw new FetchFailed(address + " is not asked: " + one.getHostAddress() + " is not allowed");
                }
            }
        } catch (UnknownHostException unknown) {
            throw new FetchFailed(address + " is not asked: its host is not known", unknown);
        }
    }

    private static URI target(URI from, HttpResponse<?> answer) throws FetchFailed {
        Optional<String> location = answer.headers().firstValue("Location");
        try {
            URI to = from.resolve(location.orElseThrow(() -> new FetchFailed(from + " redirects to nowhere")));
            if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
                throw new FetchFailed(from + " redirects to " + to + ", which is not encrypted");
            }
            return to;
        } catch (IllegalArgumentException malformed) {
            throw new FetchFailed(from + " redirects to what is no address", malformed);
        }
    }

    private Fetched take(URI address, HttpResponse<InputStream> answer, InputStream body, Path target, long until)
            throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path partly = Files.createTempFile(folder, ".fetching-", ".part");
        try {
            long bytes = 0;
            byte[] buffer = new byte[1 << 16];
            try (OutputStream out = Files.newOutputStream(partly)) {
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    bytes += read;
                    if (bytes > limits.bytes()) {
                        throw new FetchFailed(
                                address + " has more than the " + limits.bytes() + " bytes that a feed may have");
                    }
                    left(until, address);
                    out.write(buffer, 0, read);
                }
            }
            Files.move(partly, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new Fetched(true, new Validators(header(answer, "ETag"), header(answer, "Last-Modified")), bytes);
        } finally {
            Files.deleteIfExists(partly);
        }
    }

    private Duration left(long until, URI address) throws FetchFailed {
        long nanos = until - System.nanoTime();
        if (nanos <= 0) {
            throw new FetchFailed(
                    address + " takes longer than the " + limits.whole().toSeconds() + " s that a feed may take");
        }
        return Duration.ofNanos(nanos);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers()
                .firstValue(name)
                .filter(value -> value.length() <= 500)
                .orElse("");
    }

    private static String words(Throwable failure) {
        Throwable cause = failure;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
