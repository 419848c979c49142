package dev.breakwater.ui.policies.take;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.PolicyEdits;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicyRejected;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.UploadLimit;
import dev.breakwater.ui.policies.PoliciesNavigation;
import dev.breakwater.ui.policies.take.ImportRows.Chosen;
import dev.breakwater.ui.policies.take.PolicyImport.Choice;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes policies in from a file or a text: first it says what each would do, then it does what was chosen. */
@Route(PoliciesNavigation.IMPORT)
@PageTitle("Import policies · Breakwater")
@RolesAllowed("ADMIN")
class PolicyImportView extends Div {

    private static final int SHOWN = 20;

    private final Policies policies;
    private final PolicyEdits edits;
    private final Clock clock;
    private final TextArea text = new TextArea("YAML or JSON");
    private final Div found = Markup.box("bw-import");
    private final Div outcome = Markup.box("bw-import-outcome");
    private final Button go = new Button("", event -> take());
    private @Nullable ImportRows rows;

    PolicyImportView(Policies policies, PolicyEdits edits, Clock clock) {
        this.policies = policies;
        this.edits = edits;
        this.clock = clock;
        addClassNames("bw-page", "bw-scroll");
        PageHead head = new PageHead(
                "Import policies",
                "One file of many policies, as the export and bwctl write it. Nothing is written before you say so.");
        head.addWay(Markup.link(PoliciesNavigation.PATH, "Policies"), Markup.icon("right"), Markup.text("", "Import"));
        Upload upload = new Upload(UploadHandler.inMemory((metadata, data) -> {
            text.setValue(new String(data, StandardCharsets.UTF_8));
            read();
        }));
        upload.setMaxFiles(1);
        UploadLimit.set(upload, PolicyDocument.MAX_LENGTH);
        upload.setAcceptedFileTypes("application/yaml", "application/json", ".yaml", ".yml", ".json");
        upload.addFileRejectedListener(event -> fail(event.getErrorMessage()));
        upload.setUploadButton(new Button("Choose a file…"));
        upload.setDropLabel(Markup.text("", "or drop it here"));
        text.setMaxLength(PolicyDocument.MAX_LENGTH);
        text.setMinRows(6);
        text.setMaxRows(14);
        text.setWidthFull();
        text.addClassName("bw-mono");
        Button look = new Button("Show what it would bring", event -> read());
        outcome.getElement().setAttribute("role", "status");
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setVisible(false);
        add(
                head,
                Markup.box(
                        "bw-cards bw-cards-one",
                        Markup.box(
                                "bw-card",
                                new CardHead("What is in the file?", "choose it, or paste its text"),
                                Markup.box("bw-import", upload, text, Markup.box("bw-empty-actions", look))),
                        found,
                        outcome));
    }

    private void read() {
        found.removeAll();
        outcome.removeAll();
        rows = null;
        try {
            List<StoredPolicy> here = policies.list();
            List<PolicyImport.Entry> entries = PolicyImport.read(text.getValue(), here);
            if (entries.isEmpty()) {
                fail("There is no policy in it.");
                return;
            }
            ImportRows shown = new ImportRows(entries, here, this::count);
            rows = shown;
            found.add(Markup.box(
                    "bw-card",
                    new CardHead("What would it bring?", Counted.of(entries.size(), "policy", "policies")),
                    shown,
                    Markup.box("bw-empty-actions", go)));
            count();
        } catch (PolicyRejected e) {
            UnorderedList problems = new UnorderedList();
            e.problems().stream()
                    .limit(SHOWN)
                    .forEach(problem ->
                            problems.add(Markup.item((problem.policy().isEmpty() ? "" : "“" + problem.policy() + "” ")
                                    + problem.pointer() + ": " + problem.allowed())));
            fail("It cannot be read, so nothing of it is taken:");
            outcome.add(problems);
        }
    }

    private void count() {
        int chosen = rows == null ? 0 : rows.chosen().size();
        go.setVisible(true);
        go.setEnabled(chosen > 0);
        go.setText(chosen == 0 ? "Nothing to take in" : "Take in " + Counted.of(chosen, "policy", "policies"));
    }

    private void take() {
        if (rows == null) {
            return;
        }
        List<Chosen> chosen = rows.chosen();
        UnorderedList failures = new UnorderedList();
        int taken = 0;
        for (Chosen one : chosen) {
            try {
                write(one);
                taken++;
            } catch (PolicyRejected e) {
                failures.add(Markup.item(one.entry().policy().name() + ": " + e.getMessage()));
            } catch (RuntimeException e) {
                failures.add(Markup.item(one.entry().policy().name() + ": " + Failures.words(e)));
            }
        }
        read();
        outcome.add(Markup.text("", "Taken in: " + Counted.of(taken, "policy", "policies") + ". "));
        outcome.add(Markup.link(PoliciesNavigation.PATH + "?sort=-updatedAt", "See the newest first"));
        if (failures.getChildren().findAny().isPresent()) {
            outcome.add(Markup.paragraph("These were not:"), failures);
        }
    }

    private void write(Chosen one) {
        Policy policy = one.entry().written(one.choice(), one.name(), () -> Ids.newId(clock.instant()));
        StoredPolicy here = one.entry().here();
        if (one.choice() == Choice.OVERWRITE && here != null) {
            edits.replace(here.policy().id(), here.version(), policy, "imported from a file");
        } else {
            edits.create(policy);
        }
    }

    private void fail(String words) {
        outcome.add(Markup.text("bw-sight-bad", words));
    }
}
