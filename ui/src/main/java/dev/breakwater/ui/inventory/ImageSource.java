package dev.breakwater.ui.inventory;

import dev.breakwater.central.images.ImageRow;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Images as the present reader may see them. */
@Component
class ImageSource extends CentralSource<ImageRow> {

    ImageSource(Lists lists, ListDefinition<ImageRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("image", "images"));
    }

    @Override
    public UUID idOf(ImageRow row) {
        return row.id();
    }

    @Override
    public String nameOf(ImageRow row) {
        return row.name();
    }

    @Override
    public Instant newSince(ImageRow row) {
        return row.firstSeenAt();
    }
}
