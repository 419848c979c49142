package dev.breakwater.ui.operations;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.breakwater.central.transfer.Transfer;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;

/** What people made, taken home as a file and brought in again. */
@Route(OperationsNavigation.SETTINGS)
@PageTitle("Export and import · Breakwater")
@RolesAllowed("ADMIN")
class SettingsView extends Div {

    SettingsView(Transfer transfer, Clock clock) {
        addClassNames("bw-page", "bw-scroll");
        add(
                new PageHead(
                        "Export and import",
                        "What people made and decided, as one file: to keep, to compare, or to bring to another Breakwater."),
                Markup.box("bw-cards", export(transfer, clock), new ImportCard(transfer)));
    }

    private static Div export(Transfer transfer, Clock clock) {
        UnorderedList what = new UnorderedList();
        what.addClassName("bw-effects");
        transfer.sections().forEach(section -> what.add(Markup.item(section.what())));
        Paragraph not = Markup.paragraph(
                "What sensors see is not in it: it comes from them again. Secrets of API tokens and of clusters are not, either."
                        + " The same content gives the same file, byte for byte.");
        not.addClassName("bw-second");
        Paragraph hashes = Markup.paragraph(
                "With hashes, accounts keep their passwords; keep such a file as you keep the database itself.");
        hashes.addClassName("bw-second");
        return Markup.box(
                "bw-card bw-card-wide",
                new CardHead("What is in an export?", ""),
                what,
                not,
                Markup.box(
                        "bw-empty-actions",
                        download("Export", transfer, false, clock),
                        download("Export with password hashes", transfer, true, clock)),
                hashes);
    }

    private static Anchor download(String words, Transfer transfer, boolean passwords, Clock clock) {
        DownloadHandler handler = event -> {
            event.setContentType("application/json;charset=UTF-8");
            event.setFileName("breakwater-export-" + LocalDate.now(clock) + ".json");
            transfer.write(event.getOutputStream(), passwords);
        };
        Anchor link = new Anchor(handler, words);
        link.addClassNames("bw-link");
        return link;
    }
}
