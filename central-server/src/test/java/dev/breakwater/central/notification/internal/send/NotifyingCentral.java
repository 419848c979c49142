package dev.breakwater.central.notification.internal.send;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.breakwater.central.fleet.internal.LinkProperties;
import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.EmailSettings.Tls;
import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.NotificationRule;
import dev.breakwater.central.notification.NotificationRules;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.NotifierDraft;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.central.notification.WebhookSettings;
import dev.breakwater.central.notification.internal.outbox.FleetWatcher;
import dev.breakwater.central.notification.internal.outbox.Gatherer;
import dev.breakwater.central.system.SystemProperties;
import dev.breakwater.central.testing.JudgingCentral;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;

/**
 * From a received batch to mail and requests that arrive: {@link JudgingCentral} with everything of notifications, a real mail
 * server and a real receiver. What runs by the clock is run by the test.
 */
final class NotifyingCentral implements AfterAllCallback {

    static final String KEY = "0123456789abcdef-key";
    static final Duration GATHER = Duration.ofSeconds(10);
    static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JudgingCentral central;
    private final Receiver receiver = Receiver.plain();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private NotifyingCentral(Map<String, Object> properties) {
        mail.start();
        Map<String, Object> all = new HashMap<>(Map.of(
                "breakwater.master-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "breakwater.system.public-url", "https://breakwater.example.com",
                "breakwater.notifications.workers", 0,
                "breakwater.notifications.timeout", "5s",
                "breakwater.notifications.allowed-targets", "127.0.0.0/8"));
        all.putAll(properties);
        central = JudgingCentral.quiet(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("notifying", all));
            context.register(Wiring.class);
        });
    }

    static NotifyingCentral started() {
        return new NotifyingCentral(Map.of());
    }

    static NotifyingCentral started(Map<String, Object> properties) {
        return new NotifyingCentral(properties);
    }

    JudgingCentral central() {
        return central;
    }

    Receiver receiver() {
        return receiver;
    }

    GreenMail mail() {
        return mail;
    }

    /** Forgets everything of before, so that tests do not meet. */
    void clear() {
        for (String table : List.of(
                "notification_items",
                "notification_groups",
                "notification_deliveries",
                "notification_watch",
                "notification_rules",
                "notifiers")) {
            central.jdbc().sql("delete from " + table).update();
        }
        receiver.clear();
        try {
            mail.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
        // Out of every window of before.
        central.clock().advance(Duration.ofHours(2));
    }

    Notifier webhook() {
        return webhook(receiver.url());
    }

    Notifier webhook(String url) {
        return central.bean(Notifiers.class)
                .create(new NotifierDraft(
                        "hook " + NUMBER.incrementAndGet(),
                        NotifierKind.WEBHOOK,
                        true,
                        null,
                        new WebhookSettings(url),
                        KEY));
    }

    Notifier email() {
        return central.bean(Notifiers.class)
                .create(new NotifierDraft(
                        "mail " + NUMBER.incrementAndGet(),
                        NotifierKind.EMAIL,
                        true,
                        new EmailSettings(
                                "127.0.0.1",
                                mail.getSmtp().getPort(),
                                Tls.NONE,
                                "",
                                "breakwater@example.com",
                                List.of("ops@example.com")),
                        null,
                        null));
    }

    /** A rule for everything. */
    NotificationRule everythingTo(Notifier... targets) {
        return rule(new RuleDraft(
                "everything " + NUMBER.incrementAndGet(),
                true,
                Set.of(NotificationEvent.values()),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(targets).stream().map(Notifier::id).toList(),
                false,
                false));
    }

    NotificationRule rule(RuleDraft draft) {
        return central.bean(NotificationRules.class).create(draft);
    }

    /** Lets the time pass that what happened is gathered in, and makes messages of it. */
    int gather() {
        central.clock().advance(GATHER);
        return central.bean(Gatherer.class).gather();
    }

    /** Sends all that is due. */
    int send() {
        int sent = 0;
        while (central.bean(Dispatcher.class).sendOne()) {
            sent++;
        }
        return sent;
    }

    void watch() {
        central.bean(FleetWatcher.class).look();
    }

    long count(String table) {
        return central.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        mail.stop();
        receiver.close();
        central.close();
    }

    @ComponentScan(
            basePackages = "dev.breakwater.central.notification",
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*|.*(Test|IT|Central)(\\$.*)?"))
    @ComponentScan(
            basePackages = "dev.breakwater.central.sealing.internal",
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Test|IT)(\\$.*)?"))
    @ComponentScan(
            basePackages = {"dev.breakwater.central.fleet.internal", "dev.breakwater.central.audit.internal"},
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(WatchedClusters|AuthorityConfiguration|AuthorityStore|JdbcAuditDigests)"))
    @EnableConfigurationProperties({LinkProperties.class, SystemProperties.class})
    static class Wiring {}
}
