package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.detection.ScopeReach;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.engine.policy.PolicyRejected;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.part.UndoNotice;
import dev.breakwater.ui.policies.PoliciesNavigation;
import dev.breakwater.ui.policies.draft.DraftProblem;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import dev.breakwater.ui.policies.draft.PolicyDraft.Side;
import dev.breakwater.ui.policies.draft.Step;
import dev.breakwater.ui.policies.field.FieldMarks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The steps, the form of the present one, and the same policy as text; all follow one draft. */
final class EditorPage extends Div {

    private final EditorServices services;
    private final PolicyDraft draft;
    private final Desk desk;
    private final FieldMarks marks;
    private final StepList steps;
    private final YamlPane yaml;
    private final SentenceBox sentence;
    private final PreviewRun preview;
    private final PreviewPane previewPane;
    private final Div form = Markup.box("bw-ed-step-body");
    private final Div banners = Markup.box("bw-ed-banners");
    private final Div middle = Markup.box("bw-ed-middle");
    private final Div waiting;
    private final Button save = new Button("", Markup.icon("check"), event -> save());
    private final Button discard = new Button("Discard", event -> discard());
    private final Button compare;
    private Step step = Step.BASICS;
    private boolean left;
    private Consumer<Step> stepped = to -> {};
    private Consumer<Boolean> changed = is -> {};

    /**
     * @param origin from what it was begun, empty if there is nothing to say
     * @param unasked terms of a filter that no criterion asks
     */
    EditorPage(EditorServices services, PolicyDraft draft, String origin, List<String> unasked) {
        this.services = services;
        this.draft = draft;
        addClassName("bw-ed-page");
        StoredPolicy saved = draft.saved();
        boolean readOnly = saved != null && saved.asCode();
        this.marks = new FieldMarks(this::point);
        this.preview = new PreviewRun(services.dryRuns(), services.readers()::scope, draft);
        this.desk = new Desk(draft, marks, preview, services.known(), services.clock(), services.author(), readOnly);
        this.steps = new StepList(this::go);
        this.yaml = new YamlPane(draft, readOnly, this::mend);
        this.sentence = new SentenceBox(services.clock());
        this.previewPane = new PreviewPane(preview, draft, () -> go(Step.PREVIEW));
        this.compare = new Button(saved == null ? "" : "Compare with v" + saved.version(), event -> compare());
        if (saved != null || draft.isChanged()) {
            marks.all();
        }
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.getElement().setAttribute("data-shortcut", "ctrl s");
        PageHead head =
                new PageHead(saved == null ? "New policy" : saved.policy().name(), sentenceOf(saved, origin));
        head.addWay(
                Markup.link(PoliciesNavigation.PATH, "Policies"),
                Markup.icon("right"),
                saved == null
                        ? Markup.text("", "New policy")
                        : Markup.link(
                                PoliciesNavigation.of(saved.policy().id()),
                                saved.policy().name()));
        compare.setVisible(saved != null);
        if (!readOnly) {
            head.addActions(discard, compare, save);
        }
        this.waiting = banner(
                "The text beside cannot be read yet, so the form waits for it.",
                new Button("Take the text back", event -> draft.dropText()));
        banners(saved, readOnly, unasked);
        middle.add(banners, waiting, form, sentence);
        add(head, Markup.box("bw-ed-columns", steps, middle, Markup.box("bw-ed-side", yaml, previewPane)));
        draft.onChange(this::follow);
        preview.onChange(this::showPreview);
        addDetachListener(event -> preview.cancel());
    }

    /** Tells which step is shown. */
    void onStep(Consumer<Step> listener) {
        stepped = listener;
    }

    /** Tells whether something would be lost. */
    void onChanged(Consumer<Boolean> listener) {
        changed = listener;
    }

    /** Whether leaving would lose something. */
    boolean isChanged() {
        return !left && draft.isChanged();
    }

    private String sentenceOf(@Nullable StoredPolicy saved, String origin) {
        if (saved == null) {
            return (origin + " It judges nothing before it is saved.").strip();
        }
        return "Version " + saved.version() + ", saved by " + saved.updatedBy() + " "
                + TimeWords.here(services.clock()).ago(saved.updatedAt()) + ".";
    }

    private void banners(@Nullable StoredPolicy saved, boolean readOnly, List<String> unasked) {
        if (readOnly && saved != null) {
            banners.add(banner(
                    "This policy is applied from " + saved.origin() + ". It is changed there and only read here.",
                    go("Clone it", PoliciesNavigation.clone(saved.policy().id()))));
        } else if (saved != null && saved.builtIn()) {
            banners.add(banner(
                    "Built in: its words and criteria come with the release. Severity, scope, exclusions and the switch are"
                            + " yours.",
                    go(
                            "Clone to change more",
                            PoliciesNavigation.clone(saved.policy().id()))));
        }
        if (!unasked.isEmpty()) {
            banners.add(banner("No criterion asks for " + String.join(", ", unasked)
                    + " of the filter; the policy begins without it."));
        }
    }

    private static Div banner(String words, Component... actions) {
        Div banner = Markup.box("bw-banner bw-ed-banner", Markup.text("bw-banner-text", words));
        banner.add(actions);
        return banner;
    }

    private static Button go(String words, String path) {
        return new Button(
                words,
                event -> event.getSource().getUI().ifPresent(ui -> {
                    int question = path.indexOf('?');
                    ui.navigate(path.substring(0, question), QueryParameters.fromString(path.substring(question + 1)));
                }));
    }

