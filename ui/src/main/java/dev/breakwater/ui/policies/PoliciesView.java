package dev.breakwater.ui.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.overview.PolicyFigures;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies, whether they are on, and what each one says. */
@Route(PoliciesNavigation.PATH)
@PageTitle("Policies · Breakwater")
@PermitAll
class PoliciesView extends ListView<StoredPolicy> {

    private final PolicyDesk desk;
    private final PolicySource rows;
    private final PresentFigures figures;

    /** Made while the page is laid out, which is before it knows who reads it. */
    private @Nullable Div writing;

    PoliciesView(PolicySource rows, PolicyDesk desk, PolicyFigures figures, ListServices services) {
        super(
                rows,
                new ListPage(
                        PoliciesNavigation.PATH,
                        "Policies",
                        "What a workload must not do. A switched-off policy judges nothing.",
                        "",
                        "-severity,name"),
                services);
        this.desk = desk;
        this.rows = rows;
        this.figures = new PresentFigures(() -> figures.of(rows.reader()), services.clock());
        if (writing != null) {
            writing.setVisible(desk.mayChange());
        }
    }

    @Override
    protected void columns(DataGrid<StoredPolicy> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "Severity",
                                SeverityMark.TEMPLATE,
                                Map.of(
                                        "severity",
                                        row -> SeverityMark.css(row.policy().severity()),
                                        "severityWord",
                                        row -> SeverityMark.word(row.policy().severity()))),
                        "severity")
                .setWidth("100px")
                .setFlexGrow(0);
        DataGrid.sortedBy(
                        grid.column(
                                "Policy",
                                "<span class=\"bw-name\" title=\"${item.name}\">${item.name}</span>",
                                Map.of("name", row -> row.policy().name())),
                        "name")
                .setWidth("240px")
                .setFlexGrow(2)
                .setRowHeader(true);
        figure(grid, "Violations", row -> figures.of(row).violations());
        figure(grid, "Unknown", row -> figures.of(row).unjudged());
        grid.text(
                "Categories", "", "180px", row -> String.join(", ", row.policy().categories()));
        grid.column(
                        "Status",
                        "<span class=\"${item.css}\">${item.word}</span>",
                        Map.of(
                                "css", row -> row.policy().enabled() && isJudged(row) ? "bw-on" : "bw-second",
                                "word", row -> !row.policy().enabled() ? "off" : isJudged(row) ? "on" : "no facts"))
                .setKey("status")
                .setWidth("80px")
                .setFlexGrow(0);
        grid.text("Origin", "", "90px", row -> row.builtIn() ? "built in" : row.asCode() ? row.origin() : "ours")
                .setFlexGrow(0);
        grid.text("Changed", "updatedAt", "90px", row -> times.age(row.updatedAt()))
                .setFlexGrow(0);
    }

    /** Whether the facts that it asks about arrive: what happens at run time is told by no collector yet. */
    static boolean isJudged(StoredPolicy row) {
        return row.policy().stages().contains(Policy.Stage.DEPLOY);
    }

    private static void figure(DataGrid<StoredPolicy> grid, String header, ValueProvider<StoredPolicy, Long> value) {
        grid.column(
                        header,
                        "<span class=\"bw-number\">${item.figure}</span>",
                        Map.of(
                                "figure",
                                row -> (!row.policy().enabled() || !isJudged(row)) && value.apply(row) == 0
                                        ? "–"
                                        : Counted.number(value.apply(row))))
                .setWidth("92px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
    }

    /** Where a policy comes from, after its version. */
    static String originWords(StoredPolicy row) {
        if (row.builtIn()) {
            return row.differs() ? ", built in and adjusted" : ", built in";
        }
        return row.asCode() ? ", applied from " + row.origin() + (row.differs() ? ", changed here since" : "") : "";
    }

    @Override
    protected Component[] tools() {
        Button write = new Button(
                "New policy",
                Markup.icon("plus"),
                event -> event.getSource().getUI().ifPresent(ui -> ui.navigate(PoliciesNavigation.NEW)));
        write.addThemeVariants(ButtonVariant.PRIMARY);
        Button take = new Button(
                "Import", event -> event.getSource().getUI().ifPresent(ui -> ui.navigate(PoliciesNavigation.IMPORT)));
        writing = Markup.box("bw-tools", take, write);
        return new Component[] {writing};
    }

    @Override
    protected List<BulkAction> bulkActions() {
        return List.of(
                new SwitchPolicies(desk, true),
                new SwitchPolicies(desk, false),
                new ExportPolicies(desk.policies()::list),
                new DeletePolicies(desk));
    }

    @Override
    protected String countWords(int matches) {
        int on = rows.count((state().q() + " enabled:yes").strip());
        return on + " on, " + Math.max(0, matches - on) + " off";
    }

    @Override
    protected Component detail(Opened<StoredPolicy> opened) {
        return new PolicyDetail(
                opened,
                figures.of(opened.row()),
                desk,
                times(),
                new PolicyDetail.Ways(
                        row -> open(row == null ? null : row.policy().id()),
                        action -> act(action, opened.row().policy().id()),
                        this::reread));
    }

    @Override
    protected EmptyState empty(ListState state) {
        return new EmptyState(
                "No policy matches",
                "The filter is " + state.q() + ".",
                new Button("Clear the filter", event -> filter("", true)));
    }

    @Override
    protected NarrowRow<StoredPolicy> narrow() {
        return new NarrowRow<>(
                row -> SeverityMark.css(row.policy().severity()),
                row -> row.policy().name(),
                row -> String.join(", ", row.policy().categories()),
                row -> row.policy().enabled() ? "on" : "off");
    }
}
