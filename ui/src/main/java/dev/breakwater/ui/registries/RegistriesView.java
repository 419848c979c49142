package dev.breakwater.ui.registries;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.images.Registries;
import dev.breakwater.central.images.Registry;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;

/** Where images are fetched from, with a test that says what the registry answers. */
@Route(RegistriesNavigation.PATH)
@PageTitle("Registries · Breakwater")
@RolesAllowed("ADMIN")
class RegistriesView extends Div implements AfterNavigationObserver {

    private final transient Registries registries;
    private final Div body = Markup.box("bw-cards bw-cards-one");

    RegistriesView(Registries registries) {
        this.registries = registries;
        addClassNames("bw-page", "bw-scroll");
        PageHead head = new PageHead(
                "Registries",
                "Where images are fetched from, to look inside them. A registry that asks for no name needs no entry if"
                        + " breakwater.images.anonymous lists it.");
        Button add = new Button("Add a registry…", Markup.icon("plus"), event -> add());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        head.addActions(Markup.link(RegistriesNavigation.SCANS, "Scans"), add);
        add(head, new RegistryTabs(RegistriesNavigation.PATH), body);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        List<Registry> all = registries.list();
        body.removeAll();
        if (all.isEmpty()) {
            body.add(new EmptyState(
                    "No registry is connected",
                    "Images are looked into as soon as the registry that they come from can be reached. Until then what is in"
                            + " them is unknown.",
                    new Button("Add a registry…", event -> add())));
            return;
        }
        body.add(Markup.box(
                "bw-card bw-card-wide",
                new CardHead("Where are images fetched from?", Counted.of(all.size(), "registry", "registries")),
                table(all)));
    }

    private FactTable table(List<Registry> all) {
        FactTable table = new FactTable(
                "Registries", List.of("Registry", "State", "Images", "As", "Looked into by", "What to do"), Set.of(2));
        all.forEach(registry -> table.row(
                name(registry),
                state(registry),
                Markup.link(images(registry), Counted.number(registry.images())),
                Markup.text("bw-second", as(registry)),
                Markup.text("bw-second", RegistryWords.scannedBy(registry.scannedBy())),
                actions(registry)));
        return table;
    }

    private static Component name(Registry registry) {
        Div name = Markup.box("bw-stack", Markup.text("bw-name bw-wrap-anywhere", registry.host()));
        if (!registry.mirrorOf().isEmpty()) {
            name.add(Markup.text("bw-meta", "asked before " + registry.mirrorOf()));
        }
        if (registry.plainHttp()) {
            name.add(Markup.text("bw-meta", "by http, which anybody on the way can read and change"));
        }
        return name;
    }

    private static Component state(Registry registry) {
        if (registry.secretMissing()) {
            return Markup.box(
                    "bw-reading-state",
                    Markup.text("bw-hatch-mark", ""),
                    Markup.text("bw-name", "its secret is missing"));
        }
        if (registry.failed() + registry.retried() == 0) {
            return registry.images() == 0
                    ? Markup.text("bw-second", "nothing runs from it")
                    : Markup.box("bw-reading-state", Markup.icon("check"), Markup.text("bw-name", "no scan failed"));
        }
        String q = "state:failed " + new FilterExpression(List.of()).and("registry", registry.host());
        Div cell = Markup.box("bw-stack");
        if (registry.failed() > 0) {
            cell.add(Markup.link(
                    RegistriesNavigation.scans(q), Counted.of(registry.failed(), "scan failed", "scans failed")));
        }
        if (registry.retried() > 0) {
            cell.add(Markup.text(
                    "bw-second", Counted.of(registry.retried(), "is tried again", "are tried again") + " by itself"));
        }
        String lead = registry.failed() + registry.retried() == 1 ? "" : "the last: ";
        cell.add(Markup.text("bw-second bw-wrap-anywhere", lead + registry.lastError()));
        return cell;
    }

    private static String images(Registry registry) {
        return InventoryNavigation.filtered(
                        InventoryNavigation.IMAGES,
                        new FilterExpression(List.of())
                                .and("registry", registry.host())
                                .toString())
                + "&scope=workloads:all";
    }

    private static String as(Registry registry) {
        return registry.username().isEmpty() ? registry.secretSet() ? "a token" : "no account" : registry.username();
    }

    private Component actions(Registry registry) {
        return Markup.box(
                "bw-row-actions",
                named("Test", registry, () -> test(registry)),
                named("Edit…", registry, () -> new RegistryDialog(registries, registry, this::show).open()),
                named("Remove…", registry, () -> remove(registry)));
    }

    private static Button named(String words, Registry registry, Runnable action) {
        Button button = new Button(words, event -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(words.replace("…", "") + " " + registry.host());
        return button;
    }

    private void add() {
        new RegistryDialog(registries, null, this::show).open();
    }

    private void test(Registry registry) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("Test of " + registry.host());
        dialog.setWidth("460px");
        Button close = new Button("Close", event -> dialog.close());
        close.setAutofocus(true);
        dialog.getFooter().add(close);
        try {
            dialog.add(RegistryWords.outcome(registries.test(registry.id())));
        } catch (RuntimeException e) {
            dialog.add(Markup.text("bw-form-problem", Failures.words(e)));
        }
        dialog.open();
    }

    private void remove(Registry registry) {
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                "Remove " + registry.host(),
                "Its secret is forgotten. What was found in its images stays and grows old.",
                "Remove the registry",
                () -> {
                    registries.delete(registry.id());
                    dialog[0].close();
                    show();
                });
        dialog[0].open();
    }
}
