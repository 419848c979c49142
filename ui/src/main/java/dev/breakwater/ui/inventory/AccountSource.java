package dev.breakwater.ui.inventory;

import dev.breakwater.central.inventory.ServiceAccountRow;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Service accounts as the present reader may see them. */
@Component
class AccountSource extends CentralSource<ServiceAccountRow> {

    AccountSource(Lists lists, ListDefinition<ServiceAccountRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("service account", "service accounts"));
    }

    @Override
    public UUID idOf(ServiceAccountRow row) {
        return row.id();
    }

    @Override
    public String nameOf(ServiceAccountRow row) {
        return row.name() + " in " + row.namespace();
    }

    @Override
    public Instant newSince(ServiceAccountRow row) {
        return row.firstSeenAt();
    }
}
