package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.FindingRow;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.central.vulnerabilities.Vulnerabilities.View;
import dev.breakwater.ui.part.Noun;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Single findings. */
@Component
@Scope(BeanDefinition.SCOPE_PROTOTYPE)
class FindingSource extends KeyedSource<FindingRow> {

    private static final char PARTED = '\n';

    private final Vulnerabilities vulnerabilities;

    FindingSource(
            Vulnerabilities vulnerabilities, Lists lists, ListDefinition<FindingRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("finding", "findings"));
        this.vulnerabilities = vulnerabilities;
    }

    /** Whose key this is. */
    static String vulnerability(String key) {
        return key.substring(0, key.indexOf(PARTED));
    }

    @Override
    public Page<FindingRow> page(ListRequest request) {
        return vulnerabilities.findings(request, reader());
    }

    /** Whether a filter leaves so few that they can be read. */
    boolean isNarrow(String q) {
        return vulnerabilities.isNarrow(View.FINDINGS, q);
    }

    @Override
    public int count(String q) {
        return !isNarrow(q) ? 0 : vulnerabilities.count(View.FINDINGS, q, reader());
    }

    @Override
    String keyOf(FindingRow row) {
        return row.finding().vulnerability() + PARTED + row.id();
    }

    @Override
    String filterOf(String key) {
        return term("cve", vulnerability(key));
    }

    @Override
    public String nameOf(FindingRow row) {
        return row.finding().vulnerability() + " in " + row.workload().name();
    }
}
