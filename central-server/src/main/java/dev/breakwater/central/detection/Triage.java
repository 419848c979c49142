package dev.breakwater.central.detection;

import dev.breakwater.central.platform.AccessScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about violations, one or many at a time. Each decision stands in the history of its violations, in the
 * audit log, and can be undone for a week. For administrators. A trial run ({@code dryRun}) tells what would change and changes
 * nothing.
 *
 * <p>Every method throws {@link dev.breakwater.central.platform.InvalidRequest} for a text that is missing or too long, and
 * for a selection of more than {@link #MOST}.
 */
public interface Triage {

    /** The most violations of one decision. */
    int MOST = 100_000;

    /** The longest reason, in characters. */
    int LONGEST_REASON = 1_000;

    /** The longest comment, in characters. */
    int LONGEST_COMMENT = 4_000;

    /**
     * Gives violations to somebody.
     *
     * @param assignee {@code null} = to nobody
     * @param reason may be empty
     */
    DecisionOutcome assign(
            Selection selection, @Nullable Assignee assignee, String reason, boolean dryRun, AccessScope scope);

    /** Writes the same comment to each. */
    DecisionOutcome comment(Selection selection, String body, boolean dryRun, AccessScope scope);

    /**
     * Resolves violations that cannot be judged any more, by the word of somebody who looked. One whose cause is still there
     * is refused: it is mended, accepted until a date, or excluded.
     */
    DecisionOutcome resolve(Selection selection, String reason, boolean dryRun, AccessScope scope);

    /** Opens what was accepted, or resolved by hand. */
    DecisionOutcome reopen(Selection selection, String reason, boolean dryRun, AccessScope scope);

    /**
     * Bears violations until a date, so that what is open is what is new. One that is mended and comes back is new.
     *
     * @param until when they open again, at most two years ahead
     */
    DecisionOutcome accept(Selection selection, String reason, Instant until, boolean dryRun, AccessScope scope);

    /**
     * Puts back what a decision changed, where nothing has changed it since.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such decision, or it is older than a week
     * @throws dev.breakwater.central.platform.Conflict if it was undone before
     */
    DecisionOutcome undo(UUID decisionId, AccessScope scope);

    /** The comments of a violation, oldest first, the newest 500. */
    List<Comment> comments(UUID violationId, AccessScope scope);

    /** To whom violations can be given: people who can sign in, and teams that own workloads. */
    List<Assignee> assignees();
}
