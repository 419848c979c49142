package dev.breakwater.ui.checks;

import dev.breakwater.central.checks.GateRun;
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

/** Kept checks as the present reader may see them. */
@Component
class CheckSource extends CentralSource<GateRun> {

    CheckSource(Lists lists, ListDefinition<GateRun> definition, Readers readers) {
        super(lists, definition, readers, new Noun("check", "checks"));
    }

    @Override
    public UUID idOf(GateRun row) {
        return row.id();
    }

    @Override
    public String nameOf(GateRun row) {
        return GateWords.source(row);
    }

    @Override
    public Instant newSince(GateRun row) {
        return row.at();
    }

    @Override
    public String newestFirst() {
        return "-at";
    }

    @Override
    public Set<LiveUpdates.Topic> topics() {
        return EnumSet.of(LiveUpdates.Topic.PEOPLE);
    }
}
