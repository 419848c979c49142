package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.VulnerableImageRow;
import dev.breakwater.ui.part.Noun;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** By image. */
@Component
@Scope(BeanDefinition.SCOPE_PROTOTYPE)
class VulnerableImageSource extends KeyedSource<VulnerableImageRow> {

    VulnerableImageSource(Lists lists, ListDefinition<VulnerableImageRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("image", "images"));
    }

    @Override
    String keyOf(VulnerableImageRow row) {
        return row.digest();
    }

    @Override
    String filterOf(String key) {
        return term("digest", key);
    }

    @Override
    public String nameOf(VulnerableImageRow row) {
        return name(row);
    }

    /** One of its names without its digest, else that. */
    static String name(VulnerableImageRow row) {
        if (row.names().isEmpty()) {
            return row.digest();
        }
        String name = row.names().getFirst();
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }
}
