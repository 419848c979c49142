package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.vulnerabilities.ExceptionPreview;
import dev.breakwater.central.vulnerabilities.ExceptionRequest;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Kind;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import dev.breakwater.ui.part.DayPicker;
import dev.breakwater.ui.part.Markup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked for an exception: until when or why not, and where; it shows at once what it would hide. */
final class ExceptionForm extends Div {

    private static final int DAYS = 30;

    /** Until when something is put off. */
    enum End {
        DATE("Until a date"),
        FIX("Until a version mends it"),
        BOTH("Until a date, or a version mends it");

        private final String word;

        End(String word) {
            this.word = word;
        }
    }

    private final transient VulnerabilityDesk desk;
    private final Kind kind;
    private final List<String> vulnerabilities;
    private final RadioButtonGroup<End> end = new RadioButtonGroup<>();
    private final DatePicker until = DayPicker.of("Date");
    private final Select<String> why = new Select<>();
    private final ComboBox<String> cluster = new ComboBox<>("Cluster");
    private final TextField namespace = place("Namespace");
    private final TextField image = place("Image");
    private final TextField component = place("Package");
    private final TextField label = place("Label of the workload");
    private final Div preview = Markup.box("bw-preview");
    private final Span mended = Markup.text("bw-second", "A version mends it already, so it is put off until a date.");
    private boolean fixKnown;

    ExceptionForm(VulnerabilityDesk desk, Kind kind, List<String> vulnerabilities, Place begin) {
        this.desk = desk;
        this.kind = kind;
        this.vulnerabilities = vulnerabilities;
        addClassName("bw-fields");
        LocalDate today = LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC);
        until.setValue(today.plusDays(DAYS));
        until.setMin(today.plusDays(1));
        until.setHelperText("At its start (UTC) it counts again.");
        until.setWidthFull();
        end.setLabel("How long");
        end.setItems(End.values());
        end.setItemLabelGenerator(one -> one.word);
        end.setValue(End.DATE);
        end.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                changed();
            }
        });
        mended.setVisible(false);
        why.setLabel("Why it does not apply");
        why.setItems(JustificationWords.ALL.keySet());
        why.setItemLabelGenerator(word -> JustificationWords.ALL.getOrDefault(word, word));
        why.setWidthFull();
        cluster.setItems(desk.lists().silent().clusters().stream()
                .map(row -> row.name())
                .sorted()
                .toList());
        cluster.setPlaceholder("any");
        cluster.setClearButtonVisible(true);
        cluster.setValue(begin.cluster().isEmpty() ? null : begin.cluster());
        namespace.setValue(begin.namespace());
        image.setValue(begin.image());
        image.setHelperText("* stands for any text.");
        component.setValue(begin.component());
        label.setValue(begin.label());
        label.setPlaceholder("any, or key=value");
        preview.getElement().setAttribute("role", "status");
        add(
                kind == Kind.DEFERRAL ? Markup.box("bw-fields", end, mended, until) : why,
                Markup.subheading("Where"),
                Markup.box("bw-place-fields", cluster, namespace, image, component, label),
                preview);
        Stream.of(namespace, image, component, label)
                .forEach(field -> field.addValueChangeListener(event -> changed()));
        cluster.addValueChangeListener(event -> changed());
        changed();
    }

    private static TextField place(String label) {
        TextField field = new TextField(label);
        field.setPlaceholder("any");
        field.setValueChangeMode(ValueChangeMode.ON_BLUR);
        return field;
    }

    private Place place() {
        return new Place(
                cluster.getValue() == null ? "" : cluster.getValue(),
                namespace.getValue().strip(),
                label.getValue().strip(),
                image.getValue().strip(),
                component.getValue().strip());
    }

    /** The request for one of the vulnerabilities. */
    ExceptionRequest request(String vulnerability, String reason) {
        boolean deferral = kind == Kind.DEFERRAL;
        return new ExceptionRequest(
                kind,
                vulnerability,
                place(),
                reason,
                deferral || why.getValue() == null ? "" : why.getValue(),
                deferral && end.getValue() != End.FIX ? date() : null,
                deferral && end.getValue() != End.DATE);
    }

    private @Nullable Instant date() {
        return until.getValue() == null
                ? null
                : until.getValue().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    boolean isComplete() {
        if (kind == Kind.FALSE_POSITIVE) {
            why.setInvalid(why.getValue() == null);
            why.setErrorMessage("Say why, in the words of VEX.");
            return !why.isInvalid();
        }
        until.setInvalid(end.getValue() != End.FIX && until.getValue() == null);
        until.setErrorMessage("Choose a day after today.");
        return !until.isInvalid();
    }

    /** Central is asked what it would hide, without anything being changed. */
    private void changed() {
        until.setVisible(kind == Kind.DEFERRAL && end.getValue() != End.FIX);
        preview.removeAll();
        int findings = 0;
        int already = 0;
        int workloads = 0;
        int images = 0;
        boolean known = false;
        UnorderedList lines = new UnorderedList();
        try {
            for (String vulnerability : vulnerabilities) {
                ExceptionPreview one =
                        desk.exceptions().preview(trial(request(vulnerability, "preview")), desk.reader());
                known |= one.facts().fixKnown();
                findings += one.findings();
                already += one.already();
                workloads = Math.max(workloads, one.workloads());
                images = Math.max(images, one.images());
                PreviewWords.lines(one, vulnerabilities.size() == 1 ? "" : vulnerability)
                        .forEach(line -> lines.add(Markup.item(line)));
            }
            preview.add(
                    Markup.text(
                            "bw-preview-count",
                            PreviewWords.sum(findings, already, workloads, images, vulnerabilities.size() > 1)),
                    lines);
            offer(known);
        } catch (InvalidRequest e) {
            preview.add(Markup.text("bw-form-problem", String.valueOf(e.getMessage())));
        } catch (Conflict e) {
            preview.add(Markup.text("bw-form-problem", String.valueOf(e.getMessage())));
        }
    }

    /** What a version mends already is not put off until one does. */
    private void offer(boolean known) {
        if (known == fixKnown || kind == Kind.FALSE_POSITIVE) {
            return;
        }
        fixKnown = known;
        End before = end.getValue();
        end.setItems(known ? List.of(End.DATE) : List.of(End.values()));
        end.setVisible(!known);
        end.setValue(known || before == null ? End.DATE : before);
        mended.setVisible(known);
    }

    /** How long it is hidden, or why, does not change what is: it may be chosen later. */
    private ExceptionRequest trial(ExceptionRequest asked) {
        if (kind == Kind.DEFERRAL) {
            return new ExceptionRequest(
                    kind,
                    asked.vulnerability(),
                    asked.place(),
                    asked.reason(),
                    "",
                    desk.clock().instant().plus(Duration.ofDays(DAYS)),
                    false);
        }
        return kind == Kind.FALSE_POSITIVE && asked.justification().isEmpty()
                ? new ExceptionRequest(
                        kind,
                        asked.vulnerability(),
                        asked.place(),
                        asked.reason(),
                        ExceptionRequest.JUSTIFICATIONS.iterator().next(),
                        null,
                        false)
                : asked;
    }
}
