package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.OwnerRow;
import dev.breakwater.ui.part.Noun;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** By owner. */
@Component
@Scope(BeanDefinition.SCOPE_PROTOTYPE)
class OwnerSource extends KeyedSource<OwnerRow> {

    /** A team may have a row for each sort of workloads. */
    private static final String PLATFORM = "p";

    private static final String USER = "u";

    OwnerSource(Lists lists, ListDefinition<OwnerRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("owner", "owners"));
    }

    @Override
    String keyOf(OwnerRow row) {
        return (row.platform() ? PLATFORM : USER) + row.team();
    }

    @Override
    String filterOf(String key) {
        return term("owner", key.substring(1));
    }

    @Override
    public String nameOf(OwnerRow row) {
        return (row.team().isEmpty() ? "nobody" : row.team()) + (row.platform() ? ", platform" : "");
    }
}
