package dev.breakwater.ui.reports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.reporting.ReportDestination;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TestResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One target that a report goes to; for mail, who gets it. It can be tried before the report is kept. */
final class DestinationRow extends Div {

    private static final String TO = "to";

    private final transient Notifiers notifiers;
    private final transient @Nullable ReportDestination before;
    private final Select<Notifier> target = new Select<>();
    private final TextField to = new TextField("To");
    private final TestResult outcome = new TestResult();
    private final Button test = new Button("Send a test", event -> test());

    /** @param before what is kept, {@code null} = a new one */
    DestinationRow(
            Notifiers notifiers,
            List<Notifier> targets,
            @Nullable ReportDestination before,
            Consumer<DestinationRow> remove) {
        this.notifiers = notifiers;
        this.before = before;
        addClassName("bw-destination");
        target.setLabel("Target");
        target.setItems(targets);
        target.setItemLabelGenerator(one -> one == null
                ? ""
                : one.name() + ", " + ReportWords.way(one.kind().name()) + (one.enabled() ? "" : " (switched off)"));
        target.setPlaceholder("choose one");
        target.addValueChangeListener(event -> ofTarget());
        to.setHelperText("Addresses with commas between them; empty = those of the target.");
        to.setMaxLength(4_000);
        test.addThemeVariants(ButtonVariant.SMALL);
        Button gone = new Button(Markup.icon("cross"), event -> remove.accept(this));
        gone.addThemeVariants(ButtonVariant.TERTIARY);
        gone.addClassName("bw-icon-button");
        gone.setAriaLabel("Send it there no more");
        gone.setTooltipText("Send it there no more");
        add(Markup.box("bw-destination-line", target, test, gone), to, outcome);
        if (before != null) {
            targets.stream().filter(one -> isIt(one, before)).findFirst().ifPresent(target::setValue);
            to.setValue(before.settings().getOrDefault(TO, ""));
            if (target.isEmpty()) {
                target.setHelperText(before.target() + " is no target any more; choose another, or take it away.");
            }
        }
        ofTarget();
    }

    private static boolean isIt(Notifier target, ReportDestination destination) {
        return target.kind().name().equals(destination.kind())
                && (target.name().equalsIgnoreCase(destination.target())
                        || target.id().toString().equals(destination.target()));
    }

    private void ofTarget() {
        Notifier chosen = target.getValue();
        EmailSettings mail = chosen == null ? null : chosen.email();
        to.setVisible(mail != null);
        to.setPlaceholder(mail == null ? "" : String.join(", ", mail.to()));
        test.setEnabled(chosen != null);
        outcome.removeAll();
    }

    /** Where it goes; empty = nothing is chosen yet. What is kept and was not understood stays as it is. */
    Optional<ReportDestination> value() {
        Notifier chosen = target.getValue();
        if (chosen == null) {
            return Optional.ofNullable(before);
        }
        Map<String, String> settings = new TreeMap<>();
        if (chosen.kind() == NotifierKind.EMAIL && !to.getValue().isBlank()) {
            settings.put(TO, to.getValue().strip());
        }
        return Optional.of(new ReportDestination(chosen.kind().name(), chosen.name(), settings));
    }

    /** Says what was refused, if it is of this row. */
    boolean refuse(InvalidRequest refused) {
        ReportDestination value = value().orElse(null);
        String said = "Allowed: " + refused.allowed() + ".";
        if (value == null) {
            return false;
        }
        if (refused.field().endsWith("/" + TO) && to.getValue().contains(refused.value())) {
            to.setErrorMessage(refused.value() + " is none. " + said);
            to.setInvalid(true);
            return true;
        }
        if (value.target().equals(refused.value())) {
            target.setErrorMessage(said);
            target.setInvalid(true);
            return true;
        }
        return false;
    }

    void sound() {
        to.setInvalid(false);
        target.setInvalid(false);
    }

    private void test() {
        Notifier chosen = target.getValue();
        try {
            outcome.show(notifiers.test(chosen.id()));
        } catch (RuntimeException e) {
            outcome.removeAll();
            outcome.add(Markup.text("bw-form-problem", Failures.words(e)));
        }
    }
}
