package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.vulnerabilities.Vex;
import dev.breakwater.central.vulnerabilities.VexDocumentDetail;
import dev.breakwater.central.vulnerabilities.VexDocumentRow;
import dev.breakwater.central.vulnerabilities.VexImports;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.FileTake;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;

/** What suppliers say of vulnerabilities in VEX documents: who, when, of what, and what follows from it here. */
@Route(VulnerabilitiesNavigation.VEX)
@PageTitle("VEX documents · Breakwater")
@PermitAll
class VexView extends Div implements AfterNavigationObserver {

    static final String DOCUMENT = "document";

    private final transient VexDesk desk;
    private final Div body = Markup.box("bw-cards bw-cards-one");

    VexView(VexDesk desk) {
        this.desk = desk;
        addClassNames("bw-page", "bw-scroll");
        PageHead head = new PageHead(
                "VEX documents",
                "What suppliers say of vulnerabilities in what they ship. What is not affected or fixed by their word does not"
                        + " count for exactly that image and package, until a newer word says otherwise.");
        head.addWay(
                Markup.link(VulnerabilitiesNavigation.PATH, "Vulnerabilities"),
                Markup.icon("right"),
                Markup.text("", "VEX documents"));
        Vex.Told told = desk.decisions().told(null, desk.reader());
        if (told.statements() > 0) {
            head.addActions(VexDownloads.ofDecisions(desk));
        }
        add(head);
        if (told.leftOut() > 0) {
            add(Markup.box(
                    "bw-banner",
                    Markup.text("bw-hatch-mark", ""),
                    Markup.text(
                            "bw-banner-text",
                            Counted.of(told.leftOut(), "decision is", "decisions are")
                                    + " in no export: what holds only in a cluster, a namespace or for a label cannot be"
                                    + " told by a VEX document.")));
        }
        add(body);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DOCUMENT)
                .orElse(""));
    }

    private void show(String open) {
        body.removeAll();
        if (!desk.reader().everything()) {
            body.add(
                    new EmptyState(
                            "Not for your places",
                            "VEX documents speak of all images. What they say of a vulnerability that you may see stands on its page."));
            return;
        }
        List<VexDocumentRow> documents = desk.imports().list();
        if (!open.isEmpty()) {
            body.add(opened(open));
        }
        body.add(
                documents.isEmpty()
                        ? new EmptyState(
                                "No VEX document was brought",
                                "Bring those that your suppliers publish: OpenVEX, CycloneDX with analyses, or CSAF. Until then"
                                        + " nothing counts less by their word.")
                        : Markup.box(
                                "bw-card bw-card-wide",
                                new CardHead(
                                        "What was brought?", Counted.of(documents.size(), "document", "documents")),
                                table(documents)));
        if (desk.mayChange()) {
            body.add(bring());
        }
    }

    private Component bring() {
        FileTake take = new FileTake(VexImports.LARGEST, (name, content) -> {
            VexDocumentRow row = desk.imports().bring(content, name, desk.reader());
            show("");
            return List.of(Markup.text(
                    "",
                    row.id() + ": " + Counted.of(row.statements(), "statement", "statements") + " by "
                            + (row.author().isEmpty() ? "somebody who is not named" : row.author()) + ". "
                            + acting(row)));
        });
        Div card = Markup.box(
                "bw-card bw-card-wide",
                new CardHead("Bring a document", ""),
                Markup.paragraph(
                        "OpenVEX, CycloneDX or CSAF, told apart by its content; at most 8 MiB. It takes the place of the"
                                + " one of the same id; an older one is refused."),
                take);
        return card;
    }

    private static String acting(VexDocumentRow row) {
        return row.acting() == 0
                ? "It names no image by its digest and no package by its URL, so it changes nothing here."
                : "It names " + Counted.of(row.acting(), "product", "products")
                        + " so that they can be found where they are; its page says what of it is here.";
    }

    private FactTable table(List<VexDocumentRow> documents) {
        TimeWords times = TimeWords.here(desk.clock());
        FactTable table = new FactTable(
                "VEX documents",
                List.of("Document", "By", "Written", "Brought", "Statements", "Products named", "What to do"),
                Set.of(4, 5));
        documents.forEach(row -> {
            var written = Markup.text("bw-second", row.writtenAt() == null ? "not said" : times.ago(row.writtenAt()));
            if (row.writtenAt() != null) {
                written.setTitle(times.exact(row.writtenAt()));
            }
            var brought = Markup.text("bw-second", times.ago(row.broughtAt()) + " by " + row.broughtBy());
            brought.setTitle(times.exact(row.broughtAt()));
            var id = Markup.link(VulnerabilitiesNavigation.vex(row.id()), row.id());
            id.addClassName("bw-wrap-anywhere");
            var acting =
                    Markup.text(row.acting() == 0 ? "bw-number bw-none" : "bw-number", Counted.number(row.acting()));
            acting.setTitle(acting(row));
            table.row(
                    Markup.box(
                            "bw-stack",
                            id,
                            Markup.text(
                                    "bw-meta bw-wrap-anywhere",
                                    VexWords.format(row.format()) + ", version " + row.version()
                                            + (row.source().isEmpty() ? "" : ", " + row.source()))),
                    Markup.text("bw-second bw-wrap-anywhere", row.author().isEmpty() ? "not named" : row.author()),
                    written,
                    brought,
                    Markup.text("bw-number", Counted.number(row.statements())),
                    acting,
                    actions(row));
        });
        return table;
    }

    private Component actions(VexDocumentRow row) {
        Div actions = Markup.box("bw-row-actions", VexDownloads.of(desk, row));
        if (desk.mayChange()) {
            Button remove = new Button("Remove…", event -> remove(row));
            remove.addThemeVariants(ButtonVariant.SMALL);
            remove.setAriaLabel("Remove " + row.id());
            actions.add(remove);
        }
        return actions;
    }

    private Component opened(String id) {
        try {
            VexDocumentDetail detail = desk.imports().get(id, desk.reader());
            return new VexStatements(detail, TimeWords.here(desk.clock()));
        } catch (NotFound e) {
            return new EmptyState("There is no such document", "It may have been removed since the link was made.");
        }
    }

    private void remove(VexDocumentRow row) {
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                "Remove " + row.id() + "?",
                "What does not apply by its word counts again, in lists, policies and risk.",
                "Remove the document",
                () -> {
                    desk.imports().remove(row.id(), desk.reader());
                    dialog[0].close();
                    show("");
                });
        dialog[0].open();
    }
}
