package dev.breakwater.ui.violations;

import dev.breakwater.central.detection.AcceptanceRow;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people bear until a date. */
@Component
class AcceptanceSource extends CentralSource<AcceptanceRow> {

    AcceptanceSource(Lists lists, ListDefinition<AcceptanceRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("acceptance", "acceptances"));
    }

    @Override
    public UUID idOf(AcceptanceRow row) {
        return row.id();
    }

    @Override
    public String nameOf(AcceptanceRow row) {
        return row.reason();
    }

    @Override
    public Instant newSince(AcceptanceRow row) {
        return row.acceptedAt();
    }

    @Override
    public String newestFirst() {
        return "-acceptedAt";
    }
}
