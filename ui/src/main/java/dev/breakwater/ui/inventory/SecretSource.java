package dev.breakwater.ui.inventory;

import dev.breakwater.central.inventory.SecretRow;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Secrets as the present reader may see them. */
@Component
class SecretSource extends CentralSource<SecretRow> {

    SecretSource(Lists lists, ListDefinition<SecretRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("secret", "secrets"));
    }

    @Override
    public UUID idOf(SecretRow row) {
        return row.id();
    }

    @Override
    public String nameOf(SecretRow row) {
        return row.name() + " in " + row.namespace();
    }

    @Override
    public Instant newSince(SecretRow row) {
        return row.firstSeenAt();
    }
}
