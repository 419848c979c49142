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

    OwnerSource(Lists lists, ListDefinition<OwnerRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("owner", "owners"));
    }

    @Override
    String keyOf(OwnerRow row) {
        return row.team();
    }

    @Override
    String filterOf(String key) {
        return term("owner", key);
    }

    @Override
    public String nameOf(OwnerRow row) {
        return row.team().isEmpty() ? "nobody" : row.team();
    }
}
