package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.ComponentRow;
import dev.breakwater.ui.part.Noun;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** By component. */
@Component
@Scope(BeanDefinition.SCOPE_PROTOTYPE)
class ComponentSource extends KeyedSource<ComponentRow> {

    ComponentSource(Lists lists, ListDefinition<ComponentRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("component", "components"));
    }

    @Override
    String keyOf(ComponentRow row) {
        return row.packageId() + "\n" + row.name() + "\n" + row.version();
    }

    @Override
    String filterOf(String key) {
        String[] parts = key.split("\n", -1);
        return term("component", parts[1]) + " " + term("version", parts[2]);
    }

    @Override
    public String nameOf(ComponentRow row) {
        return row.name() + " " + row.version();
    }
}
