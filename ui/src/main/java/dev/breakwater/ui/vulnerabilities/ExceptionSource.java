package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.LiveUpdates;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Exceptions as the present reader may see them. */
@Component("vulnerabilityExceptionSource")
class ExceptionSource extends CentralSource<ExceptionRow> {

    ExceptionSource(Lists lists, ListDefinition<ExceptionRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("exception", "exceptions"));
    }

    @Override
    public UUID idOf(ExceptionRow row) {
        return row.id();
    }

    @Override
    public String nameOf(ExceptionRow row) {
        return row.vulnerability();
    }

    @Override
    public Instant newSince(ExceptionRow row) {
        return row.requestedAt();
    }

    @Override
    public String newestFirst() {
        return "-requestedAt";
    }

    @Override
    public Set<LiveUpdates.Topic> topics() {
        return EnumSet.of(LiveUpdates.Topic.PEOPLE);
    }
}
