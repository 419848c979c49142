package dev.breakwater.ui.notifications;

import dev.breakwater.central.notification.Deliveries;
import dev.breakwater.central.notification.Delivery;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.LiveUpdates;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The deliveries, for administrators only. */
@Component
class DeliverySource extends CentralSource<Delivery> {

    private final Deliveries deliveries;

    DeliverySource(Lists lists, ListDefinition<Delivery> definition, Readers readers, Deliveries deliveries) {
        super(lists, definition, readers, new Noun("message", "messages"));
        this.deliveries = deliveries;
    }

    @Override
    public Page<Delivery> page(ListRequest request) {
        return deliveries.list(request, reader());
    }

    @Override
    public UUID idOf(Delivery row) {
        return row.id();
    }

    @Override
    public String nameOf(Delivery row) {
        return row.title();
    }

    @Override
    public Set<LiveUpdates.Topic> topics() {
        return EnumSet.of(LiveUpdates.Topic.TIME);
    }

    @Override
    public Instant newSince(Delivery row) {
        return row.createdAt();
    }

    @Override
    public String newestFirst() {
        return "-createdAt";
    }
}
