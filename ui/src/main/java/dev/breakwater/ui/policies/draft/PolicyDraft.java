package dev.breakwater.ui.policies.draft;

import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.engine.policy.PolicyRejected;
import dev.breakwater.engine.policy.PolicyRejected.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A policy while somebody writes it, as a form and as a text. Both sides change this one thing: what the form changes is
 * written anew as text, and what is typed as text is read back. A text that cannot be read leaves the policy as it was last;
 * nothing typed is thrown away before its writer says so.
 */
public final class PolicyDraft {

    /** Which side changed it. */
    public enum Side {
        FORM,
        TEXT
    }

    private static final String OF_THE_RELEASE =
            "Allowed: what the release says, since this policy is built in. Clone it to change more than severity, scope,"
                    + " exclusions and whether it is on.";

    private final List<Consumer<Side>> listeners = new ArrayList<>();
    private @Nullable StoredPolicy saved;
    private Policy beginning;
    private Policy policy;
    private String text;
    private List<DraftProblem> problems = List.of();
    private DraftLines lines;
    private boolean readable = true;

    private PolicyDraft(@Nullable StoredPolicy saved, Policy beginning, Policy policy) {
        this.saved = saved;
        this.beginning = beginning;
        this.policy = policy;
        this.text = PolicyDocument.toYaml(List.of(policy));
        this.lines = new DraftLines(text);
        check();
    }

    /** A policy that says nothing yet. */
    public static PolicyDraft blank(UUID id) {
        return fresh(new Policy(
                id,
                "",
                Severity.MEDIUM,
                true,
                Set.of(Policy.Stage.DEPLOY),
                List.of(),
                "",
                "",
                "",
                List.of(new Policy.Section("", List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    /** One that is made by saving it; until it is changed there is nothing to lose. */
    public static PolicyDraft fresh(Policy policy) {
        return new PolicyDraft(null, policy, policy);
    }

    /** A new version of one that is there. */
    public static PolicyDraft of(StoredPolicy stored) {
        return new PolicyDraft(stored, stored.policy(), stored.policy());
    }

    /** One like another, by a name of its own; its exclusions stay behind, since they were decided for the other. */
    public static PolicyDraft cloneOf(StoredPolicy stored, UUID id) {
        return fresh(PolicyEdit.of(stored.policy())
                .id(id)
                .name(bounded(stored.policy().name() + " (copy)"))
                .exclusions(List.of())
                .done());
    }

    private static String bounded(String name) {
        return name.length() <= 200 ? name : name.substring(0, 200);
    }

    /** As the last readable state of either side says. */
    public Policy policy() {
        return policy;
    }

    /** The version that it began from, {@code null} = it is new. */
    public @Nullable StoredPolicy saved() {
        return saved;
    }

    /** Whether its criteria and words are the release's. */
    public boolean isBuiltIn() {
        return saved != null && saved.builtIn();
    }

    /** Whether something would be lost by leaving. */
    public boolean isChanged() {
        return !readable || !policy.equals(beginning);
    }

    /** Whether the text can be read; while it cannot, the form must wait. */
    public boolean isReadable() {
        return readable;
    }

    /** The text beside the form: as it was typed, or as the form wrote it. */
    public String text() {
        return text;
    }

    /** Everything that keeps it from being saved, in the order of the steps. */
    public List<DraftProblem> problems() {
        return problems;
    }

    /** The line of the text that a field stands in, from 1. */
    public int lineOf(String pointer) {
        return lines.lineOf(pointer);
    }

    /** Tells of each change. */
    public void onChange(Consumer<Side> listener) {
        listeners.add(listener);
    }

    /** The form changed something; the text is written anew. */
    public void change(UnaryOperator<PolicyEdit> edit) {
        Policy changed = edit.apply(PolicyEdit.of(policy)).done();
        if (readable && changed.equals(policy)) {
            return;
        }
        become(changed);
        tell(Side.FORM);
    }

    /** Gives up a text that cannot be read, for what it said last. */
    public void dropText() {
        become(policy);
        tell(Side.FORM);
    }

    private void become(Policy changed) {
        policy = changed;
        readable = true;
        text = PolicyDocument.toYaml(List.of(changed));
        lines = new DraftLines(text);
        check();
    }

    /** The text was changed; the form follows as far as it can be read. */
    public void write(String typed) {
        if (typed.equals(text)) {
            return;
        }
        text = typed;
        lines = new DraftLines(typed);
        try {
            policy = only(PolicyDocument.read(typed));
            readable = true;
            check();
        } catch (PolicyRejected e) {
            readable = false;
            problems = told(e.problems());
        }
        tell(Side.TEXT);
    }

    private Policy only(List<Policy> read) {
        if (read.size() != 1) {
            throw new PolicyRejected(List.of(new Problem(
                    "",
                    "",
                    read.size() + " policies",
                    "Allowed: one policy here; several are taken in by the import.")));
        }
        return read.getFirst();
    }

    /** It was saved, or somebody else's version is taken as the one that it changes. */
    public void startFrom(StoredPolicy stored) {
        saved = stored;
        beginning = stored.policy();
        check();
        tell(Side.FORM);
    }

    private void check() {
        List<Problem> found = new ArrayList<>();
        if (saved != null && !saved.policy().id().equals(policy.id())) {
            found.add(new Problem(
                    "",
                    "/id",
                    policy.id().toString(),
                    "Allowed: " + saved.policy().id() + ", which stays what it is."));
        }
        if (isBuiltIn()) {
            ofTheRelease(Objects.requireNonNull(saved).policy(), found);
        }
        try {
            CompiledPolicies.compile(List.of(policy));
        } catch (PolicyRejected e) {
            found.addAll(e.problems());
        }
        problems = told(found);
    }

    private void ofTheRelease(Policy came, List<Problem> found) {
        same("/name", came.name(), policy.name(), found);
        same("/description", came.description(), policy.description(), found);
        same("/rationale", came.rationale(), policy.rationale(), found);
        same("/remediation", came.remediation(), policy.remediation(), found);
        same("/categories", came.categories(), policy.categories(), found);
        same("/mitre", came.mitre(), policy.mitre(), found);
        same("/controls", came.controls(), policy.controls(), found);
        same("/stages", came.stages(), policy.stages(), found);
        same("/sections", came.sections(), policy.sections(), found);
    }

    private static void same(String pointer, Object came, Object is, List<Problem> found) {
        if (!came.equals(is)) {
            found.add(new Problem("", pointer, is.toString(), OF_THE_RELEASE));
        }
    }

    private List<DraftProblem> told(List<Problem> found) {
        return found.stream()
                .map(problem -> DraftProblem.of(problem, lines))
                .sorted(java.util.Comparator.comparingInt(
                        problem -> problem.step().map(Step::ordinal).orElse(-1)))
                .toList();
    }

    private void tell(Side side) {
        List.copyOf(listeners).forEach(listener -> listener.accept(side));
    }
}
