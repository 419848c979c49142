package dev.breakwater.ui.images;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.images.UploadedDocument;
import dev.breakwater.central.images.UploadedDocuments;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FileTake;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Takes bills of materials and the reports of other scanners, and says of which image they are. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
public final class BillUpload {

    private static final int LARGEST = 64 << 20;

    private final UploadedDocuments documents;
    private final AuthenticationContext person;

    BillUpload(UploadedDocuments documents, AuthenticationContext person) {
        this.documents = documents;
        this.person = person;
    }

    /** A button that asks for a document; it says why not for those who may not. */
    public Button button() {
        Button button = new Button("Upload an SBOM…", Markup.icon("plus"), event -> ask(""));
        if (!person.hasRole("ADMIN")) {
            button.setEnabled(false);
            button.setTooltipText("Only administrators and pipelines bring documents. Ask one of them.");
        }
        return button;
    }

    /** @param image of which it is, empty = as the document says */
    void ask(String image) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("Upload a bill of materials");
        dialog.setWidth("520px");
        TextField name = new TextField("Image");
        name.setWidthFull();
        name.setPlaceholder("as the document says");
        name.setHelperText("A digest, or the name of an image that runs. Usually the document names it.");
        name.setValue(image);
        FileTake take = new FileTake(LARGEST, (file, content) -> {
            UploadedDocument taken = documents.upload(
                    content, name.getValue().isBlank() ? null : name.getValue().strip());
            return List.of(
                    Markup.text(
                            "",
                            taken.format() + " with " + Counted.of(taken.packages(), "package", "packages")
                                    + (taken.claims() > 0
                                            ? " and " + Counted.of(taken.claims(), "claim", "claims")
                                            : "")
                                    + ", by "
                                    + (taken.source().isEmpty() ? "somebody who is not named" : taken.source())
                                    + (taken.beside()
                                            ? ". The image was looked into here: only the claims are taken."
                                            : taken.incomplete() ? ". It does not tell all." : ".")),
                    Markup.link(ImagesNavigation.of(taken.digest()), "Open the image"));
        });
        Button close = new Button("Close", event -> dialog.close());
        dialog.add(Markup.box(
                "bw-bulk-dialog",
                Markup.paragraph(
                        "CycloneDX, SPDX, or a report of Trivy, Grype or Clair, at most 64 MiB. It is taken as the content"
                                + " of an image that nobody has looked into here, with its source and date. What a scanner"
                                + " claims is kept beside what is found here."),
                name,
                take));
        dialog.getFooter().add(close);
        dialog.open();
    }
}
