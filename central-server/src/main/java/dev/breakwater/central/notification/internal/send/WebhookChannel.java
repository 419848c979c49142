package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.internal.NotificationProperties;
import dev.breakwater.central.notification.internal.outbox.ShownText;
import dev.breakwater.central.notification.internal.target.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.stereotype.Component;

/**
 * Posts the message, signed. Follows no redirect, keeps no cookie, reads no more of the answer than it shows, and connects only
 * to addresses that {@link AddressGuard} let pass: the client gets those instead of looking the name up by itself.
 */
@Component
class WebhookChannel implements Channel {

    private static final int MOST_OF_ANSWER = 8_192;
    private static final int SHOWN_OF_ANSWER = 300;
    private static final int TOO_MANY = 429;
    private static final int TIMED_OUT = 408;

    private record Answer(int status, String body) {}

    private final AddressGuard guard;
    private final TlsTrust trust;
    private final NotificationProperties properties;

    WebhookChannel(AddressGuard guard, TlsTrust trust, NotificationProperties properties) {
        this.guard = guard;
        this.trust = trust;
        this.properties = properties;
    }

    @Override
    public NotifierKind kind() {
        return NotifierKind.WEBHOOK;
    }

    @Override
    public String send(Target target, Outgoing outgoing) throws DeliveryFailed {
        URI uri = URI.create(Objects.requireNonNull(target.webhook()).url());
        HttpPost request = request(uri, target.secret(), outgoing);
        try (CloseableHttpClient client = client("http".equalsIgnoreCase(uri.getScheme()))) {
            return judged(Deadline.within(properties.timeout(), request::abort, () -> answer(client, request)));
        } catch (DeliveryFailed e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailed("Central was stopped while it waited for the answer.", true);
        } catch (Exception e) {
            throw new DeliveryFailed(words(e, uri), true);
        }
    }

    private static HttpPost request(URI uri, String key, Outgoing outgoing) {
        byte[] body = outgoing.message().getBytes(StandardCharsets.UTF_8);
        long timestamp = outgoing.at().getEpochSecond();
        HttpPost request = new HttpPost(uri);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        request.setHeader("Breakwater-Id", outgoing.id().toString());
        request.setHeader("Breakwater-Attempt", String.valueOf(outgoing.attempt()));
        request.setHeader("Breakwater-Timestamp", String.valueOf(timestamp));
        request.setHeader("Breakwater-Signature", Signature.of(key, timestamp, body));
        return request;
    }

    /** One for each try: a connection that is kept would outlive what was checked for it. */
    private CloseableHttpClient client(boolean plain) {
        long millis = properties.timeout().toMillis();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedNames(guard, plain))
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust.context()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Math.min(millis, 10_000), TimeUnit.MILLISECONDS)
                                .setSocketTimeout((int) millis, TimeUnit.MILLISECONDS)
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

    private static Answer answer(CloseableHttpClient client, HttpPost request) throws IOException {
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

    private static String judged(Answer answer) throws DeliveryFailed {
        String shown = "HTTP " + answer.status()
                + (answer.body().isBlank()
                        ? ""
                        : ": " + ShownText.of(answer.body().strip(), SHOWN_OF_ANSWER));
        int hundred = answer.status() / 100;
        if (hundred == 2) {
            return shown;
        }
        if (hundred == 3) {
            throw new DeliveryFailed(
                    "The answer is " + shown + ". Redirects are not followed; set the address it leads to.", true);
        }
        throw new DeliveryFailed(
                "The answer is " + shown, hundred == 5 || answer.status() == TOO_MANY || answer.status() == TIMED_OUT);
    }

    private static String words(Exception e, URI uri) {
        String message = ShownText.of(String.valueOf(e.getMessage()), SHOWN_OF_ANSWER);
        if (e instanceof TargetRefused) {
            return message;
        }
        if (e instanceof UnknownHostException) {
            return "There is no host " + uri.getHost() + ".";
        }
        if (e instanceof SSLException) {
            return "TLS failed: " + message;
        }
        return "No answer from " + uri.getHost() + ": " + message;
    }
}
