package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.ui.part.DayPicker;
import dev.breakwater.ui.part.Markup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Where it holds and where it is silent, with the number of workloads that this means today. */
final class ScopeStep extends Div {

    private static final Scope ANYWHERE = new Scope("", "", "", List.of(), List.of());

    private final Desk desk;
    private final BiFunction<List<Scope>, List<Scope>, String> reach;
    private final Div count = Markup.box("bw-ed-reach");
    private final Div body = Markup.box("bw-ed-form");

    /** @param reach how many workloads are in the scopes and not in the exclusions, in words */
    ScopeStep(Desk desk, BiFunction<List<Scope>, List<Scope>, String> reach) {
        this.desk = desk;
        this.reach = reach;
        count.getElement().setAttribute("role", "status");
        add(count, body);
        show();
    }

    private void show() {
        desk.marks().clear();
        body.removeAll();
        body.add(Markup.subheading("Only where"));
        List<Scope> scopes = desk.policy().scopes();
        if (scopes.isEmpty()) {
            body.add(Markup.paragraph("Nothing is said, so it holds everywhere."));
        }
        for (int i = 0; i < scopes.size(); i++) {
            if (i > 0) {
                body.add(Markup.box("bw-ed-or", Markup.text("bw-ed-link", "or")));
            }
            body.add(place(i, scopes.get(i)));
        }
        if (!desk.readOnly()) {
            body.add(adding(
                    "Place",
                    () -> desk.draft()
                            .change(edit -> edit.scopes(with(desk.policy().scopes(), ANYWHERE)))));
        }
        body.add(Markup.subheading("Not where"));
        List<Exclusion> exclusions = desk.policy().exclusions();
        if (exclusions.isEmpty()) {
            body.add(Markup.paragraph(
                    "Nothing is excluded in the policy itself. Exclusions that are made at a violation are kept"
                            + " beside it."));
        }
        for (int i = 0; i < exclusions.size(); i++) {
            body.add(exclusion(i, exclusions.get(i)));
        }
        if (!desk.readOnly()) {
            Exclusion fresh = new Exclusion("", desk.author(), ANYWHERE, null);
            body.add(adding(
                    "Exclusion",
                    () -> desk.draft()
                            .change(edit -> edit.exclusions(with(desk.policy().exclusions(), fresh)))));
        }
        body.add(desk.marks().box("/scopes"), desk.marks().box("/exclusions"));
        desk.marks().show(desk.draft().problems());
        count();
    }

    private void count() {
        count.removeAll();
        count.add(Markup.text(
                "",
                reach.apply(
                        desk.policy().scopes(),
                        desk.policy().exclusions().stream()
                                .filter(exclusion -> exclusion.expiresAt() == null
                                        || exclusion
                                                .expiresAt()
                                                .isAfter(desk.clock().instant()))
                                .map(Exclusion::scope)
                                .toList())));
    }

    private Button adding(String what, Runnable add) {
        Button button = new Button(what, Markup.icon("plus"), event -> {
            add.run();
            show();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("bw-ed-more");
        return button;
    }

    private Div place(int number, Scope scope) {
        ScopeEditor editor = new ScopeEditor(desk, "/scopes/" + number, scope, desk.readOnly(), to -> {
            desk.draft().change(edit -> edit.scopes(changed(desk.policy().scopes(), number, to)));
            count();
        });
        Div card = Markup.box("bw-ed-section", editor);
        removing(
                card,
                "place " + (number + 1),
                () -> desk.draft()
                        .change(edit -> edit.scopes(without(desk.policy().scopes(), number))));
        return card;
    }

    private Div exclusion(int number, Exclusion exclusion) {
        String pointer = "/exclusions/" + number;
        ScopeEditor editor = new ScopeEditor(
                desk,
                pointer + "/scope",
                exclusion.scope(),
                desk.readOnly(),
                to -> write(number, now -> new Exclusion(now.id(), now.reason(), now.author(), to, now.expiresAt())));
        TextField reason = new TextField("Reason");
        reason.setRequiredIndicatorVisible(true);
        reason.setValue(exclusion.reason());
        reason.setReadOnly(desk.readOnly());
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        reason.setMaxLength(500);
        reason.addClassName("bw-ed-wide");
        reason.addValueChangeListener(event -> {
            desk.marks().touch(pointer + "/reason");
            write(number, now -> new Exclusion(now.id(), event.getValue(), now.author(), now.scope(), now.expiresAt()));
        });
        DatePicker until = DayPicker.of("Until");
        until.setClearButtonVisible(true);
        until.setPlaceholder("for good");
        until.setMin(LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC).plusDays(1));
        until.setReadOnly(desk.readOnly());
        until.setValue(
                exclusion.expiresAt() == null ? null : LocalDate.ofInstant(exclusion.expiresAt(), ZoneOffset.UTC));
        until.addValueChangeListener(event -> {
            Instant end = event.getValue() == null
                    ? null
                    : event.getValue().atStartOfDay(ZoneOffset.UTC).toInstant();
            write(number, now -> new Exclusion(now.id(), now.reason(), now.author(), now.scope(), end));
        });
        Div card = Markup.box(
                "bw-ed-section",
                editor,
                Markup.box(
                        "bw-ed-line",
                        desk.marks().mark(pointer + "/reason", reason),
                        desk.marks().mark(pointer + "/expiresAt", until)));
        if (!exclusion.author().isEmpty()) {
            card.add(Markup.text("bw-meta", "by " + exclusion.author()));
        }
        removing(
                card,
                "exclusion " + (number + 1),
                () -> desk.draft()
                        .change(edit -> edit.exclusions(without(desk.policy().exclusions(), number))));
        return card;
    }

    private void write(int number, java.util.function.UnaryOperator<Exclusion> change) {
        desk.draft()
                .change(edit -> edit.exclusions(changed(
                        desk.policy().exclusions(),
                        number,
                        change.apply(desk.policy().exclusions().get(number)))));
        count();
    }

    private void removing(Div card, String what, Runnable remove) {
        if (desk.readOnly()) {
            return;
        }
        Button button = new Button(Markup.icon("close"), event -> {
            remove.run();
            show();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("bw-icon-button", "bw-ed-remove");
        button.setAriaLabel("Remove " + what);
        card.add(button);
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    private static <T> List<T> without(List<T> list, int at) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(at);
        return shorter;
    }

    private static <T> List<T> changed(List<T> list, int at, T to) {
        List<T> copy = new ArrayList<>(list);
        copy.set(at, to);
        return copy;
    }
}
