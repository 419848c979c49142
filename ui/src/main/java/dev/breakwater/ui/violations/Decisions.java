package dev.breakwater.ui.violations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import dev.breakwater.central.detection.Assignee;
import dev.breakwater.central.detection.Selection;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.BulkOutcome;
import dev.breakwater.ui.part.BulkTask;
import dev.breakwater.ui.part.DayPicker;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The decisions that need little to be asked: assign, comment, accept, resolve, reopen. */
final class Decisions {

    /** A reason that only a trial run ever sees. */
    private static final String TRIAL = "trial";

    static final int DAYS = 90;

    private Decisions() {}

    /** All of them, in the order of the bar. */
    static List<BulkAction> all(ViolationDesk desk) {
        return List.of(
                new Assign(desk),
                new Comment(desk),
                new Accept(desk),
                new Exclude(desk),
                new Resolve(desk),
                new Reopen(desk));
    }

    /** Gives violations to somebody. */
    static final class Assign extends DecisionAction {

        Assign(ViolationDesk desk) {
            super("Assign", "user", desk);
        }

        @Override
        public BulkTask prepare(List<UUID> ids) {
            ComboBox<Assignee> to = new ComboBox<>("To");
            to.setItems(desk().triage().assignees());
            to.setItemLabelGenerator(one -> one.kind() == Assignee.Kind.TEAM ? "Team " + one.name() : one.name());
            to.setClearButtonVisible(true);
            to.setHelperText("Empty = nobody.");
            to.setWidthFull();
            String me = desk().person().getPrincipalName().orElse("");
            to.setValue(new Assignee(Assignee.Kind.PERSON, me));
            return new Task(ids) {

                @Override
                public List<String> preview() {
                    return List.of(VIOLATIONS.of(ids.size()) + " may change hands. Nothing else about "
                            + (ids.size() == 1 ? "it" : "them") + " changes.");
                }

                @Override
                public Optional<Component> fields() {
                    return Optional.of(to);
                }

                @Override
                public BulkOutcome apply(List<UUID> block, String reason) {
                    return done(
                            desk().triage().assign(Selection.of(block), to.getValue(), reason, false, desk().reader()));
                }
            };
        }
    }

    /** Writes to violations. */
    static final class Comment extends DecisionAction {

        Comment(ViolationDesk desk) {
            super("Comment", "comment", desk);
        }

        @Override
        public BulkTask prepare(List<UUID> ids) {
            TextArea text = new TextArea("Comment");
            text.setMaxLength(Triage.LONGEST_COMMENT);
            text.setHelperText("Plain text.");
            text.setWidthFull();
            return new Task(ids) {

                @Override
                public String question() {
                    return "Comment on " + VIOLATIONS.of(ids.size());
                }

                @Override
                public List<String> preview() {
                    return ids.size() == 1
                            ? List.of("Everybody who sees the violation reads it.")
                            : List.of("The same comment is written to each of them.");
                }

                @Override
                public Optional<Component> fields() {
                    return Optional.of(text);
                }

                @Override
                public boolean isComplete() {
                    text.setInvalid(text.getValue().isBlank());
                    text.setErrorMessage("Write something.");
                    return !text.isInvalid();
                }

                @Override
                public Reason reason() {
                    return Reason.NOT_ASKED;
                }

                @Override
                public BulkOutcome apply(List<UUID> block, String reason) {
                    return done(desk().triage().comment(Selection.of(block), text.getValue(), false, desk().reader()));
                }
            };
        }
    }

    /** Bears violations until a date. */
    static final class Accept extends DecisionAction {

        Accept(ViolationDesk desk) {
            super("Accept", "clock", desk);
        }

        @Override
        public BulkTask prepare(List<UUID> ids) {
            DatePicker until = until(desk());
            return new Task(ids) {

                @Override
                public List<String> preview() {
                    return told(
                            desk().triage()
                                    .accept(
                                            Selection.of(ids),
                                            TRIAL,
                                            desk().clock().instant().plusSeconds(86_400),
                                            true,
                                            desk().reader()),
                            "no longer counted as open until the day below. The risk stays. What is mended and comes back is"
                                    + " open again.");
                }

                @Override
                public Optional<Component> fields() {
                    return Optional.of(until);
                }

                @Override
                public boolean isComplete() {
                    return isSet(until);
                }

                @Override
                public Reason reason() {
                    return Reason.REQUIRED;
                }

                @Override
                public BulkOutcome apply(List<UUID> block, String reason) {
                    return done(desk().triage()
                            .accept(
                                    Selection.of(block),
                                    reason,
                                    until.getValue()
                                            .atStartOfDay(ZoneOffset.UTC)
                                            .toInstant(),
                                    false,
                                    desk().reader()));
                }
            };
        }
    }

    /** A field for the day on which something opens again. */
    static DatePicker until(ViolationDesk desk) {
        LocalDate today = LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC);
        DatePicker until = DayPicker.of("Until");
        until.setValue(today.plusDays(DAYS));
        until.setMin(today.plusDays(1));
        until.setMax(today.plusYears(2));
        until.setHelperText("At its start (UTC) they open again by themselves.");
        until.setWidthFull();
        return until;
    }

    static boolean isSet(DatePicker until) {
        LocalDate day = until.getValue();
        boolean right = day != null && !day.isBefore(until.getMin()) && !day.isAfter(until.getMax());
        until.setInvalid(!right);
        until.setErrorMessage("Choose a day from tomorrow on, at most two years ahead.");
        return right;
    }

    /** Takes somebody's word where no verdict can be had. */
    static final class Resolve extends DecisionAction {

        Resolve(ViolationDesk desk) {
            super("Resolve", "check", desk);
        }

        @Override
        public BulkTask prepare(List<UUID> ids) {
            return new Task(ids) {

                @Override
                public List<String> preview() {
                    return told(
                            desk().triage().resolve(Selection.of(ids), TRIAL, true, desk().reader()),
                            "cannot be judged any more and " + (ids.size() == 1 ? "is" : "are")
                                    + " resolved by your word.");
                }

                @Override
                public Reason reason() {
                    return Reason.REQUIRED;
                }

                @Override
                public BulkOutcome apply(List<UUID> block, String reason) {
                    return done(desk().triage().resolve(Selection.of(block), reason, false, desk().reader()));
                }
            };
        }
    }

    /** Opens what was accepted, or resolved by hand. */
    static final class Reopen extends DecisionAction {

        Reopen(ViolationDesk desk) {
            super("Reopen", "reopen", desk);
        }

        @Override
        public BulkTask prepare(List<UUID> ids) {
            return new Task(ids) {

                @Override
                public List<String> preview() {
                    return told(desk().triage().reopen(Selection.of(ids), "", true, desk().reader()), "opened again.");
                }

                @Override
                public BulkOutcome apply(List<UUID> block, String reason) {
                    return done(desk().triage().reopen(Selection.of(block), reason, false, desk().reader()));
                }
            };
        }
    }
}
