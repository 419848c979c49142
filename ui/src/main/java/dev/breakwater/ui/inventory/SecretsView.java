package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.inventory.ClusterGrants;
import dev.breakwater.central.inventory.SecretRow;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;

/** The secrets by what they are, who uses them and who may read them; never by what is in them. */
@Route(InventoryNavigation.SECRETS)
@PageTitle("Secrets · Breakwater")
@PermitAll
class SecretsView extends InventoryList<SecretRow> {

    private final ClusterGrants grants;

    SecretsView(SecretSource secrets, ClusterGrants grants, ListServices services) {
        super(
                secrets,
                InventoryNavigation.SECRETS,
                "Secrets",
                "What there is, who uses it and who may read it. Values never leave the cluster.",
                "name",
                services);
        this.grants = grants;
    }

    @Override
    protected void columns(DataGrid<SecretRow> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "Secret",
                                "<span class=\"bw-object\" title=\"${item.name}\"><span class=\"bw-icon bw-icon-key\"></span>"
                                        + "<span>${item.name}</span></span>",
                                Map.of("name", SecretRow::name)),
                        "name")
                .setWidth("220px")
                .setFlexGrow(3)
                .setRowHeader(true);
        grid.text("Namespace", "namespace", "130px", SecretRow::namespace);
        grid.text("Cluster", "cluster", "110px", SecretRow::cluster);
        grid.text("Type", "", "200px", SecretRow::type).setFlexGrow(2);
        grid.text("Used by", "", "160px", SecretsView::users).setFlexGrow(2);
        grid.text("Certificate ends", "", "130px", row -> certificate(row, times))
                .setFlexGrow(0);
        grid.text("Keys", "", "180px", row -> String.join(", ", row.keys())).setVisible(false);
    }

    @Override
    protected NarrowRow<SecretRow> narrow() {
        return new NarrowRow<>(
                row -> "", SecretRow::name, row -> row.namespace() + " in " + row.cluster(), SecretsView::users);
    }

    @Override
    protected Component detail(Opened<SecretRow> opened) {
        SecretRow row = opened.row();
        TimeWords times = times();
        FactPane pane = new FactPane(
                        opened, "secret", "key", row.name(), List.of(row.namespace(), row.cluster()), this::openRow)
                .fact("Type", row.type())
                .fact("Keys", row.keys().isEmpty() ? "none" : String.join(", ", row.keys()))
                .fact("Certificate ends", certificate(row, times));
        if (!row.certificateSubject().isEmpty()) {
            pane.fact("Certificate of", row.certificateSubject());
        }
        if (!row.registries().isEmpty()) {
            pane.fact("Signs in to", String.join(", ", row.registries()));
        }
        return pane.fact("First seen", times.exact(row.firstSeenAt()))
                .section("Who uses it", users(row, "No workload mounts it, reads it or pulls images with it."))
                .section(
                        "Who may read it",
                        new GrantList(
                                grants.readersOfSecret(row.id(), source().reader()),
                                "No binding lets anybody read it through the API of the cluster.",
                                grant -> grant.subject()),
                        Markup.paragraph("Whoever may start a pod in " + row.namespace() + " can mount it besides."));
    }

    private static Div users(SecretRow row, String none) {
        Div users = new Div();
        if (row.usedBy().isEmpty()) {
            users.add(Markup.paragraph(none));
            return users;
        }
        Div tags = Markup.box("bw-tags");
        row.usedBy().forEach(user -> tags.add(Markup.text("bw-tag", user)));
        String q = new FilterExpression(List.of())
                .and("cluster", row.cluster())
                .and("namespace", row.namespace())
                .and("secret", row.name())
                .toString();
        users.add(
                tags,
                Markup.text("", " "),
                Markup.link(InventoryNavigation.filtered(q) + "&scope=workloads:all", "As a list"));
        return users;
    }

    private static String users(SecretRow row) {
        return row.usedBy().size() == 1
                ? row.usedBy().getFirst()
                : row.usedBy().isEmpty()
                        ? "nobody"
                        : Counted.number(row.usedBy().size()) + " workloads";
    }

    private static String certificate(SecretRow row, TimeWords times) {
        return row.certificateExpiresAt() == null ? "none" : times.minute(row.certificateExpiresAt());
    }
}
