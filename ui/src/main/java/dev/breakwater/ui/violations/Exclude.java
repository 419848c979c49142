package dev.breakwater.ui.violations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.central.detection.DecisionOutcome.Touched;
import dev.breakwater.central.detection.ExclusionPreview;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.policy.NewExclusion;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.ui.part.BulkOutcome;
import dev.breakwater.ui.part.BulkTask;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Silences the policies of violations where these are: at their workloads, in their namespaces or in their clusters. */
final class Exclude extends DecisionAction {

    /** More are a policy's scope and not exclusions. */
    private static final int MOST = 50;

    private static final int NAMED = 12;

    /** How far an exclusion reaches. */
    enum Reach {
        WORKLOAD("The workload", "The workloads"),
        NAMESPACE("Its namespace", "Their namespaces"),
        CLUSTER("Its cluster", "Their clusters");

        private final String one;
        private final String many;

        Reach(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    Exclude(ViolationDesk desk) {
        super("Exclude", "exclude", desk);
    }

    @Override
    public BulkTask prepare(List<UUID> ids) {
        List<ViolationRow> rows = ids.stream()
                .limit(MOST)
                .map(id -> desk().violations().get(id, desk().reader()))
                .toList();
        return new Silence(ids, rows);
    }

    /** One policy in one scope. */
    private record Place(UUID policyId, Scope scope) {}

    private final class Silence extends Task {

        private final List<ViolationRow> rows;
        private final RadioButtonGroup<Reach> reach = new RadioButtonGroup<>("Where the policy falls silent");
        private final TextField label = new TextField("Only where it has the label");
        private final DatePicker until = Decisions.until(desk());
        private final Div preview = Markup.box("bw-preview");

        Silence(List<UUID> ids, List<ViolationRow> rows) {
            super(ids);
            this.rows = rows;
            reach.setItems(Reach.values());
            reach.setItemLabelGenerator(one -> ids.size() == 1 ? words(one) : one.many);
            reach.setValue(Reach.WORKLOAD);
            reach.addValueChangeListener(event -> show());
            label.setPlaceholder("key=value");
            label.setHelperText("May stay empty. Key and value are regular expressions.");
            label.setValueChangeMode(ValueChangeMode.ON_BLUR);
            label.setWidthFull();
            label.addValueChangeListener(event -> show());
            until.setHelperText(
                    "At its start (UTC) the policy speaks again. Empty = until somebody removes the exclusion.");
            until.setClearButtonVisible(true);
            preview.getElement().setAttribute("role", "status");
            show();
        }

        private String words(Reach one) {
            ViolationRow.WorkloadRef workload = rows.getFirst().workload();
            return switch (one) {
                case WORKLOAD -> one.one + " " + workload.name();
                case NAMESPACE -> one.one + " " + workload.namespace();
                case CLUSTER -> one.one + " " + workload.cluster();
            };
        }

        @Override
        public String question() {
            Set<UUID> policies = new LinkedHashSet<>(
                    rows.stream().map(ViolationRow::policyId).toList());
            return policies.size() == 1
                    ? "Exclude from “" + rows.getFirst().policy() + "”?"
                    : "Exclude from " + Counted.of(policies.size(), "policy", "policies") + "?";
        }

        @Override
        public List<String> preview() {
            return ids.size() > MOST
                    ? List.of("Exclusions of more than " + MOST
                            + " violations at a time are no exclusions: change the policy's scope, or tick fewer.")
                    : List.of(
                            "The policy is silent there from now on, also about what comes later. What it silences stays in"
                                    + " the list as excluded.");
        }

        @Override
        public Optional<Component> fields() {
            return Optional.of(Markup.box("bw-fields", reach, label, until, preview));
        }

        @Override
        public String confirm() {
            int places = places().size();
            return places == 1 ? "Exclude" : "Make " + places + " exclusions";
        }

        @Override
        public Reason reason() {
            return Reason.REQUIRED;
        }

        @Override
        public boolean isComplete() {
            return ids.size() <= MOST && !label.isInvalid() && (until.isEmpty() || Decisions.isSet(until));
        }

        private Set<Place> places() {
            Set<Place> places = new LinkedHashSet<>();
            rows.forEach(row -> places.add(new Place(row.policyId(), scope(row.workload()))));
            return places;
        }

        private Scope scope(ViolationRow.WorkloadRef workload) {
            Reach how = reach.getValue();
            return new Scope(
                    quoted(workload.cluster()),
                    how == Reach.CLUSTER ? "" : quoted(workload.namespace()),
                    how == Reach.WORKLOAD ? quoted(workload.name()) : "",
                    label.getValue().isBlank()
                            ? List.of()
                            : List.of(label.getValue().strip()),
                    List.of());
        }

        private static String quoted(String name) {
            return '"' + name + '"';
        }

        private @Nullable Instant end() {
            return until.isEmpty()
                    ? null
                    : until.getValue().atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        private void show() {
            preview.removeAll();
            label.setInvalid(false);
            int violations = 0;
            int workloads = 0;
            Set<String> names = new LinkedHashSet<>();
            try {
                for (Place place : places()) {
                    ExclusionPreview one = desk().previews()
                            .of(new NewExclusion(place.policyId(), place.scope(), "preview", null), desk().reader());
                    violations += one.violations();
                    workloads += one.workloads();
                    one.sample().stream().map(Silence::named).forEach(names::add);
                }
            } catch (InvalidRequest e) {
                label.setInvalid(true);
                label.setErrorMessage("Allowed: " + e.allowed());
                return;
            }
            preview.add(Markup.text(
                    "bw-preview-count",
                    Counted.of(violations, "violation falls", "violations fall") + " silent, on "
                            + Counted.of(workloads, "workload", "workloads") + " that the scope reaches today."));
            UnorderedList list = new UnorderedList();
            names.stream().limit(NAMED).forEach(name -> list.add(Markup.item(name)));
            if (names.size() > NAMED) {
                list.add(Markup.item("and " + Counted.number(violations - NAMED) + " more"));
            }
            preview.add(list);
        }

        private static String named(Touched touched) {
            return touched.workload() + ", " + touched.namespace() + " in " + touched.cluster() + ": "
                    + touched.policy();
        }

        @Override
        public BulkOutcome apply(List<UUID> block, String reason) {
            List<UUID> made = places().stream()
                    .map(place -> desk().exclusions()
                            .create(new NewExclusion(place.policyId(), place.scope(), reason, end()), desk().reader())
                            .id())
                    .toList();
            return BulkOutcome.changed(
                    block.size(),
                    0,
                    () -> made.forEach(id -> desk().exclusions().remove(id, desk().reader())));
        }
    }
}
