package dev.breakwater.ui.policies.edit;

import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import dev.breakwater.ui.policies.field.FieldMarks;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * What every step works on.
 *
 * @param preview what the draft would do, if it was run
 * @param author of exclusions that are added
 * @param readOnly nothing may be changed here, as of policies that are applied as code
 */
record Desk(
        PolicyDraft draft,
        FieldMarks marks,
        PreviewRun preview,
        Known known,
        Clock clock,
        String author,
        boolean readOnly) {

    Policy policy() {
        return draft.policy();
    }

    /** Whether the words and criteria are not to be changed here. */
    boolean isTextLocked() {
        return readOnly || draft.isBuiltIn();
    }

    /** Somebody changed what stands at the pointer. */
    void change(String pointer, UnaryOperator<PolicyEdit> edit) {
        marks.touch(pointer);
        draft.change(edit);
    }
}
