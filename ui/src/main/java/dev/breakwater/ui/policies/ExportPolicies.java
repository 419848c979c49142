package dev.breakwater.ui.policies;

import com.vaadin.flow.component.UI;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.BulkTask;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Hands out policies as one YAML file, which the import, {@code bwctl} and REST take. */
final class ExportPolicies implements BulkAction {

    private final Supplier<List<StoredPolicy>> policies;

    ExportPolicies(Supplier<List<StoredPolicy>> policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return "Export";
    }

    @Override
    public String icon() {
        return "download";
    }

    @Override
    public boolean asks() {
        return false;
    }

    @Override
    public void runAtOnce(List<UUID> ids) {
        Set<UUID> chosen = new HashSet<>(ids);
        List<Policy> found = policies.get().stream()
                .map(StoredPolicy::policy)
                .filter(policy -> chosen.contains(policy.id()))
                .toList();
        download(found.size() == 1 ? fileName(found.getFirst()) : "policies.yaml", PolicyDocument.toYaml(found));
    }

    /** The browser makes the file of the text; it is bounded by the number of policies. */
    private static void download(String name, String text) {
        UI.getCurrent().getPage().executeJs("""
                        const link = document.createElement('a');
                        link.href = URL.createObjectURL(new Blob([$1], {type: 'application/yaml'}));
                        link.download = $0;
                        link.click();
                        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
                        """, name, text);
    }

    private static String fileName(Policy policy) {
        String plain = policy.name()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return (plain.isEmpty() ? "policy" : plain.substring(0, Math.min(80, plain.length()))) + ".yaml";
    }

    @Override
    public BulkTask prepare(List<UUID> ids) {
        throw new IllegalStateException("an export is done at once");
    }
}
