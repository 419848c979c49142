package dev.breakwater.ui.notifications;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.notification.BucketSettings;
import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.EmailSettings.Tls;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.Notifier.Deliverability;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.ArrayList;
import java.util.List;

/** What is said of a target. */
final class TargetWords {

    private TargetWords() {}

    static String kind(NotifierKind kind) {
        return switch (kind) {
            case EMAIL -> "E-mail";
            case WEBHOOK -> "Webhook";
            case S3 -> "Bucket (S3)";
        };
    }

    static String tls(Tls tls) {
        return switch (tls) {
            case STARTTLS -> "STARTTLS (usually port 587)";
            case IMPLICIT -> "TLS from the first byte (usually port 465)";
            case NONE -> "none: only without a password";
        };
    }

    /** Where messages end. */
    static String where(Notifier notifier) {
        EmailSettings email = notifier.email();
        if (email != null) {
            String to = email.to().size() == 1
                    ? email.to().getFirst()
                    : email.to().getFirst() + " and " + (email.to().size() - 1) + " more";
            return to + " by " + email.host() + ":" + email.port();
        }
        BucketSettings bucket = notifier.bucket();
        if (bucket != null) {
            return bucket.bucket() + "/" + bucket.prefix() + " at " + bucket.endpoint();
        }
        return notifier.webhook() == null ? "" : notifier.webhook().url();
    }

    /** How it goes, in a mark and words. */
    static Div state(Notifier notifier) {
        Deliverability how = notifier.deliverability();
        if (!notifier.enabled()) {
            return marked(Markup.icon("cross"), "switched off");
        }
        if (notifier.secretMissing()) {
            return marked(
                    severity("medium"), notifier.kind() == NotifierKind.EMAIL ? "needs its password" : "needs its key");
        }
        if (how.lastFailedAt() != null) {
            return marked(severity("critical"), "takes nothing");
        }
        return how.lastDeliveredAt() == null
                ? marked(Markup.text("bw-hatch-mark", ""), "not used yet")
                : marked(Markup.icon("check"), "takes messages");
    }

    private static Div marked(Span mark, String words) {
        return Markup.box("bw-reading-state", mark, Markup.text("", words));
    }

    private static Span severity(String css) {
        Span mark = Markup.text("bw-sev bw-sev-" + css, "");
        mark.add(Markup.text("bw-shape", ""));
        return mark;
    }

    /** What happened last, and what waits. */
    static String last(Notifier notifier, TimeWords times) {
        Deliverability how = notifier.deliverability();
        List<String> parts = new ArrayList<>();
        if (how.lastFailedAt() != null) {
            parts.add("failed " + times.ago(how.lastFailedAt()) + ": " + how.lastError());
        } else if (how.lastDeliveredAt() != null) {
            parts.add("delivered " + times.ago(how.lastDeliveredAt()));
        }
        if (how.waiting() > 0) {
            parts.add(Counted.of(how.waiting(), "message waits", "messages wait"));
        }
        if (how.dead() > 0) {
            parts.add(Counted.of(how.dead(), "was given up", "were given up"));
        }
        return String.join("; ", parts);
    }
}
