package dev.breakwater.ui.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import dev.breakwater.central.policy.PolicyVersion;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.part.UndoNotice;
import dev.breakwater.ui.policies.edit.DiffDialog;
import java.util.List;
import java.util.Optional;

/** The versions of a policy, newest first: who saved them and why, what each changed, and the way back. */
final class PolicyHistory extends Div {

    private static final int SHOWN = 50;

    private final PolicyDesk desk;
    private final StoredPolicy now;
    private final TimeWords times;
    private final Runnable changed;

    /** @param changed called after a version was restored */
    PolicyHistory(PolicyDesk desk, StoredPolicy now, TimeWords times, Runnable changed) {
        this.desk = desk;
        this.now = now;
        this.times = times;
        this.changed = changed;
        addClassName("bw-versions");
        List<PolicyVersion> versions = desk.edits().versions(now.policy().id());
        for (int i = 0; i < Math.min(SHOWN, versions.size()); i++) {
            add(entry(versions.get(i), i + 1 < versions.size() ? Optional.of(versions.get(i + 1)) : Optional.empty()));
        }
        if (versions.size() > SHOWN) {
            add(Markup.text("bw-meta", "and " + (versions.size() - SHOWN) + " older versions, by REST"));
        }
    }

    private Div entry(PolicyVersion version, Optional<PolicyVersion> before) {
        boolean present = version.number() == now.version();
        Span time = Markup.text("bw-meta", times.minute(version.at()));
        time.setTitle(times.exact(version.at()));
        Div entry = Markup.box(
                "bw-version",
                Markup.box(
                        "bw-version-head",
                        Markup.text("bw-name", "Version " + version.number() + (present ? ", as it is now" : "")),
                        time),
                Markup.text(
                        "bw-second",
                        "by " + version.by() + (version.reason().isEmpty() ? "" : ": " + version.reason())));
        Div actions = Markup.box("bw-version-actions");
        before.ifPresent(earlier -> actions.add(small(
                "What it changed",
                () -> new DiffDialog(
                                "Version " + earlier.number() + " and version " + version.number(),
                                earlier.policy(),
                                version.policy())
                        .open())));
        if (!present) {
            actions.add(small(
                    "Compare with now",
                    () -> new DiffDialog("Version " + version.number() + " and now", version.policy(), now.policy())
                            .open()));
            if (desk.mayChange() && !now.asCode()) {
                actions.add(small("Restore…", () -> restore(version)));
            }
        }
        entry.add(actions);
        return entry;
    }

    private static Button small(String words, Runnable action) {
        Button button = new Button(words, event -> action.run());
        button.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.TERTIARY);
        button.addClassName("bw-ed-small");
        return button;
    }

    private void restore(PolicyVersion version) {
        TextArea reason = new TextArea("Reason");
        reason.setMaxLength(500);
        reason.setWidthFull();
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                        "Restore version " + version.number() + "?",
                        "It is saved again as version " + (now.version() + 1)
                                + (now.builtIn()
                                        ? ", as far as it is yours: severity, scope, exclusions and the switch."
                                        : ". Every workload is judged by it again."),
                        "Restore",
                        () -> {
                            StoredPolicy after = desk.edits()
                                    .restore(
                                            now.policy().id(),
                                            version.number(),
                                            reason.getValue().strip());
                            dialog[0].close();
                            UndoNotice.show(
                                    "Version " + version.number() + " is restored as version " + after.version() + ".",
                                    Optional.of(() ->
                                            desk.edits().restore(now.policy().id(), now.version(), "undone")),
                                    changed);
                            changed.run();
                        })
                .with("reason", reason);
        dialog[0].open();
    }
}
