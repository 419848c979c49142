package dev.breakwater.manifests.redaction;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets that are known by their looks, anywhere in a text. Every repetition is bounded, so that hostile texts cost little. */
public final class TokenShapes {

    private record Shape(String kind, Pattern form) {}

    private static final List<Shape> SHAPES = List.of(
            shape("private-key", "-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY"),
            shape("private-key", "AGE-SECRET-KEY-1[0-9A-Z]{20}"),
            shape("jwt", "\\beyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{10}"),
            shape("aws-key", "\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\\b"),
            shape("github-token", "\\bgh[pousr]_[A-Za-z0-9]{20}|\\bgithub_pat_[A-Za-z0-9_]{20}"),
            shape("gitlab-token", "\\bgl(?:pat|dt|rt|cbt|ptt|ft|soat)-[A-Za-z0-9_-]{16}"),
            shape("slack-token", "\\bxox[abeoprs]-[A-Za-z0-9-]{10}|\\bxapp-\\d-[A-Za-z0-9-]{10}"),
            shape("webhook", "hooks\\.slack\\.com/(?:services|workflows|triggers)/[A-Za-z0-9]"),
            shape("webhook", "discord(?:app)?\\.com/api/webhooks/\\d"),
            shape("google-key", "\\bAIza[0-9A-Za-z_-]{35}|\\bya29\\.[0-9A-Za-z_-]{20}"),
            shape("payment-key", "\\b(?:sk|rk)_(?:live|test)_[0-9A-Za-z]{10}|\\bwhsec_[0-9A-Za-z]{16}"),
            shape("package-token", "\\bnpm_[A-Za-z0-9]{30}|\\bpypi-[A-Za-z0-9_-]{20}|\\brubygems_[0-9a-f]{40}"),
            shape("mail-key", "\\bSG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16}|\\bkey-[0-9a-f]{32}\\b"),
            shape("api-key", "\\bsk-(?:[a-z]{2,12}-)?[A-Za-z0-9_-]{20}|\\bhf_[A-Za-z0-9]{30}|\\bdop_v1_[0-9a-f]{40}"),
            shape("vault-token", "\\bhv[sbr]\\.[A-Za-z0-9_-]{20}"),
            shape("enrolment-token", "\\bbwe_[A-Za-z0-9_-]{8}"),
            shape(
                    "account-key",
                    "(?i)\\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)\\s{0,3}=\\s{0,3}[^;\\s]{8}"),
            shape("auth-header", "(?i)\\b(?:bearer|basic)\\s{1,3}(?![a-z]+\\b)[A-Za-z0-9+/_.=-]{12}"));

    /** User and password before the host; a reference to a variable in place of the password is none. */
    private static final Pattern URL_CREDENTIALS =
            Pattern.compile("\\b[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\\s/:@?#]{0,200}:([^\\s/@]{1,300})@");

    /** {@code user:password@tcp(host)}, as Go's database drivers write it. */
    private static final Pattern DRIVER_CREDENTIALS =
            Pattern.compile("[\\w.-]{1,100}:([^\\s@]{1,200})@(?:tcp|unix|udp)\\(");

    private TokenShapes() {}

    private static Shape shape(String kind, String form) {
        return new Shape(kind, Pattern.compile(form));
    }

    /** What sort of secret a text holds, if it holds a known one. */
    public static Optional<String> kindOf(String text) {
        for (Shape shape : SHAPES) {
            if (shape.form().matcher(text).find()) {
                return Optional.of(shape.kind());
            }
        }
        return credentials(URL_CREDENTIALS, text) || credentials(DRIVER_CREDENTIALS, text)
                ? Optional.of("url-credentials")
                : Optional.empty();
    }

    private static boolean credentials(Pattern form, String text) {
        Matcher found = form.matcher(text);
        while (found.find()) {
            if (!OrdinaryValues.isReference(found.group(1))) {
                return true;
            }
        }
        return false;
    }
}
