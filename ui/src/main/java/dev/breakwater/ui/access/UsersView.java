package dev.breakwater.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.access.People;
import dev.breakwater.central.access.User;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.person.PersonNavigation;
import dev.breakwater.ui.security.OpenSessions;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;

/** Local accounts: who there is, as what, when they were last here, and what administrators do about it. */
@Route(AccessNavigation.USERS)
@PageTitle("Users · Breakwater")
@RolesAllowed("ADMIN")
class UsersView extends ListView<User> {

    private final People people;
    private final OpenSessions sessions;
    private final AccountDialogs dialogs;
    private final String me;

    UsersView(
            UserSource users,
            People people,
            OpenSessions sessions,
            AuthenticationContext person,
            ListServices services) {
        super(
                users,
                new ListPage(
                        AccessNavigation.USERS,
                        "Users",
                        "Who may sign in, and as what. Every change ends the open sessions of the account.",
                        "",
                        "username"),
                services);
        this.people = people;
        this.sessions = sessions;
        this.dialogs = new AccountDialogs(people);
        this.me = person.getPrincipalName().orElse("");
    }

    @Override
    protected Optional<Component> tabs(String path) {
        return Optional.of(new AccessTabs(path));
    }

    @Override
    protected Component[] tools() {
        Button add = new Button(
                "Add user…",
                Markup.icon("plus"),
                event -> dialogs()
                        .add(made -> {
                            reread();
                            open(made.id());
                        })
                        .open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return new Component[] {add};
    }

    // The head is made before this class has its fields.
    private AccountDialogs dialogs() {
        return dialogs;
    }

    @Override
    protected void columns(DataGrid<User> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "Name",
                                "<span class=\"bw-name\" title=\"${item.name}\">${item.name}</span>",
                                Map.of(
                                        "name",
                                        row -> row.username() + (row.username().equals(me) ? " (you)" : ""))),
                        "username")
                .setWidth("220px")
                .setFlexGrow(2)
                .setRowHeader(true);
        grid.text("Role", "role", "110px", row -> AccountDialogs.name(row.role()));
        grid.text("State", "", "110px", row -> row.enabled() ? "may sign in" : "disabled");
        grid.text(
                "Last here",
                "lastLoginAt",
                "140px",
                row -> row.lastLoginAt() == null ? "never" : times.ago(row.lastLoginAt()));
        grid.text("Made", "createdAt", "140px", row -> times.minute(row.createdAt()));
    }

    @Override
    protected Component detail(Opened<User> opened) {
        User user = opened.row();
        TimeWords times = times();
        int open = sessions.of(user.username()).size();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "Role", AccountDialogs.words(user.role()));
        fact(facts, "Made", times.exact(user.createdAt()));
        fact(facts, "Last here", user.lastLoginAt() == null ? "never" : times.exact(user.lastLoginAt()));
        fact(facts, "Open sessions", open == 0 ? "none here" : String.valueOf(open));
        Div detail = Markup.box(
                "bw-detail",
                new DetailBar(opened, "account", (User other) -> open(other == null ? null : other.id())),
                Markup.heading(user.username() + (user.enabled() ? " may sign in." : " is disabled.")),
                facts,
                actions(user));
        if (user.username().equals(me)) {
            detail.add(new Paragraph(
                    Markup.text("", "This is you. Your password and your sessions are on "),
                    Markup.link(PersonNavigation.PATH, "your own page"),
                    Markup.text("", ".")));
        }
        return detail;
    }

    private Div actions(User user) {
        Runnable done = this::reread;
        return Markup.box(
                "bw-empty-actions",
                asks("Change role…", dialogs.changeRole(user, done)),
                asks("Reset password…", dialogs.resetPassword(user, done)),
                user.enabled()
                        ? asks("Disable…", dialogs.disable(user, done))
                        : new Button("Enable", event -> {
                            people.enable(user.username(), true);
                            reread();
                        }),
                asks("Remove…", dialogs.remove(user, () -> {
                    open(null);
                    reread();
                })));
    }

    private static Button asks(String words, Dialog dialog) {
        return new Button(words, event -> dialog.open());
    }

    private static void fact(DescriptionList facts, String name, String value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    @Override
    protected NarrowRow<User> narrow() {
        TimeWords times = times();
        return new NarrowRow<>(
                row -> "",
                User::username,
                row -> AccountDialogs.name(row.role()) + (row.enabled() ? "" : ", disabled"),
                row -> row.lastLoginAt() == null ? "never here" : times.age(row.lastLoginAt()));
    }

    @Override
    protected EmptyState empty(ListState state) {
        return new EmptyState(
                "No account matches",
                "The filter is " + state.q() + ".",
                new Button("Clear the filter", event -> filter("", true)));
    }
}
