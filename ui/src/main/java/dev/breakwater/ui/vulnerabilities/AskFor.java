package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Kind;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.BulkOutcome;
import dev.breakwater.ui.part.BulkTask;
import dev.breakwater.ui.part.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Asks for exceptions: vulnerabilities are put off or said not to apply. Another person has to approve before anything is hidden. */
final class AskFor implements BulkAction {

    /** More at a time are not looked at one by one. */
    private static final int MOST = 25;

    private final VulnerabilityDesk desk;
    private final Kind kind;
    private final Function<UUID, String> names;
    private final Place begin;

    /**
     * @param names the vulnerability of a row
     * @param begin the place that is filled in at first
     */
    AskFor(VulnerabilityDesk desk, Kind kind, Function<UUID, String> names, Place begin) {
        this.desk = desk;
        this.kind = kind;
        this.names = names;
        this.begin = begin;
    }

    @Override
    public String name() {
        return kind == Kind.DEFERRAL ? "Put off" : "Does not apply";
    }

    @Override
    public String icon() {
        return kind == Kind.DEFERRAL ? "clock" : "exclude";
    }

    @Override
    public Optional<String> refusal() {
        return desk.refusal();
    }

    @Override
    public BulkTask prepare(List<UUID> ids) {
        List<String> vulnerabilities = ids.stream().limit(MOST).map(names).toList();
        ExceptionForm form = new ExceptionForm(desk, kind, vulnerabilities, begin);
        return new BulkTask() {

            @Override
            public String question() {
                String what = vulnerabilities.size() == 1
                        ? vulnerabilities.getFirst()
                        : Counted.number(ids.size()) + " vulnerabilities";
                return kind == Kind.DEFERRAL ? "Put off " + what + "?" : "Say that " + what + " does not apply?";
            }

            @Override
            public List<String> preview() {
                return ids.size() > MOST
                        ? List.of("At most " + MOST + " at a time: each hides something. Tick fewer.")
                        : List.of(
                                "You ask for it; it hides nothing until another person approves.",
                                "It ends by itself when a fix appears, it is exploited, or it can be reached from outside,"
                                        + " if that was not so when it was approved.");
            }

            @Override
            public Optional<Component> fields() {
                return ids.size() > MOST ? Optional.empty() : Optional.of(form);
            }

            @Override
            public boolean isComplete() {
                return ids.size() <= MOST && form.isComplete();
            }

            @Override
            public Reason reason() {
                return Reason.REQUIRED;
            }

            @Override
            public String confirm() {
                return "Ask for approval";
            }

            @Override
            public int block() {
                return MOST;
            }

            @Override
            public BulkOutcome apply(List<UUID> block, String reason) {
                List<UUID> made = new ArrayList<>();
                List<String> failures = new ArrayList<>();
                for (UUID id : block) {
                    String vulnerability = names.apply(id);
                    try {
                        ExceptionRow row =
                                desk.exceptions().request(form.request(vulnerability, reason), desk.reader());
                        made.add(row.id());
                    } catch (InvalidRequest | Conflict e) {
                        failures.add(vulnerability + ": " + e.getMessage());
                    }
                }
                return new BulkOutcome(
                        made.size(),
                        0,
                        failures,
                        made.isEmpty()
                                ? Optional.empty()
                                : Optional.of(() -> made.forEach(
                                        id -> desk.exceptions().deny(id, "taken back at once", desk.reader()))));
            }
        };
    }
}
