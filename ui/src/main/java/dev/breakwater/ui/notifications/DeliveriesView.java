package dev.breakwater.ui.notifications;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.notification.Deliveries;
import dev.breakwater.central.notification.Delivery;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What was told, to whom, and whether it arrived; what did not is sent again from here. */
@Route(NotificationsNavigation.DELIVERIES)
@PageTitle("Deliveries · Breakwater")
@RolesAllowed("ADMIN")
class DeliveriesView extends ListView<Delivery> {

    private final Deliveries deliveries;
    private final DeliverySource rows;

    DeliveriesView(DeliverySource rows, Deliveries deliveries, ListServices services) {
        super(
                rows,
                new ListPage(
                        NotificationsNavigation.DELIVERIES,
                        "Deliveries",
                        "What was told, to whom, and whether it arrived.",
                        "",
                        "-createdAt"),
                services);
        this.rows = rows;
        this.deliveries = deliveries;
    }

    @Override
    protected Optional<Component> tabs(String path) {
        return Optional.of(new NotificationTabs(path));
    }

    @Override
    protected List<BulkAction> bulkActions() {
        return List.of(replaying());
    }

    private ReplayDeliveries replaying() {
        return new ReplayDeliveries(deliveries, rows::reader);
    }

    @Override
    protected void columns(DataGrid<Delivery> grid) {
        TimeWords times = times();
        grid.column(
                        "Message",
                        "<span class=\"bw-name\" title=\"${item.title}\">${item.title}</span>",
                        Map.of("title", Delivery::title))
                .setWidth("320px")
                .setFlexGrow(3)
                .setRowHeader(true);
        grid.text("Target", "target", "150px", Delivery::notifier);
        grid.text("State", "state", "140px", DeliveriesView::word);
        grid.text("Tries", "attempts", "70px", row -> String.valueOf(row.attempts()));
        grid.text("Last error", "", "240px", Delivery::lastError).setFlexGrow(2);
        grid.text("Made", "createdAt", "130px", row -> times.minute(row.createdAt()));
    }

    private static String word(Delivery delivery) {
        return switch (delivery.state()) {
            case "QUEUED" -> delivery.attempts() == 0 ? "queued" : "to be tried again";
            case "SENDING" -> "being sent";
            case "DELIVERED" -> "delivered";
            default -> "given up";
        };
    }

    @Override
    protected Component detail(Opened<Delivery> opened) {
        Delivery delivery = opened.row();
        TimeWords times = times();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "Target", delivery.notifier());
        fact(facts, "State", word(delivery));
        fact(facts, "Made", times.exact(delivery.createdAt()));
        if (delivery.triedAt() != null) {
            fact(
                    facts,
                    "Tried",
                    Counted.of(delivery.attempts(), "time", "times") + ", last " + times.exact(delivery.triedAt()));
        }
        if (delivery.deliveredAt() != null) {
            fact(facts, "Delivered", times.exact(delivery.deliveredAt()));
        }
        if (delivery.nextAt() != null) {
            fact(facts, "Next try", times.exact(delivery.nextAt()));
        }
        if (delivery.replays() > 0) {
            fact(facts, "Sent again", Counted.of(delivery.replays(), "time", "times"));
        }
        fact(facts, "Id", delivery.id().toString());
        Div detail = Markup.box(
                "bw-detail",
                new DetailBar(opened, "message", (Delivery other) -> open(other == null ? null : other.id())),
                Markup.heading(delivery.title()));
        if (!delivery.lastError().isEmpty()) {
            detail.add(Markup.text("bw-form-problem", delivery.lastError()));
        }
        Pre message = Markup.lines(pretty(deliveries.message(delivery.id(), rows.reader())));
        message.addClassName("bw-message");
        message.getElement().setAttribute("tabindex", "0");
        message.getElement().setAttribute("aria-label", "The message as it is sent");
        message.getElement().setAttribute("role", "region");
        detail.add(
                facts,
                Markup.box("bw-empty-actions", new Button("Send again…", event -> act(replaying(), delivery.id()))),
                Markup.subheading("The message as it is sent"),
                message);
        return detail;
    }

    private static String pretty(String json) {
        JsonMapper mapper = JsonMapper.shared();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json));
    }

    private static void fact(DescriptionList facts, String name, String value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    @Override
    protected NarrowRow<Delivery> narrow() {
        TimeWords times = times();
        return new NarrowRow<>(
                row -> SeverityMark.css(row.severity()),
                Delivery::title,
                row -> row.notifier() + ", " + word(row),
                row -> times.age(row.createdAt()));
    }

    @Override
    protected EmptyState empty(ListState state) {
        return state.q().isEmpty()
                ? new EmptyState(
                        "Nothing was told yet",
                        "Messages stand here from the moment they are made, with every try and its error.",
                        Markup.link(NotificationsNavigation.RULES, "See the rules"))
                : new EmptyState(
                        "No message matches",
                        "The filter is " + state.q() + ".",
                        new Button("Clear the filter", event -> filter("", true)));
    }
}
