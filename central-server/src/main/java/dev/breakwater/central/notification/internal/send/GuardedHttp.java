package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.internal.NotificationProperties;
import dev.breakwater.central.notification.internal.outbox.ShownText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.springframework.stereotype.Component;

/**
 * Makes requests to where people say. Follows no redirect, keeps no cookie, reads no more of the answer than is shown, and
 * connects only to addresses that {@link AddressGuard} let pass: the client gets those instead of looking the name up by itself.
 */
@Component
class GuardedHttp {

    private static final int MOST_OF_ANSWER = 8_192;
    private static final int SHOWN_OF_ANSWER = 300;
    private static final int TOO_MANY = 429;
    private static final int TIMED_OUT = 408;

    /** What came back, the start of its body. */
    record Answer(int status, String body) {

        /** In words. */
        String shown() {
            return "HTTP " + status + (body.isBlank() ? "" : ": " + ShownText.of(body.strip(), SHOWN_OF_ANSWER));
        }
    }

    private final AddressGuard guard;
    private final TlsTrust trust;
    private final NotificationProperties properties;

    GuardedHttp(AddressGuard guard, TlsTrust trust, NotificationProperties properties) {
        this.guard = guard;
        this.trust = trust;
        this.properties = properties;
    }

    /** The time that a message has. */
    Duration usual() {
        return properties.timeout();
    }

    /**
     * Makes a request and waits for the answer, whatever its status.
     *
     * @param limit the most that all of it takes
     * @throws DeliveryFailed if there is no answer
     */
    Answer call(HttpUriRequestBase request, Duration limit) throws DeliveryFailed {
        String host = request.getAuthority().getHostName();
        try (CloseableHttpClient client = client("http".equalsIgnoreCase(request.getScheme()), limit)) {
            return Deadline.within(limit, request::abort, () -> answer(client, request));
        } catch (DeliveryFailed e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailed("Central was stopped while it waited for the answer.", true);
        } catch (Exception e) {
            throw new DeliveryFailed(words(e, host), true);
        }
    }

    /**
     * What a status means.
     *
     * @return the answer in words if it was taken
     * @throws DeliveryFailed otherwise
     */
    static String taken(Answer answer) throws DeliveryFailed {
        int hundred = answer.status() / 100;
        if (hundred == 2) {
            return answer.shown();
        }
        if (hundred == 3) {
            throw new DeliveryFailed(
                    "The answer is " + answer.shown() + ". Redirects are not followed; set the address it leads to.",
                    true);
        }
        throw new DeliveryFailed(
                "The answer is " + answer.shown(),
                hundred == 5 || answer.status() == TOO_MANY || answer.status() == TIMED_OUT);
    }

    /** One for each try: a connection that is kept would outlive what was checked for it. */
    private CloseableHttpClient client(boolean plain, Duration limit) {
        long millis = limit.toMillis();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedNames(guard, plain))
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust.context()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Math.min(millis, 10_000), TimeUnit.MILLISECONDS)
                                .setSocketTimeout((int) Math.min(millis, Integer.MAX_VALUE), TimeUnit.MILLISECONDS)
                                .build())
                        .build())
                .setUserAgent("Breakwater")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private record GuardedNames(AddressGuard guard, boolean plain) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return guard.resolve(host, plain).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static Answer answer(CloseableHttpClient client, HttpUriRequestBase request) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        try {
            HttpEntity entity = response.getEntity();
            byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(MOST_OF_ANSWER);
            return new Answer(response.getCode(), new String(body, StandardCharsets.UTF_8));
        } finally {
            // Cut off instead of closed, which would read to the end of the answer, however long it is.
            request.abort();
        }
    }

    private static String words(Exception e, String host) {
        String message = ShownText.of(String.valueOf(e.getMessage()), SHOWN_OF_ANSWER);
        if (e instanceof TargetRefused) {
            return message;
        }
        if (e instanceof UnknownHostException) {
            return "There is no host " + host + ".";
        }
        if (e instanceof SSLException) {
            return "TLS failed: " + message;
        }
        return "No answer from " + host + ": " + message;
    }
}
