package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.TestOutcome;
import dev.breakwater.central.notification.internal.NotificationProperties;
import dev.breakwater.central.notification.internal.outbox.MessageComposer;
import dev.breakwater.central.notification.internal.send.DeliveryTable.Claimed;
import dev.breakwater.central.notification.internal.target.NotifierTable;
import dev.breakwater.central.notification.internal.target.Target;
import dev.breakwater.central.notification.internal.target.TestMessages;
import dev.breakwater.central.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what is due: claims one in a transaction, sends it outside of any, and settles it. Whoever dies between sending and
 * settling leaves a claim whose lease ends, and then it is sent again under the same id: at least once, never two at once.
 */
@Component
public class Dispatcher implements TestMessages {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final DeliveryTable table;
    private final NotifierTable notifiers;
    private final Map<NotifierKind, Channel> channels = new EnumMap<>(NotifierKind.class);
    private final MessageComposer composer;
    private final NotificationProperties properties;
    private final NotificationMetrics metrics;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Dispatcher(
            DeliveryTable table,
            NotifierTable notifiers,
            List<Channel> channels,
            MessageComposer composer,
            NotificationProperties properties,
            NotificationMetrics metrics,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.notifiers = notifiers;
        channels.forEach(channel -> this.channels.put(channel.kind(), channel));
        this.composer = composer;
        this.properties = properties;
        this.metrics = metrics;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Sends one message that is due.
     *
     * @return whether there was one
     */
    public boolean sendOne() {
        Claimed claimed = transaction.execute(status -> claim().orElse(null));
        if (claimed == null) {
            return false;
        }
        try {
            Target target = notifiers
                    .target(claimed.notifierId())
                    .orElseThrow(() -> new DeliveryFailed("The target was removed.", true));
            send(target, new Outgoing(claimed.id(), claimed.message(), claimed.attempt(), clock.instant()));
            table.delivered(claimed, clock.instant());
            metrics.delivered();
        } catch (DeliveryFailed e) {
            fail(claimed, e);
        }
        return true;
    }

    private Optional<Claimed> claim() {
        Instant now = clock.instant();
        return table.lockTarget(now).flatMap(target -> table.claim(target, now, now.plus(properties.lease())));
    }

    private String send(Target target, Outgoing outgoing) throws DeliveryFailed {
        if (target.misses()) {
            throw new DeliveryFailed("Its secret has to be set anew: an import brings none.", true);
        }
        Channel channel = channels.get(target.kind());
        if (channel == null) {
            throw new DeliveryFailed("Nothing sends to targets of the kind " + target.kind() + ".", true);
        }
        try {
            return channel.send(target, outgoing);
        } catch (RuntimeException e) {
            LOG.error("a notification failed unexpectedly: target={} delivery={}", target.id(), outgoing.id(), e);
            throw new DeliveryFailed("It failed unexpectedly: " + e.getClass().getSimpleName() + ".", false);
        }
    }

    private void fail(Claimed claimed, DeliveryFailed failure) {
        Instant now = clock.instant();
        boolean last = claimed.attempt() >= properties.tries()
                || claimed.createdAt().plus(properties.giveUpAfter()).isBefore(now) && claimed.attempt() > 1;
        Instant next = now.plus(new BackOff(properties.firstPause(), properties.longestPause())
                .after(claimed.attempt(), RandomGenerator.getDefault()));
        transaction.executeWithoutResult(status -> {
            table.failed(claimed, failure.words(), last ? null : next);
            if (failure.isUnreachable()) {
                table.holdBack(claimed.notifierId(), next);
            }
        });
        metrics.failed(last);
        LOG.warn(
                "notification not delivered: target={} delivery={} attempt={} givenUp={} error={}",
                claimed.notifierId(),
                claimed.id(),
                claimed.attempt(),
                last,
                failure.words());
    }

    @Override
    public TestOutcome send(Target target, String actor) {
        long started = System.nanoTime();
        Instant now = clock.instant();
        UUID id = Ids.newId(now);
        String message = JsonMapper.shared().writeValueAsString(composer.test(id, target.name(), actor, now));
        try {
            String answer = send(target, new Outgoing(id, message, 1, now));
            return new TestOutcome(true, answer, millisSince(started));
        } catch (DeliveryFailed e) {
            return new TestOutcome(false, e.words(), millisSince(started));
        }
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}
