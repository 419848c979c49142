package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Parcel;
import dev.breakwater.central.notification.Parcels;
import dev.breakwater.central.notification.internal.target.NotifierCheck;
import dev.breakwater.central.notification.internal.target.NotifierTable;
import dev.breakwater.central.notification.internal.target.Target;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class SentParcels implements Parcels {

    private static final Logger LOG = LoggerFactory.getLogger(SentParcels.class);

    private final NotifierTable table;
    private final Map<NotifierKind, Channel> channels = new EnumMap<>(NotifierKind.class);
    private final Clock clock;

    SentParcels(NotifierTable table, List<Channel> channels, Clock clock) {
        this.table = table;
        channels.forEach(channel -> this.channels.put(channel.kind(), channel));
        this.clock = clock;
    }

    @Override
    public Optional<Notifier> find(String target) {
        return table.find(target);
    }

    @Override
    public List<String> receivers(String field, String told) {
        return NotifierCheck.receivers(field, told);
    }

    @Override
    public String bring(String target, Parcel parcel) throws Failed {
        Notifier notifier =
                find(target).orElseThrow(() -> new Failed("There is no target " + target + " any more.", true));
        if (!notifier.enabled()) {
            throw new Failed("The target " + notifier.name() + " is switched off.", false);
        }
        Target whole = table.target(notifier.id())
                .orElseThrow(() -> new Failed("There is no target " + target + " any more.", true));
        Channel channel = channels.get(whole.kind());
        if (channel == null) {
            throw new Failed("Nothing sends to targets of the kind " + whole.kind() + ".", true);
        }
        if (whole.misses()) {
            throw new Failed("Its secret has to be set anew: an import brings none.", false);
        }
        try {
            return channel.bring(whole, parcel, clock.instant());
        } catch (DeliveryFailed e) {
            throw new Failed(e.words(), false);
        } catch (RuntimeException e) {
            LOG.error("files could not be brought: target={} parcel={}", whole.id(), parcel.id(), e);
            throw new Failed("It failed unexpectedly: " + e.getClass().getSimpleName() + ".", false);
        }
    }
}
