package dev.breakwater.ui.registries;

import dev.breakwater.central.images.RegistryImage;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.LiveUpdates;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What registries hold, as the present reader may see it. */
@Component
class RegistryImageSource extends CentralSource<RegistryImage> {

    RegistryImageSource(Lists lists, ListDefinition<RegistryImage> definition, Readers readers) {
        super(lists, definition, readers, new Noun("image", "images"));
    }

    @Override
    public UUID idOf(RegistryImage row) {
        return row.id();
    }

    @Override
    public String nameOf(RegistryImage row) {
        return row.name();
    }

    @Override
    public Instant newSince(RegistryImage row) {
        return row.firstSeenAt();
    }

    @Override
    public Set<LiveUpdates.Topic> topics() {
        return EnumSet.of(LiveUpdates.Topic.TIME);
    }
}
