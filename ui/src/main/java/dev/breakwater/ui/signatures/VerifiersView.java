package dev.breakwater.ui.signatures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.images.Verifier;
import dev.breakwater.central.images.Verifier.Trusted;
import dev.breakwater.central.images.Verifiers;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.scanner.signature.SignatureCheck.State;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** Whose signatures on images count, with a test that looks for those of an image. */
@Route(SignaturesNavigation.PATH)
@PageTitle("Signature verifiers · Breakwater")
@RolesAllowed("ADMIN")
class VerifiersView extends Div implements AfterNavigationObserver {

    private static final int SHOWN_DIGITS = 16;

    private final transient Verifiers verifiers;
    private final transient Clock clock;
    private final Div body = Markup.box("bw-cards bw-cards-one");

    VerifiersView(Verifiers verifiers, Clock clock) {
        this.verifiers = verifiers;
        this.clock = clock;
        addClassNames("bw-page", "bw-scroll");
        PageHead head = new PageHead(
                "Signature verifiers",
                "Whose signatures on images count, and of how many images that run they were found.");
        Button add = new Button("Add a verifier…", Markup.icon("plus"), event -> add());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        head.addActions(add);
        add(head, body);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        List<Verifier> all = verifiers.list();
        body.removeAll();
        if (all.isEmpty()) {
            body.add(new EmptyState(
                    "Nobody is trusted yet",
                    "Add the public key with which you sign images, or the authority that certifies who signs them. Until then"
                            + " whether an image is signed by somebody whom you trust is unknown.",
                    new Button("Add a verifier…", event -> add())));
            return;
        }
        body.add(Markup.box(
                "bw-card bw-card-wide",
                new CardHead("Whose signatures count?", Counted.of(all.size(), "verifier", "verifiers")),
                table(all)));
    }

    private FactTable table(List<Verifier> all) {
        FactTable table = new FactTable(
                "Signature verifiers", List.of("Verifier", "Trusts", "Speaks of", "Images that run", "What to do"));
        TimeWords times = TimeWords.here(clock);
        all.forEach(one -> table.row(name(one), trusts(one, times), speaksOf(one), images(one), actions(one)));
        return table;
    }

    private static Component name(Verifier verifier) {
        Div name = Markup.box(
                "bw-stack",
                Markup.text("bw-name bw-wrap-anywhere", verifier.name()),
                Markup.text("bw-meta", SignatureWords.kind(verifier.kind())));
        if (!verifier.note().isEmpty()) {
            name.add(Markup.text("bw-second bw-wrap-anywhere", verifier.note()));
        }
        return name;
    }

    private static Component trusts(Verifier verifier, TimeWords times) {
        Div trusts = Markup.box("bw-stack");
        verifier.trusted().forEach(one -> trusts.add(trusted(one, times)));
        if (!verifier.subjects().isEmpty()) {
            trusts.add(Markup.text("bw-second bw-wrap-anywhere", "for " + String.join(", ", verifier.subjects())));
        }
        if (!verifier.issuers().isEmpty()) {
            trusts.add(Markup.text(
                    "bw-second bw-wrap-anywhere", "vouched for by " + String.join(", ", verifier.issuers())));
        }
        return trusts;
    }

    private static Component trusted(Trusted one, TimeWords times) {
        Div trusted = Markup.box(
                "bw-stack",
                Markup.text("bw-wrap-anywhere", one.what()),
                Markup.text("bw-code", one.fingerprint().substring(0, SHOWN_DIGITS) + "…"));
        if (one.endsAt() != null) {
            trusted.add(Markup.text(
                    "bw-meta",
                    one.endsAt().isBefore(times.clock().instant())
                            ? "ended " + times.ago(one.endsAt())
                            : "until " + times.minute(one.endsAt())));
        }
        return trusted;
    }

    private static Component speaksOf(Verifier verifier) {
        if (verifier.images().isEmpty()) {
            return Markup.text("bw-second", "all images");
        }
        Div patterns = Markup.box("bw-stack");
        verifier.images().forEach(one -> patterns.add(Markup.text("bw-code bw-wrap-anywhere", one)));
        return patterns;
    }

    private static Component images(Verifier verifier) {
        if (verifier.verified() + verifier.unverified() + verifier.unknown() == 0) {
            return Markup.text("bw-second", "none that it speaks of");
        }
        Div images = Markup.box("bw-stack");
        if (verifier.verified() > 0) {
            images.add(Markup.box(
                    "bw-reading-state",
                    Markup.icon("check"),
                    Markup.link(signedBy(verifier), Counted.number(verifier.verified()) + " verified")));
        }
        if (verifier.unverified() > 0) {
            images.add(SignatureWords.counted(State.UNVERIFIED, verifier.unverified()));
        }
        if (verifier.unknown() > 0) {
            images.add(SignatureWords.counted(State.UNKNOWN, verifier.unknown()));
        }
        return images;
    }

    private static String signedBy(Verifier verifier) {
        return InventoryNavigation.filtered(
                        InventoryNavigation.IMAGES,
                        new FilterExpression(List.of())
                                .and("signedby", verifier.name())
                                .toString())
                + "&scope=workloads:all";
    }

    private Component actions(Verifier verifier) {
        return Markup.box(
                "bw-row-actions",
                named("Test…", verifier, () -> test(verifier)),
                named("Edit…", verifier, () -> new VerifierDialog(verifiers, verifier, this::show).open()),
                named("Remove…", verifier, () -> remove(verifier)));
    }

    private static Button named(String words, Verifier verifier, Runnable action) {
        Button button = new Button(words, event -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(words.replace("…", "") + " " + verifier.name());
        return button;
    }

    private void add() {
        new VerifierDialog(verifiers, null, this::show).open();
    }

    private void test(Verifier verifier) {
        TextField image = new TextField("Image");
        image.setWidthFull();
        image.setHelperText("With its registry: registry.example.com/shop/web:1.2.");
        image.setAutofocus(true);
        Div outcome = Markup.box("bw-tried");
        FormDialog dialog = new FormDialog(
                        "Test " + verifier.name(),
                        "Looks for signatures of an image in its registry, and verifies them. Nothing is kept.",
                        "Test",
                        () -> {
                            outcome.removeAll();
                            outcome.add(SignatureWords.outcome(verifiers.test(
                                    verifier.id(), image.getValue().strip())));
                        })
                .with("image", image);
        dialog.add(outcome);
        dialog.open();
    }

    private void remove(Verifier verifier) {
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                "Remove " + verifier.name(),
                "Its signatures count no more, and policies that name it find none.",
                "Remove the verifier",
                () -> {
                    verifiers.delete(verifier.id());
                    dialog[0].close();
                    show();
                });
        dialog[0].open();
    }
}
