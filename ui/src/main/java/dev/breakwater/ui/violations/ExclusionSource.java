package dev.breakwater.ui.violations;

import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.policy.ExclusionRow;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The exclusions that people made. */
@Component
class ExclusionSource extends CentralSource<ExclusionRow> {

    ExclusionSource(Lists lists, ListDefinition<ExclusionRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("exclusion", "exclusions"));
    }

    @Override
    public UUID idOf(ExclusionRow row) {
        return row.id();
    }

    @Override
    public String nameOf(ExclusionRow row) {
        return row.policy() + ", " + ScopeWords.of(row.scope());
    }

    @Override
    public Instant newSince(ExclusionRow row) {
        return row.createdAt();
    }

    @Override
    public String newestFirst() {
        return "-createdAt";
    }
}
