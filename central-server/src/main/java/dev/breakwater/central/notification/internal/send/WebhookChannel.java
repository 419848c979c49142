package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Parcel;
import dev.breakwater.central.notification.internal.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Posts the message, signed. */
@Component
class WebhookChannel implements Channel {

    /** The most bytes of files that a message carries; of more it tells names and digests only. */
    static final long MOST_CARRIED = 8L << 20;

    private static final Duration FOR_FILES = Duration.ofMinutes(2);

    private final GuardedHttp http;

    WebhookChannel(GuardedHttp http) {
        this.http = http;
    }

    @Override
    public NotifierKind kind() {
        return NotifierKind.WEBHOOK;
    }

    @Override
    public String send(Target target, Outgoing outgoing) throws DeliveryFailed {
        byte[] body = outgoing.message().getBytes(StandardCharsets.UTF_8);
        HttpPost request = request(target, body, outgoing.id(), outgoing.attempt(), outgoing.at());
        return GuardedHttp.taken(http.call(request, http.usual()));
    }

    @Override
    public String bring(Target target, Parcel parcel, Instant at) throws DeliveryFailed {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("version", 1);
        message.put("id", parcel.id());
        message.put("kind", "FILES");
        message.put("title", parcel.title());
        message.putAll(parcel.told());
        boolean carried = parcel.size() <= MOST_CARRIED;
        List<Map<String, Object>> files = new ArrayList<>();
        for (Parcel.Content file : parcel.files()) {
            files.add(file(file, carried));
        }
        message.put("files", files);
        byte[] body = JsonMapper.shared().writeValueAsBytes(message);
        return GuardedHttp.taken(http.call(request(target, body, parcel.id(), parcel.attempt(), at), FOR_FILES));
    }

    private static Map<String, Object> file(Parcel.Content file, boolean carried) throws DeliveryFailed {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", file.name());
        told.put("mediaType", file.mediaType());
        told.put("size", file.size());
        told.put("sha256", file.sha256());
        if (carried) {
            try (InputStream in = file.open()) {
                told.put("content", in.readAllBytes());
            } catch (IOException e) {
                throw new DeliveryFailed("The file " + file.name() + " cannot be read.", false);
            }
        }
        return told;
    }

    private static HttpPost request(Target target, byte[] body, UUID id, int attempt, Instant at) {
        URI uri = URI.create(Objects.requireNonNull(target.webhook()).url());
        long timestamp = at.getEpochSecond();
        HttpPost request = new HttpPost(uri);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        request.setHeader("Breakwater-Id", id.toString());
        request.setHeader("Breakwater-Attempt", String.valueOf(attempt));
        request.setHeader("Breakwater-Timestamp", String.valueOf(timestamp));
        request.setHeader("Breakwater-Signature", Signature.of(target.secret(), timestamp, body));
        return request;
    }
}
