package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.Assignee;
import dev.breakwater.central.detection.internal.DecisionTable.Before;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody decides of violations. */
sealed interface Decision {

    /** As it stands in the database. */
    String action();

    /** As it stands in the history of each violation. */
    String word();

    /** What the history says beside the reason. */
    default String cause(String reason) {
        return reason;
    }

    /** Why it does not fit a violation, {@code null} if it does. */
    default @Nullable String refusal(Before violation) {
        return null;
    }

    /** Whether a violation is as decided already. */
    default boolean holdsAlready(Before violation) {
        return false;
    }

    /** Gives it to somebody, {@code null} = to nobody. */
    record Assign(@Nullable Assignee assignee) implements Decision {

        @Override
        public String action() {
            return "ASSIGN";
        }

        @Override
        public String word() {
            return "ASSIGNED";
        }

        String name() {
            return assignee == null ? "" : assignee.name();
        }

        String kind() {
            return assignee == null ? "" : assignee.kind().name();
        }

        @Override
        public String cause(String reason) {
            String to = assignee == null
                    ? "to nobody"
                    : "to " + (assignee.kind() == Assignee.Kind.TEAM ? "team " : "") + assignee.name();
            return reason.isEmpty() ? to : to + ": " + reason;
        }

        @Override
        public boolean holdsAlready(Before violation) {
            return violation.assignee().equals(name())
                    && violation.assigneeKind().equals(kind());
        }
    }

    /** Writes a comment; the text stays out of the history, so that it can be taken back. */
    record Remark(String body) implements Decision {

        @Override
        public String action() {
            return "COMMENT";
        }

        @Override
        public String word() {
            return "COMMENTED";
        }

        @Override
        public String cause(String reason) {
            return "";
        }
    }

    /** Takes somebody's word where no verdict can be had. */
    record Resolve() implements Decision {

        @Override
        public String action() {
            return "RESOLVE";
        }

        @Override
        public String word() {
            return "RESOLVED";
        }

        @Override
        public @Nullable String refusal(Before violation) {
            return violation.state() == State.RESOLVED || violation.unconfirmed() || violation.attempt()
                    ? null
                    : "The cause is still there. Mend it, accept it until a date, or exclude it.";
        }

        @Override
        public boolean holdsAlready(Before violation) {
            return violation.state() == State.RESOLVED;
        }
    }

    /** Opens it again. */
    record Reopen() implements Decision {

        @Override
        public String action() {
            return "REOPEN";
        }

        @Override
        public String word() {
            return "REOPENED";
        }

        @Override
        public @Nullable String refusal(Before violation) {
            return switch (violation.state()) {
                case OPEN, ACCEPTED -> null;
                case ATTEMPTED -> "It never ran, so it cannot be open.";
                case EXCLUDED -> "It is excluded. Remove the exclusion.";
                case RESOLVED ->
                    violation.attempt()
                            ? "It never ran. It is attempted again when a check refuses it again."
                            : violation.resolvedBy().isEmpty()
                                    ? "It holds no more. It opens by itself if the cause comes back."
                                    : null;
            };
        }

        @Override
        public boolean holdsAlready(Before violation) {
            return violation.state() == State.OPEN;
        }
    }

    /** Bears it until a date. */
    record Accept(UUID acceptanceId, Instant until) implements Decision {

        @Override
        public String action() {
            return "ACCEPT";
        }

        @Override
        public String word() {
            return "ACCEPTED";
        }

        @Override
        public String cause(String reason) {
            return "until " + until + ": " + reason;
        }

        @Override
        public @Nullable String refusal(Before violation) {
            return switch (violation.state()) {
                case OPEN, ACCEPTED -> null;
                case ATTEMPTED -> "It never ran, there is nothing to accept. An exclusion of the policy lets it pass.";
                case EXCLUDED -> "It is excluded already.";
                case RESOLVED -> "It holds no more, there is nothing to accept.";
            };
        }
    }
}
