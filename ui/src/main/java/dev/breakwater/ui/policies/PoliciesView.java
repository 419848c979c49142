package dev.breakwater.ui.policies;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.Scope;
import dev.breakwater.ui.part.SeverityMark;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The policies, whether they are on, and what each one says. */
@Route(PoliciesNavigation.PATH)
@PageTitle("Policies · Breakwater")
@PermitAll
class PoliciesView extends Div implements AfterNavigationObserver {

    private final Policies policies;
    private final boolean mayChange;
    private final Grid<StoredPolicy> grid = new Grid<>();
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private final TextField search = new TextField();
    private final com.vaadin.flow.component.html.Span count = Markup.text("bw-count", "");
    private Scope scope = Scope.DEFAULT;

    PoliciesView(Policies policies, AuthenticationContext person) {
        this.policies = policies;
        this.mayChange = person.hasRole("ADMIN");
        addClassNames("bw-page", "bw-list");
        PageHead head = new PageHead("Policies", "What a workload must not do. A switched-off policy judges nothing.");
        head.addBesideTitle(count);
        search.setAriaLabel("Search policies");
        search.setPlaceholder("Search by name or category");
        search.setClearButtonVisible(true);
        search.setWidth("320px");
        search.getElement().setAttribute("data-shortcut", "/");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> {
            showRows();
            rewriteUrl(null);
        });
        columns();
        layout.setMaster(grid);
        layout.setMasterSize("420px", true);
        layout.setDetailSize("512px");
        layout.setOverlaySize("100%");
        layout.setSizeFull();
        layout.addClassName("bw-split");
        layout.addDetailEscapePressListener(event -> grid.deselectAll());
        grid.addSelectionListener(event -> {
            StoredPolicy chosen = event.getFirstSelectedItem().orElse(null);
            if (event.isFromClient()) {
                rewriteUrl(chosen == null ? null : chosen.policy().id());
            }
            show(chosen);
        });
        add(head, Markup.box("bw-filter-row", search), Markup.box("bw-list-body", layout));
    }

    private void columns() {
        grid.setSizeFull();
        grid.addClassName("bw-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setAriaLabel("Policies");
        grid.addColumn(LitRenderer.<StoredPolicy>of(SeverityMark.TEMPLATE)
                        .withProperty(
                                "severity", row -> SeverityMark.css(row.policy().severity()))
                        .withProperty(
                                "severityWord",
                                row -> SeverityMark.word(row.policy().severity())))
                .setHeader("Severity")
                .setComparator(Comparator.comparing(row -> row.policy().severity()))
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<StoredPolicy>of(
                                "<span class=\"bw-name\" title=\"${item.name}\">${item.name}</span>")
                        .withProperty("name", row -> row.policy().name()))
                .setHeader("Policy")
                .setComparator(Comparator.comparing(row -> row.policy().name()))
                .setWidth("240px")
                .setFlexGrow(2);
        grid.addColumn(LitRenderer.<StoredPolicy>of("<span class=\"bw-second\">${item.text}</span>")
                        .withProperty(
                                "text", row -> String.join(", ", row.policy().categories())))
                .setHeader("Categories")
                .setWidth("180px")
                .setFlexGrow(1);
        grid.addColumn(LitRenderer.<StoredPolicy>of("<span class=\"${item.css}\">${item.word}</span>")
                        .withProperty("css", row -> row.policy().enabled() ? "bw-on" : "bw-second")
                        .withProperty("word", row -> row.policy().enabled() ? "on" : "off"))
                .setHeader("Status")
                .setComparator(Comparator.comparing(row -> row.policy().enabled()))
                .setWidth("80px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<StoredPolicy>of("<span class=\"bw-second\">${item.text}</span>")
                        .withProperty("text", row -> row.builtIn() ? "built in" : "ours"))
                .setHeader("Origin")
                .setWidth("90px")
                .setFlexGrow(0);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        scope = Scope.from(parameters);
        search.setValue(parameters.getSingleParameter("q").orElse(""));
        showRows();
        String selected = parameters.getSingleParameter("sel").orElse("");
        try {
            if (selected.isEmpty()) {
                grid.deselectAll();
                show(null);
            } else {
                grid.select(policies.get(UUID.fromString(selected)));
            }
        } catch (NotFound | IllegalArgumentException e) {
            layout.setDetail(new EmptyState("Not found", "There is no such policy."));
        }
    }

    private void showRows() {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        List<StoredPolicy> rows = policies.list().stream()
                .filter(row -> wanted.isEmpty()
                        || row.policy().name().toLowerCase(Locale.ROOT).contains(wanted)
                        || row.policy().categories().stream()
                                .anyMatch(category ->
                                        category.toLowerCase(Locale.ROOT).contains(wanted)))
                .toList();
        long on = rows.stream().filter(row -> row.policy().enabled()).count();
        count.setText(on + " on, " + (rows.size() - on) + " off");
        grid.setItems(rows);
    }

    private void show(@Nullable StoredPolicy chosen) {
        layout.setDetail(chosen == null ? null : new PolicyDetail(chosen, mayChange, this::change, grid::deselectAll));
    }

    private void change(StoredPolicy policy, boolean enabled) {
        UUID id = policy.policy().id();
        StoredPolicy changed = enabled ? policies.enable(id) : policies.disable(id);
        showRows();
        grid.select(changed);
        show(changed);
    }

    private void rewriteUrl(@Nullable UUID selected) {
        QueryParameters parameters = scope.toQuery();
        if (!search.getValue().isBlank()) {
            parameters = parameters.merging("q", search.getValue().strip());
        }
        if (selected != null) {
            parameters = parameters.merging("sel", selected.toString());
        }
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(PoliciesNavigation.PATH, parameters));
    }
}
