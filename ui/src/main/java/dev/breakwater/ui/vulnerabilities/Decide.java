package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.vulnerabilities.ExceptionPreview;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.BulkOutcome;
import dev.breakwater.ui.part.BulkTask;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decides exceptions: lets them hold, refuses them, or ends them; what that changes is shown first. */
final class Decide implements BulkAction {

    /** Exceptions whose effect is added up before one decides. */
    private static final int LOOKED_AT = 25;

    /** What is done. */
    enum What {
        APPROVE(
                "Approve",
                "check",
                "It holds from then on: what it covers is not counted by lists, policies and risk."),
        TAKE_BACK("Take back", "close", "It hides nothing, and stays in the list as taken back by you."),
        DENY("Deny", "close", "It hides nothing, and stays in the list with what you say."),
        END("End", "reopen", "What it hid counts again. It stays in the list, with who ended it and when.");

        private final String verb;
        private final String icon;
        private final String effect;

        What(String verb, String icon, String effect) {
            this.verb = verb;
            this.icon = icon;
            this.effect = effect;
        }
    }

    private final VulnerabilityDesk desk;
    private final What what;

    Decide(VulnerabilityDesk desk, What what) {
        this.desk = desk;
        this.what = what;
    }

    @Override
    public String name() {
        return what.verb;
    }

    @Override
    public String icon() {
        return what.icon;
    }

    @Override
    public Optional<String> refusal() {
        return desk.refusal();
    }

    /** Nobody approves what they asked for themselves. */
    @Override
    public Optional<String> refusal(List<UUID> ids) {
        boolean own =
                what == What.APPROVE && ids.size() <= LOOKED_AT && ids.stream().allMatch(desk.exceptions()::isOwn);
        return own
                ? Optional.of("You asked for " + (ids.size() == 1 ? "it" : "them") + ": another person must approve.")
                : Optional.empty();
    }

    private void decide(UUID id, String note) {
        switch (what) {
            case APPROVE -> desk.exceptions().approve(id, note, desk.reader());
            case TAKE_BACK -> desk.exceptions().deny(id, note.isBlank() ? "taken back" : note, desk.reader());
            case DENY -> desk.exceptions().deny(id, note, desk.reader());
            case END -> desk.exceptions().end(id, note, desk.reader());
        }
    }

    /** What they cover now. */
    private Component effect(List<UUID> ids) {
        int findings = 0;
        int already = 0;
        int workloads = 0;
        int images = 0;
        List<String> lines = new ArrayList<>();
        for (UUID id : ids.stream().limit(LOOKED_AT).toList()) {
            ExceptionRow row = desk.exceptions().get(id, desk.reader());
            ExceptionPreview one = desk.exceptions().preview(id, desk.reader());
            findings += one.findings();
            already += one.already();
            workloads = Math.max(workloads, one.workloads());
            images = Math.max(images, one.images());
            lines.addAll(PreviewWords.lines(one, ids.size() == 1 ? "" : row.vulnerability()));
        }
        Div effect = Markup.box(
                "bw-preview",
                Markup.text(
                        "bw-preview-count", PreviewWords.sum(findings, already, workloads, images, ids.size() > 1)));
        lines.forEach(line -> effect.add(Markup.box("bw-second", Markup.text("", line))));
        return effect;
    }

    @Override
    public BulkTask prepare(List<UUID> ids) {
        return new BulkTask() {

            @Override
            public String question() {
                return what.verb + " " + Counted.of(ids.size(), "exception", "exceptions") + "?";
            }

            @Override
            public List<String> preview() {
                return List.of(what.effect);
            }

            @Override
            public Optional<Component> fields() {
                return what == What.DENY || what == What.TAKE_BACK ? Optional.empty() : Optional.of(effect(ids));
            }

            @Override
            public Reason reason() {
                return what == What.DENY ? Reason.REQUIRED : Reason.OPTIONAL;
            }

            @Override
            public String confirm() {
                return what.verb + (ids.size() == 1 ? "" : " " + Counted.number(ids.size()));
            }

            @Override
            public BulkOutcome apply(List<UUID> block, String reason) {
                int changed = 0;
                List<String> failures = new ArrayList<>();
                for (UUID id : block) {
                    try {
                        decide(id, reason);
                        changed++;
                    } catch (Conflict | InvalidRequest | NotFound e) {
                        failures.add(e.getMessage());
                    }
                }
                return new BulkOutcome(changed, 0, failures, Optional.empty());
            }
        };
    }
}
