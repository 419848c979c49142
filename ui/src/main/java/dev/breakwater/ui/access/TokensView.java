package dev.breakwater.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.access.ApiToken;
import dev.breakwater.central.access.ApiTokens;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** API tokens: for whom, as what, until when, and when each was last used. */
@Route(AccessNavigation.TOKENS)
@PageTitle("API tokens · Breakwater")
@RolesAllowed("ADMIN")
class TokensView extends ListView<ApiToken> {

    private final ApiTokens tokens;
    private final Clock clock;

    TokensView(TokenSource rows, ApiTokens tokens, ListServices services) {
        super(
                rows,
                new ListPage(
                        AccessNavigation.TOKENS,
                        "API tokens",
                        "What programs sign in to the API with. A token is shown once, when it is made; only its hash is kept.",
                        "",
                        "-createdAt"),
                services);
        this.tokens = tokens;
        this.clock = services.clock();
    }

    @Override
    protected Optional<Component> tabs(String path) {
        return Optional.of(new AccessTabs(path));
    }

    @Override
    protected Component[] tools() {
        Button make =
                new Button("New token…", Markup.icon("plus"), event -> new TokenDialog(tokens, this::reread).open());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        return new Component[] {make};
    }

    @Override
    protected void columns(DataGrid<ApiToken> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "Name",
                                "<span class=\"bw-name\" title=\"${item.name}\">${item.name}</span>",
                                Map.of("name", ApiToken::name)),
                        "name")
                .setWidth("220px")
                .setFlexGrow(2)
                .setRowHeader(true);
        grid.text("Role", "role", "90px", row -> AccountDialogs.name(row.role()));
        grid.text("State", "", "120px", this::state);
        grid.text("Ends", "expiresAt", "120px", row -> times.minute(row.expiresAt()));
        grid.text(
                "Last used",
                "lastUsedAt",
                "120px",
                row -> row.lastUsedAt() == null ? "never" : times.ago(row.lastUsedAt()));
        grid.text("Made by", "", "120px", ApiToken::createdBy);
        grid.text("Made", "createdAt", "120px", row -> times.minute(row.createdAt()));
    }

    private String state(ApiToken token) {
        Instant now = clock.instant();
        if (token.revokedAt() != null) {
            return "revoked";
        }
        if (!token.expiresAt().isAfter(now)) {
            return "expired";
        }
        return token.hasSecret() ? "active" : "without secret";
    }

    @Override
    protected Component detail(Opened<ApiToken> opened) {
        ApiToken token = opened.row();
        TimeWords times = times();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "Role", AccountDialogs.words(token.role()));
        fact(facts, "Ends", times.exact(token.expiresAt()));
        fact(facts, "Last used", token.lastUsedAt() == null ? "never" : times.exact(token.lastUsedAt()));
        fact(facts, "Made", times.exact(token.createdAt()) + " by " + token.createdBy());
        if (token.revokedAt() != null) {
            fact(facts, "Revoked", times.exact(token.revokedAt()));
        }
        Div detail = Markup.box(
                "bw-detail",
                new DetailBar(opened, "token", (ApiToken other) -> open(other == null ? null : other.id())),
                Markup.heading(token.name() + " is " + state(token) + "."),
                facts);
        if (!token.hasSecret() && token.revokedAt() == null) {
            detail.add(Markup.text(
                    "bw-second",
                    "It came by an import, which carries no secrets: nobody can use it. Make a new one for whoever used it, then"
                            + " revoke this."));
        }
        if (token.revokedAt() == null) {
            detail.add(Markup.box("bw-empty-actions", new Button("Revoke…", event -> revoke(token))));
        }
        return detail;
    }

    private void revoke(ApiToken token) {
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                "Revoke " + token.name(),
                "Whatever uses it is refused from its next request on. It cannot be taken back.",
                "Revoke the token",
                () -> {
                    tokens.revoke(token.id());
                    dialog[0].close();
                    reread();
                });
        dialog[0].open();
    }

    private static void fact(DescriptionList facts, String name, String value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    @Override
    protected NarrowRow<ApiToken> narrow() {
        TimeWords times = times();
        return new NarrowRow<>(
                row -> "",
                ApiToken::name,
                row -> AccountDialogs.name(row.role()) + ", " + state(row),
                row -> row.lastUsedAt() == null ? "unused" : times.age(row.lastUsedAt()));
    }

    @Override
    protected EmptyState empty(ListState state) {
        return state.q().isEmpty()
                ? new EmptyState(
                        "No API token yet",
                        "A pipeline or a script signs in with a token of its own, which has a role and an end.",
                        new Button("New token…", event -> new TokenDialog(tokens, this::reread).open()))
                : new EmptyState(
                        "No token matches",
                        "The filter is " + state.q() + ".",
                        new Button("Clear the filter", event -> filter("", true)));
    }
}