    /** Shows a step. */
    void go(Step to) {
        step = to;
        form.removeAll();
        marks.clear();
        form.add(Markup.heading(question(to)), Markup.paragraph(meaning(to)));
        form.add(
                switch (to) {
                    case BASICS -> new BasicsStep(desk);
                    case WHEN -> new WhenStep(desk);
                    case RULES -> new RulesStep(desk);
                    case SCOPE -> new ScopeStep(desk, this::reach);
                    case ACTIONS ->
                        new ActionsStep(desk, Told.by(services.rules().list(), draft.policy()));
                    case PREVIEW -> new PreviewStep(desk, preview);
                });
        marks.show(draft.problems());
        stepped.accept(to);
        show();
    }

    private static String question(Step step) {
        return switch (step) {
            case BASICS -> "What is it called, and why is it there?";
            case WHEN -> "When is it judged?";
            case RULES -> "What is not allowed?";
            case SCOPE -> "Where does it hold?";
            case ACTIONS -> "What comes of it?";
            case PREVIEW -> "What would change?";
        };
    }

    private static String meaning(Step step) {
        return switch (step) {
            case BASICS -> "Whoever gets a violation reads this first.";
            case WHEN -> "What can be known differs between the three.";
            case RULES -> "One alternative is enough. In an alternative every criterion must hold, on the same object.";
            case SCOPE -> "Every part of a place must hold; one place is enough.";
            case ACTIONS -> "A policy can be written and tried before it is switched on.";
            case PREVIEW -> "Every stored workload is judged by the draft as it would be; nothing is written.";
        };
    }

    private void follow(Side side) {
        if (side == Side.TEXT) {
            marks.all();
            if (draft.isReadable()) {
                go(step);
            }
        }
        if (side == Side.FORM) {
            yaml.rewrite();
        }
        show();
    }

    /** Everything about the draft that is no field. */
    private void show() {
        StoredPolicy saved = draft.saved();
        sentence.show(draft.policy());
        marks.show(draft.problems());
        boolean fresh = isFresh();
        showPreview();
        yaml.show(fresh);
        form.getElement().setAttribute("inert", !draft.isReadable());
        form.setClassName("bw-ed-waiting", !draft.isReadable());
        waiting.setVisible(!draft.isReadable());
        int wrong = draft.problems().size();
        save.setText(saved == null ? "Create policy…" : "Save version " + (saved.version() + 1) + "…");
        save.setEnabled(wrong == 0 && (saved == null || draft.isChanged()));
        save.setTooltipText(wrong > 0 ? Counted.of(wrong, "thing", "things") + " to mend first" : "");
        discard.setVisible(saved != null && draft.isChanged());
        compare.setEnabled(draft.isReadable() && draft.isChanged());
        changed.accept(isChanged());
    }

    /** Whether nobody is to be told yet that something is wrong: it was only begun. */
    private boolean isFresh() {
        return draft.saved() == null && !marks.isAll();
    }

    private void showPreview() {
        steps.show(draft, step, isFresh(), preview);
        previewPane.show();
        form.getChildren()
                .filter(PreviewStep.class::isInstance)
                .map(PreviewStep.class::cast)
                .forEach(PreviewStep::show);
        form.getChildren()
                .filter(RulesStep.class::isInstance)
                .map(RulesStep.class::cast)
                .forEach(RulesStep::count);
    }

    /** Where the text says what a field says. */
    private void point(String pointer) {
        yaml.point(pointer);
    }

    /** Goes to the field that a problem is about. */
    private void mend(DraftProblem problem) {
        marks.all();
        problem.step().ifPresent(this::go);
        marks.focus(problem.pointer());
    }

    private String reach(List<Scope> scopes, List<Scope> exclusions) {
        try {
            ScopeReach.Reached reached =
                    services.reach().of(scopes, exclusions, services.readers().scope());
            String words = "Reaches " + Counted.number(reached.workloads()) + " of "
                    + Counted.of(reached.all(), "workload", "workloads") + " today.";
            return reached.unsure() == 0
                    ? words
                    : words + " Of " + Counted.number(reached.unsure())
                            + " more it is not known, since the labels of their namespace are not.";
        } catch (PolicyRejected e) {
            return "How many workloads it reaches is told when every part can be read.";
        }
    }

    private void compare() {
        StoredPolicy saved = draft.saved();
        if (saved != null) {
            new DiffDialog("Version " + saved.version() + " and this draft", saved.policy(), draft.policy()).open();
        }
    }

    private void discard() {
        StoredPolicy saved = draft.saved();
        if (saved != null) {
            draft.change(edit -> PolicyEdit.of(saved.policy()));
            go(step);
        }
    }

    private void save() {
        new SaveDialog(draft, preview, this::save).open();
    }

    /** Whether it was saved; what is wrong is thrown, what somebody else did in between is shown. */
    private boolean save(String reason) {
        StoredPolicy before = draft.saved();
        StoredPolicy after;
        if (before == null) {
            after = services.edits().create(draft.policy());
        } else {
            try {
                after = services.edits().replace(before.policy().id(), before.version(), draft.policy(), reason);
            } catch (Conflict e) {
                StoredPolicy theirs = services.policies().get(before.policy().id());
                if (theirs.version() == before.version()) {
                    throw e;
                }
                new ConflictDialog(draft, theirs, TimeWords.here(services.clock()), this::save).open();
                return true;
            }
        }
        left = true;
        UndoNotice.show(
                before == null
                        ? "“" + after.policy().name() + "” is created."
                        : "Version " + after.version() + " of “"
                                + after.policy().name() + "” is saved.",
                Optional.empty(),
                () -> {});
        getUI().ifPresent(ui -> ui.navigate(
                PoliciesNavigation.PATH,
                QueryParameters.of("sel", after.policy().id().toString())));
        return true;
    }
}
