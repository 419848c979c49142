package dev.breakwater.central.notification.internal.target;

import dev.breakwater.central.notification.BucketSettings;
import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.EmailSettings.Tls;
import dev.breakwater.central.notification.NotifierDraft;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.WebhookSettings;
import dev.breakwater.central.platform.InvalidRequest;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the settings of a target, before anything is kept or sent. */
public final class NotifierCheck {

    static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,62}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.:-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");
    private static final Pattern USER = Pattern.compile("[^\\p{Cntrl}]{0,200}");
    private static final Pattern SECRET = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,50}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9._-]{0,99}/){0,10}");
    private static final Pattern ACCESS_KEY = Pattern.compile("[A-Za-z0-9._+=/@-]{1,128}");
    private static final int SHORTEST_KEY = 16;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_ADDRESS = 254;
    private static final int MOST_RECEIVERS = 50;
    private static final int MAX_PORT = 65_535;

    private NotifierCheck() {}

    static void check(NotifierDraft draft) {
        if (!NAME.matcher(draft.name()).matches()) {
            throw new InvalidRequest(
                    "name", draft.name(), "1 to 63 letters, digits, spaces and . _ -, the first a letter or digit");
        }
        settings(draft);
        secret(draft.kind(), draft.secret());
    }

    private static void settings(NotifierDraft draft) {
        EmailSettings email = draft.email();
        WebhookSettings webhook = draft.webhook();
        BucketSettings bucket = draft.bucket();
        switch (draft.kind()) {
            case EMAIL -> {
                if (email == null || webhook != null || bucket != null) {
                    throw new InvalidRequest("email", given(email), "the settings of mail");
                }
                email(email);
            }
            case WEBHOOK -> {
                if (webhook == null || email != null || bucket != null) {
                    throw new InvalidRequest("webhook", given(webhook), "the address to call");
                }
                url("webhook/url", webhook.url());
            }
            case S3 -> {
                if (bucket == null || email != null || webhook != null) {
                    throw new InvalidRequest("bucket", given(bucket), "the settings of a bucket");
                }
                bucket(bucket);
            }
        }
    }

    private static String given(@Nullable Object settings) {
        return settings == null ? "" : "others as well";
    }

    private static void bucket(BucketSettings bucket) {
        URI endpoint = url("bucket/endpoint", bucket.endpoint());
        if (endpoint.getRawQuery() != null) {
            throw new InvalidRequest(
                    "bucket/endpoint", bucket.endpoint(), "an address such as https://s3.example.com, without ?");
        }
        require(REGION, "bucket/region", bucket.region(), "a region such as eu-central-1");
        require(BUCKET, "bucket/bucket", bucket.bucket(), "3 to 63 of a-z, 0-9, . and -");
        require(
                PREFIX,
                "bucket/prefix",
                bucket.prefix(),
                "nothing, or a path such as breakwater/reports/ that ends in /");
        require(ACCESS_KEY, "bucket/accessKey", bucket.accessKey(), "1 to 128 letters, digits and . _ + = / @ -");
    }

    private static void require(Pattern pattern, String field, String value, String allowed) {
        if (!pattern.matcher(value).matches()) {
            throw new InvalidRequest(field, value, allowed);
        }
    }

    private static void secret(NotifierKind kind, @Nullable String secret) {
        if (secret == null || (secret.isEmpty() && kind == NotifierKind.EMAIL)) {
            return;
        }
        if (!SECRET.matcher(secret).matches() || (kind == NotifierKind.WEBHOOK && secret.length() < SHORTEST_KEY)) {
            throw new InvalidRequest(
                    "secret",
                    "of " + secret.length() + " characters",
                    kind == NotifierKind.WEBHOOK
                            ? SHORTEST_KEY + " to 200 characters of one line"
                            : "up to 200 characters of one line");
        }
    }

    private static void email(EmailSettings email) {
        if (!HOST.matcher(email.host()).matches()) {
            throw new InvalidRequest("email/host", email.host(), "a name such as mail.example.com, or an address");
        }
        if (email.port() < 1 || email.port() > MAX_PORT) {
            throw new InvalidRequest("email/port", String.valueOf(email.port()), "1 to " + MAX_PORT);
        }
        if (!USER.matcher(email.username()).matches()) {
            throw new InvalidRequest("email/username", email.username(), "up to 200 characters of one line");
        }
        if (email.tls() == Tls.NONE && !email.username().isEmpty()) {
            throw new InvalidRequest(
                    "email/tls",
                    "NONE",
                    "STARTTLS or IMPLICIT where there is a user: a password is never sent in the clear");
        }
        address("email/from", email.from());
        receivers("email/to", email.to());
    }

    /**
     * Addresses as people write them, with commas, semicolons or spaces between them.
     *
     * @throws InvalidRequest if one is none, or there are too many or none at all
     */
    public static List<String> receivers(String field, String told) {
        List<String> to = Arrays.stream(told.split("[,;\\s]+"))
                .filter(address -> !address.isEmpty())
                .toList();
        receivers(field, to);
        return to;
    }

    private static void receivers(String field, List<String> to) {
        if (to.isEmpty() || to.size() > MOST_RECEIVERS) {
            throw new InvalidRequest(field, to.size() + " addresses", "1 to " + MOST_RECEIVERS);
        }
        to.forEach(address -> address(field, address));
    }

    /** One address without a name: {@code ops@example.com}. Nothing that could begin another header or receiver. */
    private static void address(String field, String address) {
        boolean fits = address.length() <= LONGEST_ADDRESS
                && address.indexOf('@') > 0
                && address.chars()
                        .noneMatch(c -> c <= ' ' || c == ',' || c == ';' || c == '<' || c == '>' || c >= 0x7f);
        if (fits) {
            try {
                new InternetAddress(address, true).validate();
                return;
            } catch (AddressException e) {
                // Told below, as what does not even look like one.
            }
        }
        throw new InvalidRequest(field, address, "an address such as ops@example.com");
    }

    static URI url(String field, String url) {
        String allowed = "an address such as https://hooks.example.com/breakwater, without user, password and #";
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean fits = url.length() <= LONGEST_URL
                    && (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() <= MAX_PORT;
            if (fits) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw new InvalidRequest(field, url, allowed);
    }
}
