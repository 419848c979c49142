package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.BucketSettings;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Parcel;
import dev.breakwater.central.notification.internal.target.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Puts objects into a bucket, signed by Signature Version 4 with a digest of the content. An object is never written over: who
 * tries again finds that it is there. Only the signature is Amazon's code; the connection is the one of all targets, so that the
 * same addresses are refused and the same certificates trusted.
 */
@Component
class S3Channel implements Channel {

    private static final Duration FOR_FILES = Duration.ofMinutes(5);
    private static final int THERE_ALREADY = 412;
    private static final int WRITTEN_BY_OTHERS = 409;

    private final GuardedHttp http;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    S3Channel(GuardedHttp http) {
        this.http = http;
    }

    private interface Opened {
        InputStream open() throws IOException;
    }

    private record Put(String key, String mediaType, long size, Opened content) {}

    @Override
    public NotifierKind kind() {
        return NotifierKind.S3;
    }

    @Override
    public String send(Target target, Outgoing outgoing) throws DeliveryFailed {
        byte[] body = outgoing.message().getBytes(StandardCharsets.UTF_8);
        String key = "notifications/" + outgoing.id() + ".json";
        return put(
                target,
                new Put(key, "application/json", body.length, () -> new ByteArrayInputStream(body)),
                outgoing.at(),
                http.usual());
    }

    @Override
    public String bring(Target target, Parcel parcel, Instant at) throws DeliveryFailed {
        String last = "";
        for (Parcel.Content file : parcel.files()) {
            String key = parcel.folder() + "/" + file.name();
            last = put(target, new Put(key, file.mediaType(), file.size(), file::open), at, FOR_FILES);
        }
        BucketSettings bucket = Objects.requireNonNull(target.bucket());
        return parcel.files().size() + " objects are in " + bucket.bucket() + "/" + bucket.prefix() + parcel.folder()
                + "/ (" + last + ")";
    }

    private String put(Target target, Put put, Instant at, Duration limit) throws DeliveryFailed {
        BucketSettings bucket = Objects.requireNonNull(target.bucket());
        URI uri = address(bucket, put.key());
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.PUT)
                .uri(uri)
                .putHeader("Content-Type", put.mediaType())
                .putHeader("If-None-Match", "*")
                .build();
        SdkHttpRequest signed = signer.sign(
                        request -> request.identity(AwsCredentialsIdentity.create(bucket.accessKey(), target.secret()))
                                .request(unsigned)
                                .payload(ContentStreamProvider.fromInputStreamSupplier(() -> opened(put)))
                                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                                .putProperty(AwsV4HttpSigner.REGION_NAME, bucket.region())
                                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)))
                .request();
        HttpPut request = new HttpPut(uri);
        signed.forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> request.addHeader(name, value));
            }
        });
        try (InputStream content = put.content().open()) {
            request.setEntity(new InputStreamEntity(content, put.size(), ContentType.parse(put.mediaType())));
            GuardedHttp.Answer answer = http.call(request, limit);
            return answer.status() == THERE_ALREADY || answer.status() == WRITTEN_BY_OTHERS
                    ? "it was there already"
                    : GuardedHttp.taken(answer);
        } catch (IOException e) {
            throw new DeliveryFailed("The file for " + put.key() + " cannot be read.", false);
        }
    }

    private static InputStream opened(Put put) {
        try {
            return put.content().open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bucket in the path. */
    private static URI address(BucketSettings bucket, String key) {
        String endpoint = bucket.endpoint().replaceAll("/+$", "");
        return URI.create(endpoint + "/" + bucket.bucket() + "/" + escaped(bucket.prefix() + key));
    }

    /** As the signature asks: all but unreserved characters (RFC 3986 §2.3) and the {@code /} between folders. */
    private static String escaped(String key) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "-._~/".indexOf(b) >= 0;
            escaped.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
        }
        return escaped.toString();
    }
}
