package dev.breakwater.ui.registries;

import dev.breakwater.central.images.Scan;
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

/** Jobs that look inside images, as the present reader may see them. */
@Component
class ScanSource extends CentralSource<Scan> {

    ScanSource(Lists lists, ListDefinition<Scan> definition, Readers readers) {
        super(lists, definition, readers, new Noun("scan", "scans"));
    }

    @Override
    public UUID idOf(Scan row) {
        return row.id();
    }

    @Override
    public String nameOf(Scan row) {
        return row.image();
    }

    @Override
    public Instant newSince(Scan row) {
        return row.createdAt();
    }

    @Override
    public String newestFirst() {
        return "-createdAt";
    }

    @Override
    public Set<LiveUpdates.Topic> topics() {
        return EnumSet.of(LiveUpdates.Topic.TIME);
    }
}
