package dev.breakwater.scanner.registry;

import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;

/** Requests to one registry and to wherever it sends us: bounded waits, no credentials to strangers, no step from https down to http. */
final class Connection implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** For https where http may be spoken instead: some servers wait for the rest of what they take for a request. */
    private static final Duration PROBE = Duration.ofSeconds(5);

    private final HttpClient client;
    private final boolean plainHttp;
    private volatile boolean answered;

    Connection(RegistryAccess access) throws ScanFailed {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10));
        if (!access.caPem().isBlank()) {
            builder.sslContext(TrustedCertificates.withDefaults(access.caPem()));
        }
        this.client = builder.build();
        this.plainHttp = access.plainHttp();
    }

    /**
     * Asks, following redirections; headers that hold credentials go to the first host only. The body of the answer is the
     * caller's to close.
     */
    HttpResponse<InputStream> get(URI uri, String method, Map<String, String> headers, String authorization)
            throws IOException {
        URI at = uri;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(at)
                    .timeout(plainHttp && !answered ? PROBE : ANSWER)
                    .header("User-Agent", "breakwater")
                    .method(method, HttpRequest.BodyPublishers.noBody());
            headers.forEach(request::header);
            if (!authorization.isEmpty() && sameOrigin(uri, at)) {
                request.header("Authorization", authorization);
            }
            HttpResponse<InputStream> response = send(request.build());
            answered = true;
            if (!isRedirect(response.statusCode())) {
                return response;
            }
            response.body().close();
            at = next(at, response);
        }
        throw new ScanFailed(Reason.UNREACHABLE, uri.getHost() + " redirects without end");
    }

    HttpResponse<InputStream> post(URI uri, String form) throws IOException {
        return send(HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScanFailed(Reason.CANCELLED, "the scan was cancelled", e);
        } catch (IOException e) {
            throw unreachable(request.uri(), e);
        }
    }

    /** What went wrong, in words; {@link Unspoken} if https is not spoken there. */
    private static IOException unreachable(URI uri, IOException e) {
        String host = uri.getAuthority();
        if (isCausedBy(e, CertificateException.class)) {
            return new ScanFailed(Reason.UNREACHABLE, "the certificate of " + host + " is not trusted: " + cause(e), e);
        }
        boolean silent = e instanceof HttpTimeoutException && "https".equals(uri.getScheme());
        if (e instanceof SSLException || silent || isCausedBy(e, ConnectException.class)) {
            return new Unspoken(host + (silent ? " does not answer" : " cannot be reached: " + cause(e)), e);
        }
        if (e instanceof HttpTimeoutException) {
            return new ScanFailed(Reason.UNREACHABLE, host + " does not answer", e);
        }
        return new ScanFailed(Reason.UNREACHABLE, host + " cannot be reached: " + cause(e), e);
    }

    private static String cause(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (root instanceof UnresolvedAddressException) {
            return "its name has no address";
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (type.isInstance(each)
                    || each instanceof java.security.cert.CertPathBuilderException
                            && type == CertificateException.class) {
                return true;
            }
        }
        return false;
    }

    private URI next(URI from, HttpResponse<?> response) throws ScanFailed {
        String location = response.headers().firstValue("Location").orElse("");
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new ScanFailed(Reason.UNREACHABLE, from.getHost() + " redirects to no address", e);
        }
        allow(to, from.getHost());
        return to;
    }

    /** Refuses addresses that are not of the web, or not of the safe part of it. */
    void allow(URI to, String by) throws ScanFailed {
        boolean safe = "https".equalsIgnoreCase(to.getScheme());
        boolean plain = "http".equalsIgnoreCase(to.getScheme()) && plainHttp;
        if (to.getHost() == null || !safe && !plain) {
            throw new ScanFailed(
                    Reason.UNREACHABLE, by + " sends us to an address that is not https, which is not allowed for it");
        }
    }

    private static boolean sameOrigin(URI a, URI b) {
        return a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getHost().equalsIgnoreCase(b.getHost())
                && a.getPort() == b.getPort();
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** Nobody speaks https there. */
    static final class Unspoken extends ScanFailed {

        private static final long serialVersionUID = 1L;

        Unspoken(String message, Throwable cause) {
            super(Reason.UNREACHABLE, message, cause);
        }
    }
}
